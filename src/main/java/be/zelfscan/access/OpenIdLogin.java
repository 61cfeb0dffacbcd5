package be.zelfscan.access;

import be.zelfscan.web.PublicAddress;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.handlers.RedirectingLoginHandler;
import jakarta.inject.Singleton;

/** What a browser gets that comes back: our cookie and the way on. No token goes to the browser. */
@Singleton
@Requires(beans = OpenIdSettings.class)
class OpenIdLogin implements RedirectingLoginHandler<HttpRequest<?>, MutableHttpResponse<?>> {
    private final Arrival arrival;
    private final OpenIdSettings settings;
    private final PublicAddress address;

    OpenIdLogin(Arrival arrival, OpenIdSettings settings, PublicAddress address) {
        this.address = address;
        this.arrival = arrival;
        this.settings = settings;
    }

    @Override
    public MutableHttpResponse<?> loginSuccess(Authentication authentication, HttpRequest<?> request) {
        return OpenIdCookie.removeAll(arrival.of(request, OpenIdArrivals.secret(authentication)), address.isSecure());
    }

    @Override
    public MutableHttpResponse<?> loginRefresh(Authentication authentication, String refreshToken, HttpRequest<?> request) {
        throw SignInRefused.notTrusted(settings.name());
    }

    @Override
    public MutableHttpResponse<?> loginFailed(AuthenticationResponse response, HttpRequest<?> request) {
        throw SignInRefused.notTrusted(settings.name());
    }
}
