package be.zelfscan.access;

import be.zelfscan.web.PublicAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * The page of ours that somebody asked for who had to sign in first. The browser keeps it while one signs in, by whichever way. The library
 * has the like ({@code redirect.prior-to-login}), but it believes what its cookie says, and two tabs share it.
 *
 * @param path begins with one slash; with its query
 */
public record Destination(String path) {
    /** The field of an address or form that says it. */
    static final String FIELD = "naar";
    static final String SIGN_IN = "/aanmelden";
    private static final String COOKIE = "zelfscan-naar";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int LONGEST = 1_000;

    /** Of what an address says; empty when it is no page of ours, so that nobody is led elsewhere from here. */
    static Optional<Destination> of(String text) {
        if (text.length() > LONGEST || !text.startsWith("/") || text.startsWith("//") || isOf(text, SIGN_IN)) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            return address.isAbsolute() || address.getRawAuthority() != null || !address.normalize().toString().equals(text)
                    ? Optional.empty()
                    : Optional.of(new Destination(text));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isOf(String text, String page) {
        return text.equals(page) || text.startsWith(page + "/") || text.startsWith(page + "?");
    }

    /** As the query of a request says. */
    public static Optional<Destination> asked(HttpRequest<?> request) {
        return of(request.getParameters().get(FIELD, String.class).orElse(""));
    }

    /** As the browser keeps it; empty also when that is none of what we gave it. */
    static Optional<Destination> kept(HttpRequest<?> request, PublicAddress address) {
        return request.getCookies().findCookie(address.cookieName(COOKIE)).map(Cookie::getValue).flatMap(value -> {
            try {
                return of(URLDecoder.decode(value, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        });
    }

    private String encoded() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** An address where signing in begins, knowing it. */
    static String with(String address, Optional<Destination> destination) {
        return address + destination.map(page -> "?" + FIELD + "=" + page.encoded()).orElse("");
    }

    /** For the browser to keep; one that was kept before goes when there is none. */
    public static Cookie cookie(Optional<Destination> destination, PublicAddress address) {
        return Cookie.of(address.cookieName(COOKIE), destination.map(Destination::encoded).orElse("")).path("/").httpOnly(true)
                .secure(address.isSecure()).sameSite(SameSite.Lax).maxAge(destination.isPresent() ? KEPT : Duration.ZERO);
    }
}
