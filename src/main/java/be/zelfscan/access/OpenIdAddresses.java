package be.zelfscan.access;

import be.zelfscan.web.PublicAddress;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.oauth2.url.DefaultOauthRouteUrlBuilder;
import io.micronaut.security.oauth2.url.OauthRouteUrlBuilder;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;

/** Where signing in elsewhere begins, and where one comes back; as people reach us, whatever a request says that our address is. */
@Singleton
@Replaces(DefaultOauthRouteUrlBuilder.class)
@Requires(beans = OpenIdSettings.class)
class OpenIdAddresses implements OauthRouteUrlBuilder<HttpRequest<?>> {
    static final String BEGIN = "/aanmelden/account";
    static final String BACK = "/aanmelden/account/terug";

    private final PublicAddress address;

    OpenIdAddresses(PublicAddress address) {
        this.address = address;
    }

    @Override
    public URL buildLoginUrl(@Nullable HttpRequest<?> originating, String providerName) {
        return buildUrl(originating, BEGIN);
    }

    @Override
    public URL buildCallbackUrl(@Nullable HttpRequest<?> originating, String providerName) {
        return buildUrl(originating, BACK);
    }

    @Override
    public URI buildLoginUri(String providerName) {
        return URI.create(BEGIN);
    }

    @Override
    public URI buildCallbackUri(String providerName) {
        return URI.create(BACK);
    }

    @Override
    public URL buildUrl(@Nullable HttpRequest<?> current, String path) {
        try {
            return URI.create(address.of(path)).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
