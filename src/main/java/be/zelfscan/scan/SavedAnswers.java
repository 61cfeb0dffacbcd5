package be.zelfscan.scan;

import be.zelfscan.questionnaire.Question;
import io.micronaut.http.HttpStatus;
import java.util.List;

/** What a page shows after a write. */
final class SavedAnswers {
    private final ScanState state;
    private final String section;
    private final SaveOutcome outcome;

    SavedAnswers(SaveOutcome outcome) {
        this.state = outcome.state();
        this.section = outcome.section();
        this.outcome = outcome;
    }

    HttpStatus status() {
        return outcome.anyStale() ? HttpStatus.CONFLICT : outcome.anyRefused() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK;
    }

    /** All questions of the section, those that were posted with what became of them. */
    List<QuestionView> questions() {
        return state.questionnaire().questions(section).stream().map(this::view).toList();
    }

    /**
     * What a script believes, and nothing else: the key of the write, and what became of each question with the revision that goes with it.
     */
    String mark(String key) {
        StringBuilder mark = new StringBuilder(key);
        outcome.byQuestion().forEach((question, result) -> mark.append(';').append(question).append('=').append(switch (result) {
            case SaveOutcome.Result.Kept kept -> "saved:" + kept.revision();
            case SaveOutcome.Result.Newer newer -> "newer:" + newer.revision();
            case SaveOutcome.Result.Refused refused -> "refused:" + refused.base();
            case SaveOutcome.Result.Stale stale -> "conflict:" + stale.base();
        }));
        return mark.toString();
    }

    ScanPages.Saved part() {
        List<QuestionView> all = questions();
        List<QuestionView> posted = all.stream().filter(view -> outcome.byQuestion().containsKey(view.id())).toList();
        boolean stagePosted = outcome.byQuestion().containsKey(state.questionnaire().placement().id());
        List<QuestionView> swapped = all.stream()
                .filter(view -> outcome.byQuestion().get(view.id()) instanceof SaveOutcome.Result.Newer
                        || stagePosted && view.question() instanceof Question.Ambition && !outcome.byQuestion().containsKey(view.id()))
                .toList();
        return new ScanPages.Saved(posted, swapped, Navigation.entry(state, section, section),
                section.equals(state.questionnaire().closing().id()), Navigation.Completion.of(state));
    }

    private QuestionView view(Question question) {
        QuestionView view = QuestionView.of(state.questionnaire(), question, section, state.address().section(section), state.answers(),
                state.today());
        SaveOutcome.Result result = outcome.byQuestion().get(question.id());
        return result == null ? view : view.after(result);
    }

    /** Whether the stage that was posted makes the ambition impossible, so that it is asked again. */
    boolean isAmbitionAskedAgain() {
        return outcome.byQuestion().containsKey(state.questionnaire().placement().id())
                && questions().stream().anyMatch(view -> !view.askedAgain().isEmpty());
    }
}
