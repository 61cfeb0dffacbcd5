package be.zelfscan.access.openid;

import be.zelfscan.access.Destination;
import be.zelfscan.access.SessionCookie;
import be.zelfscan.database.Scope;
import be.zelfscan.web.Problem;
import be.zelfscan.web.PublicAddress;
import com.nimbusds.jwt.JWTParser;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
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
 * Who comes back from the service that signs people in: a person who gets our cookie and goes on, or somebody who is refused. The cause is
 * logged, a token never, and no token goes to the browser.
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

    /** Somebody came back from the service that signs people in, and does not get in. The page never says who is known here. */
    static final class SignInRefused extends Problem {
        private static final long serialVersionUID = 1L;

        private SignInRefused(HttpStatus status, String sentence) {
            super(status, sentence);
        }

        /** Something between here and there is not right: to be tried again. */
        static SignInRefused notTrusted(String service) {
            return new SignInRefused(HttpStatus.FORBIDDEN, ("Het aanmelden met %s is niet gelukt. Probeer het opnieuw, "
                    + "of vraag een link per mail.").formatted(service));
        }

        /** The service does not vouch for the address. */
        static SignInRefused addressNotVerified(String service) {
            return new SignInRefused(HttpStatus.FORBIDDEN,
                    ("%s bevestigt niet dat het e-mailadres van je account van jou is, dus daarmee kunnen we je niet "
                            + "aanmelden. Vraag een link per mail, of vraag de ICT-dienst van je school of centrum om het adres te laten "
                            + "bevestigen.")
                            .formatted(service));
        }

        static SignInRefused unknown(String service) {
            return new SignInRefused(HttpStatus.FORBIDDEN,
                    ("Je bent aangemeld bij %s, maar onder dat e-mailadres kunnen we je hier niet binnenlaten. "
                            + "Vraag de directeur van jouw centrum met welk adres je in Zelfscan staat, of laat je door POC+ toevoegen.")
                            .formatted(service));
        }

        /** The service does not answer. */
        static SignInRefused unreachable(String service) {
            return new SignInRefused(HttpStatus.SERVICE_UNAVAILABLE,
                    "Aanmelden met %s lukt nu even niet. Probeer het straks opnieuw, of vraag een link per mail.".formatted(service));
        }

        /** The person stopped it, or the service did. */
        static SignInRefused brokenOff(String service) {
            return new SignInRefused(HttpStatus.FORBIDDEN,
                    "Het aanmelden met %s is afgebroken. Begin opnieuw, of vraag een link per mail.".formatted(service));
        }
    }
}
