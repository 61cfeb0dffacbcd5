package be.zelfscan.comparison;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** What was asked to compare means nothing; the sentence says what was expected. */
final class ComparisonRefused extends Problem {
    private static final long serialVersionUID = 1L;

    ComparisonRefused(String sentence) {
        super(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }
}
