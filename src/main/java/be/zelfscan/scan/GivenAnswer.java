package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer in force to one question of one section.
 *
 * @param answer empty while only a note was given, or after an answer had to be asked again
 * @param note the text that goes with it, at most {@value be.zelfscan.question.AnswerProblem#NOTE_LIMIT} characters; empty when none
 * @param revision from 1; 0 for a question that nobody has answered
 * @param aside what the question holds beside its answer
 * @param by the name of who answered last; empty where nobody has to know
 */
public record GivenAnswer(String section, String question, int revision, Optional<Answer> answer, String note, Aside aside, String by,
        Instant at) {
    public GivenAnswer(String section, String question, int revision, Optional<Answer> answer, String note, String by, Instant at) {
        this(section, question, revision, answer, note, Aside.NONE, by, at);
    }

    /** What stands where nobody has answered. */
    public static GivenAnswer none(String section, String question) {
        return new GivenAnswer(section, question, 0, Optional.empty(), "", "", Instant.EPOCH);
    }

    /** Whether the same was answered, whoever did it and when. */
    boolean sameContent(Optional<Answer> otherAnswer, String otherNote, Aside otherAside) {
        return answer.equals(otherAnswer) && note.equals(otherNote) && aside.equals(otherAside);
    }
}
