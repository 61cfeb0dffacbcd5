package be.zelfscan.access;

import be.zelfscan.web.PublicAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The cookie that holds the secret of a session. */
@Singleton
class SessionCookie {
    private static final String NAME = "zelfscan";

    private final PublicAddress address;

    SessionCookie(PublicAddress address) {
        this.address = address;
    }

    Cookie of(String secret) {
        return cookie(secret).maxAge(Sessions.LIFE);
    }

    /** Ends the session in the browser. What that person left unsaved there is cleared by the page that asked, not for everybody at once. */
    MutableHttpResponse<?> leave(MutableHttpResponse<?> response) {
        return response.cookie(cookie("").maxAge(0));
    }

    /** The secret that came with a request. */
    Optional<String> secret(HttpRequest<?> request) {
        return request.getCookies().findCookie(address.cookieName(NAME)).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    private Cookie cookie(String value) {
        return Cookie.of(address.cookieName(NAME), value).path("/").httpOnly(true).secure(address.isSecure()).sameSite(SameSite.Lax);
    }
}
