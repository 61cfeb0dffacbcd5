package be.zelfscan.access;

import io.micronaut.security.authentication.Authentication;
import java.util.UUID;

/** The person behind a request. */
public record SignedIn(UUID personId, String name) {
    private static final String NAME = "name";

    static SignedIn of(Authentication authentication) {
        return new SignedIn(UUID.fromString(authentication.getName()),
                String.valueOf(authentication.getAttributes().getOrDefault(NAME, "")));
    }

    Authentication toAuthentication() {
        return Authentication.build(personId.toString(), java.util.Map.of(NAME, name));
    }
}
