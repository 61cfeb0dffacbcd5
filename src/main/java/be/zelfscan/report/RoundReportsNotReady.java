package be.zelfscan.report;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** The reports of a round cannot be fetched now. */
final class RoundReportsNotReady extends Problem {
    private static final long serialVersionUID = 1L;

    private RoundReportsNotReady(String sentence) {
        super(HttpStatus.CONFLICT, sentence);
    }

    static RoundReportsNotReady notOrdered() {
        return new RoundReportsNotReady(
                "De rapporten van deze ronde zijn nog niet gemaakt, of ze zijn gewist. Laat ze eerst maken op de pagina met de rapporten van de ronde.");
    }

    static RoundReportsNotReady busy(RoundReportRepository.Standing standing) {
        return new RoundReportsNotReady("De rapporten worden nog gemaakt: %d van %d zijn klaar. Probeer het straks opnieuw."
                .formatted(standing.done(), standing.total()));
    }
}
