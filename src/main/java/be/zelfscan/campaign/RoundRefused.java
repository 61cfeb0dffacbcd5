package be.zelfscan.campaign;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** Something that cannot be done with a round, or with a centre in it. */
public final class RoundRefused extends Problem {
    private static final long serialVersionUID = 1L;

    private RoundRefused(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    static RoundRefused notFound() {
        return new RoundRefused(HttpStatus.NOT_FOUND, "Deze ronde bestaat niet. Kies een ronde uit de lijst.");
    }

    /** What was asked does not go with how the round, or the scan, now is. */
    static RoundRefused now(String sentence) {
        return new RoundRefused(HttpStatus.CONFLICT, sentence);
    }

    /** What was filled in is not right. */
    static RoundRefused filledIn(String sentence) {
        return new RoundRefused(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }
}
