package be.zelfscan.access;

import be.zelfscan.web.PublicAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** The cookie that holds the secret of a session. */
@Singleton
public class SessionCookie {
    private static final String NAME = "zelfscan";
    private static final String HOME = "/centrum";

    private final PublicAddress address;

    SessionCookie(PublicAddress address) {
        this.address = address;
    }

    /** Keeps the secret of a session that has begun, and leads to the page that was asked for before. */
    public MutableHttpResponse<?> enter(HttpRequest<?> request, String secret) {
        return HttpResponse.seeOther(URI.create(Destination.kept(request, address).map(Destination::path).orElse(HOME)))
                .cookie(cookie(secret).maxAge(Sessions.LIFE)).cookie(Destination.cookie(Optional.empty(), address));
    }

    /**
     * Ends the session in the browser. What that person left unsaved there is cleared by the page that asked, not for everybody at once.
     */
    MutableHttpResponse<?> leave(MutableHttpResponse<?> response) {
        return response.cookie(cookie("").maxAge(0));
    }

    /** The secret that came with a request. */
    public Optional<String> secret(HttpRequest<?> request) {
        return request.getCookies().findCookie(address.cookieName(NAME)).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    private Cookie cookie(String value) {
        return Cookie.of(address.cookieName(NAME), value).path("/").httpOnly(true).secure(address.isSecure()).sameSite(SameSite.Lax);
    }
}
