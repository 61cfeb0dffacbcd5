package be.zelfscan.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the answers of one request.
 *
 * @param section in which it was answered
 * @param byQuestion per question that was posted
 * @param state the scan as it stands now
 */
public record SaveOutcome(String section, Map<String, Result> byQuestion, ScanState state) {

    /** What became of one answer. */
    public sealed interface Result {
        /** It stands in the database, whether written now or before. */
        record Kept(int revision) implements Result {}

        /** The answer of somebody else was chosen over one's own: nothing was written. */
        record TheirsKept(int revision) implements Result {}

        /** It was not written; what was posted is given back. */
        record Refused(List<AnswerProblem> problems, Optional<Answer> answer, String note) implements Result {}

        /** Somebody else answered meanwhile: nothing was overwritten. The page was made from the base. */
        record Stale(GivenAnswer theirs, int base, Optional<Answer> answer, String note) implements Result {}
    }

    public boolean anyRefused() {
        return byQuestion.values().stream().anyMatch(Result.Refused.class::isInstance);
    }

    public boolean anyStale() {
        return byQuestion.values().stream().anyMatch(Result.Stale.class::isInstance);
    }

    public boolean allKept() {
        return !anyRefused() && !anyStale();
    }
}
