package be.zelfscan.scan;

import be.zelfscan.question.Condition;
import be.zelfscan.question.Question;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.stream.Stream;

/** What a page shows after a write. */
final class SavedAnswers {
    private final ScanState state;
    private final String section;
    private final SaveOutcome outcome;
    private final Templates templates;

    SavedAnswers(SaveOutcome outcome, Templates templates) {
        this.templates = templates;
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
            case SaveOutcome.Result.Merged merged -> "merged:" + merged.revision();
            case SaveOutcome.Result.Refused refused -> "refused:" + refused.base();
            case SaveOutcome.Result.Stale stale -> "conflict:" + stale.base();
        }));
        return mark.toString();
    }

    ScanPages.Saved part() {
        List<QuestionView> all = questions();
        List<QuestionView> posted = all.stream().filter(view -> outcome.byQuestion().containsKey(view.id())).toList();
        List<QuestionView> swapped = all.stream()
                .filter(view -> isNewer(outcome.byQuestion().get(view.id()))
                        || dependsOnPosted(view.question()) && !outcome.byQuestion().containsKey(view.id()))
                .toList();
        return new ScanPages.Saved(posted, swapped, Navigation.entry(state, section, section),
                state.questionnaire().isClosing(section), Navigation.Completion.of(state));
    }

    /** Whether what stands is not what was posted, so that the page needs it. */
    private static boolean isNewer(SaveOutcome.Result result) {
        return result instanceof SaveOutcome.Result.Newer || result instanceof SaveOutcome.Result.Merged;
    }

    private QuestionView view(Question question) {
        QuestionView view = QuestionView.of(state.questionnaire(), question, section, state.address().section(section), state.answers(),
                state.progress().visible(), state.today(), templates);
        SaveOutcome.Result result = outcome.byQuestion().get(question.id());
        return result == null ? view : view.after(result);
    }

    private boolean dependsOnPosted(Question question) {
        return Stream.concat(question.type().dependsOn(question, state.questionnaire()).stream(), conditions(question))
                .anyMatch(outcome.byQuestion()::containsKey);
    }

    /** The questions of this section by whose answers a question is asked or not; also those on which these depend. */
    private Stream<String> conditions(Question question) {
        return question.visibleWhen().stream().flatMap(Condition::dependsOn).filter(on -> on.sectionFrom(section).equals(section))
                .flatMap(on -> Stream.concat(Stream.of(on.question()),
                        state.questionnaire().question(section, on.question()).stream().flatMap(this::conditions)));
    }

    /** Whether a question came to be asked by what was posted, and nobody answered it yet. */
    boolean isOneAskedNow() {
        return questions().stream().anyMatch(view -> view.isAsked() && view.revision() == 0
                && conditions(view.question()).anyMatch(outcome.byQuestion()::containsKey)
                && !outcome.byQuestion().containsKey(view.id()));
    }

    /** Whether what was posted makes another answer impossible, so that it is asked again. */
    boolean isOneAskedAgain() {
        return questions().stream().anyMatch(view -> dependsOnPosted(view.question()) && !view.askedAgain().isEmpty());
    }
}
