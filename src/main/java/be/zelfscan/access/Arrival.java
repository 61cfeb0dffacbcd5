package be.zelfscan.access;

import be.zelfscan.web.PublicAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** The last step of signing in, by whichever way: a session of ours, and on to where one was heading. */
@Singleton
class Arrival {
    private static final String HOME = "/centrum";

    private final SessionCookie cookie;
    private final PublicAddress address;

    Arrival(SessionCookie cookie, PublicAddress address) {
        this.cookie = cookie;
        this.address = address;
    }

    /**
     * @param secret of the session that has begun
     */
    MutableHttpResponse<?> of(HttpRequest<?> request, String secret) {
        return HttpResponse.seeOther(URI.create(Heading.kept(request, address).map(Heading::path).orElse(HOME))).cookie(cookie.of(secret))
                .cookie(Heading.cookie(Optional.empty(), address));
    }
}
