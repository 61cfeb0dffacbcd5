package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
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
        /** It stands in the database as this revision, whether written now or before. */
        record Kept(int revision) implements Result {}

        /**
         * Nothing had to be written: the page had not changed it, the same key wrote it before, or the newer answer was chosen over it. A newer
         * answer stands, and the page gets this revision only together with its content.
         */
        record Newer(int revision) implements Result {}

        /**
         * It stands in the database together with what somebody else did to other rows of the same table meanwhile. The page gets this revision only together
         * with its content.
         */
        record Merged(int revision) implements Result {}

        /** It was not written; what was posted is given back, with the revision that it was made from. */
        record Refused(List<AnswerProblem> problems, int base, Optional<Answer> answer, String note, Aside aside) implements Result {}

        /**
         * Another answer was given meanwhile: nothing was overwritten. What was posted was made from the base.
         *
         * @param own whether the other answer is of the same person, on another page
         */
        record Stale(GivenAnswer theirs, boolean own, int base, Optional<Answer> answer, String note, Aside aside) implements Result {}
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
