package be.zelfscan.access;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** Something that cannot be done with a token. */
final class ApiTokenRefused extends Problem {
    private static final long serialVersionUID = 1L;

    private ApiTokenRefused(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    static ApiTokenRefused tooMany() {
        return new ApiTokenRefused(HttpStatus.TOO_MANY_REQUESTS,
                "Deze sleutel vroeg meer dan %d keer iets in één minuut. Wacht een minuut en ga dan verder."
                        .formatted(ApiTokens.MOST_USES_A_MINUTE));
    }

    static ApiTokenRefused unknown() {
        return new ApiTokenRefused(HttpStatus.NOT_FOUND, "Deze sleutel bestaat niet (meer), of hij is niet van jou.");
    }
}
