package be.zelfscan.followup;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** Something that cannot be done with notes, labels or introductions. */
public final class FollowupRefused extends Problem {
    private static final long serialVersionUID = 1L;

    private FollowupRefused(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    /** What it is about is not there. */
    static FollowupRefused notFound(String sentence) {
        return new FollowupRefused(HttpStatus.NOT_FOUND, sentence);
    }

    /** It does not go with how things now are. */
    static FollowupRefused now(String sentence) {
        return new FollowupRefused(HttpStatus.CONFLICT, sentence);
    }

    /** What was filled in is not right. */
    static FollowupRefused filledIn(String sentence) {
        return new FollowupRefused(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }
}
