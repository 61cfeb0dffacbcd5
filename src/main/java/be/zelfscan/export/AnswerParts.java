package be.zelfscan.export;

import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.Answer;
import be.zelfscan.scan.AnswerText;
import java.util.List;
import java.util.Optional;

/** An answer taken apart: codes, labels, and what was added to it. Pure. */
final class AnswerParts {
    private AnswerParts() {}

    /** The codes of what was answered, in order. */
    static List<String> codes(Answer answer) {
        return switch (answer) {
            case Answer.Placed placed -> List.of(placed.stage());
            case Answer.Hold hold -> List.of(Question.Ambition.HOLD);
            case Answer.Grow grow -> List.of(grow.stage());
            case Answer.Chosen chosen -> chosen.options();
            case Answer.SelectedBlocks selected -> selected.notYet() ? List.of(Question.BlockSelection.NOT_YET) : selected.blocks();
            case Answer.RankedBlocks ranked -> ranked.blocks();
        };
    }

    /** The same in the words of the instrument, without what was added. */
    static List<String> labels(Questionnaire questionnaire, Question question, Answer answer) {
        return switch (answer) {
            case Answer.Chosen chosen -> AnswerText.lines(questionnaire, question, Optional.of(chosen.untyped()));
            case Answer.SelectedBlocks selected -> AnswerText.lines(questionnaire, question,
                    Optional.of(new Answer.SelectedBlocks(selected.blocks(), selected.notYet(), List.of())));
            case Answer.RankedBlocks ranked -> ranked.blocks().stream().map(questionnaire::sectionTitle).toList();
            case Answer.Placed placed -> AnswerText.lines(questionnaire, question, Optional.of(placed));
            case Answer.Ambition ambition -> AnswerText.lines(questionnaire, question, Optional.of(ambition));
        };
    }

    /** What was typed with the options that ask for a text. */
    static String ownText(Answer answer) {
        return answer instanceof Answer.Chosen chosen ? String.join("; ", chosen.typed()) : "";
    }

    /** The blocks that are considered beside "not yet". */
    static List<String> considered(Answer answer) {
        return answer instanceof Answer.SelectedBlocks selected ? selected.considered() : List.of();
    }
}
