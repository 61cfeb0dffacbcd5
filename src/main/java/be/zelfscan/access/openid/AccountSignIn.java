package be.zelfscan.access.openid;

import be.zelfscan.access.Destination;
import be.zelfscan.access.SessionCookie;
import be.zelfscan.database.Scope;
import be.zelfscan.web.Problem;
import be.zelfscan.web.PublicAddress;
import com.nimbusds.jwt.JWTParser;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.handlers.RedirectingLoginHandler;
import io.micronaut.security.oauth2.endpoint.authorization.response.AuthorizationErrorResponseException;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who comes back from the service that signs people in: a person who gets our cookie and goes on, or somebody who is refused. The cause is logged, a token
 * never, and no token goes to the browser.
 */
@Singleton
@Requires(beans = OpenIdSettings.class)
class AccountSignIn implements RedirectingLoginHandler<HttpRequest<?>, MutableHttpResponse<?>> {
    /** What the library's answer carries: first the token, then the secret of our session. */
    static final String TOKEN = "token";
    private static final String SECRET = "secret";
    private static final Logger LOG = LoggerFactory.getLogger(AccountSignIn.class);

    private final Identities identities;
    private final SessionCookie cookie;
    private final OpenIdSettings settings;
    private final PublicAddress address;

    AccountSignIn(Identities identities, SessionCookie cookie, OpenIdSettings settings, PublicAddress address) {
        this.identities = identities;
        this.cookie = cookie;
        this.settings = settings;
        this.address = address;
    }

    MutableHttpResponse<?> keepDestination(HttpRequest<?> request, MutableHttpResponse<?> response) {
        return response.cookie(Destination.cookie(Destination.asked(request), address));
    }

    /**
     * Begins a session for whom a sound token names.
     *
     * @throws SignInRefused when that is nobody who may come in
     */
    AuthenticationResponse begin(HttpRequest<?> request, AuthenticationResponse response) throws ParseException {
        Authentication back = response.getAuthentication().orElseThrow(() -> refused(response.getMessage().orElse("no reason given")));
        IdentityToken token = IdentityToken.of(JWTParser.parse((String) back.getAttributes().get(TOKEN)));
        return switch (new Scope.Service().call(() -> identities.signIn(token, settings.name(), cookie.secret(request)))) {
            case Identities.Result.Known known ->
                AuthenticationResponse.success(token.identity().subject(), Map.of(SECRET, known.secret()));
            case Identities.Result.AddressNotVerified notVerified -> {
                LOG.warn("Sign-in with {} refused: the e-mail address is not verified", settings.name());
                throw SignInRefused.addressNotVerified(settings.name());
            }
            case Identities.Result.Unknown unknown -> {
                LOG.warn("Sign-in with {} refused: nobody who may sign in has that identity or address", settings.name());
                throw SignInRefused.unknown(settings.name());
            }
        };
    }

    @Override
    public MutableHttpResponse<?> loginSuccess(Authentication authentication, HttpRequest<?> request) {
        String secret = (String) authentication.getAttributes().get(SECRET);
        return OpenIdSettings.Cookie.removeAll(cookie.enter(request, secret), address.isSecure());
    }

    @Override
    public MutableHttpResponse<?> loginRefresh(Authentication authentication, String refreshToken, HttpRequest<?> request) {
        throw SignInRefused.notTrusted(settings.name());
    }

    @Override
    public MutableHttpResponse<?> loginFailed(AuthenticationResponse response, HttpRequest<?> request) {
        throw SignInRefused.notTrusted(settings.name());
    }

    /** Whatever went wrong on the way, as a refusal. */
    Throwable refusal(Throwable problem) {
        if (problem instanceof Problem) {
            return problem;
        }
        if (problem instanceof AuthorizationErrorResponseException error) {
            LOG.warn("Sign-in with {} broken off there: {}", settings.name(), error.getAuthorizationErrorResponse().getError());
            return SignInRefused.brokenOff(settings.name());
        }
        return refused(problem.getClass().getSimpleName() + ": " + problem.getMessage());
    }

    private SignInRefused refused(String cause) {
        LOG.warn("Sign-in with {} refused: {}", settings.name(), cause);
        return SignInRefused.notTrusted(settings.name());
    }
}
