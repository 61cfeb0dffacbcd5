package be.zelfscan.access;

import be.zelfscan.web.PublicAddress;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.util.Map;

/** What a browser keeps while somebody signs in elsewhere, by which we know it again when it comes back. */
enum OpenIdCookie {
    state("state"), nonce("openid.nonce"), challenge("pkce");

    private static final String PATH = "/";
    /** A first time, the other service may ask for a second factor to be set up. */
    private static final String KEPT = "15m";

    private final String part;

    OpenIdCookie(String part) {
        this.part = part;
    }

    private String cookieName(boolean secure) {
        return PublicAddress.cookieName("zelfscan-" + name(), secure);
    }

    /** How the library is told. */
    Map<String, Object> properties(boolean secure) {
        String prefix = "micronaut.security.oauth2." + part + ".cookie.cookie-";
        return Map.of(prefix + "name", cookieName(secure), prefix + "path", PATH, prefix + "secure", secure, prefix + "max-age", KEPT);
    }

    /** Leaves none of them in the browser: each is good for coming back once. */
    static MutableHttpResponse<?> removeAll(MutableHttpResponse<?> response, boolean secure) {
        for (OpenIdCookie cookie : values()) {
            response.cookie(
                    Cookie.of(cookie.cookieName(secure), "").path(PATH).httpOnly(true).secure(secure).sameSite(SameSite.Lax).maxAge(0));
        }
        return response;
    }
}
