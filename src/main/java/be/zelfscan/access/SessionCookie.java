package be.zelfscan.access;

import be.zelfscan.web.PublicAddress;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.token.generator.TokenGenerator;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The cookie by which a signed-in person is known: a signed token, valid for {@link #LIFE}. */
@Singleton
class SessionCookie {
    static final Duration LIFE = Duration.ofHours(12);
    private static final String NAME = "zelfscan";

    private final TokenGenerator tokens;
    private final PublicAddress address;

    SessionCookie(TokenGenerator tokens, PublicAddress address) {
        this.tokens = tokens;
        this.address = address;
    }

    Cookie of(SignedIn person) {
        String token = tokens.generateToken(person.toAuthentication(), (int) LIFE.toSeconds()).orElseThrow();
        return cookie(token).maxAge(LIFE);
    }

    Cookie none() {
        return cookie("").maxAge(0);
    }

    private Cookie cookie(String value) {
        return Cookie.of(NAME, value).path("/").httpOnly(true).secure(address.isSecure()).sameSite(SameSite.Lax);
    }
}
