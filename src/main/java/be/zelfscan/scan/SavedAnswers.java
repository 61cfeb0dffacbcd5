package be.zelfscan.scan;

import be.zelfscan.questionnaire.Question;
import be.zelfscan.web.BelgianDutch;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a page shows after a write. */
final class SavedAnswers {
    /**
     * What a script swaps into the page after a write.
     *
     * @param questions those that were posted
     * @param ambition the ambition as it is to be asked now, when the stage was posted
     */
    record Part(List<QuestionView> questions, Optional<QuestionView> ambition, Navigation navigation, String savedAt, String key) {}

    private final ScanReading.ScanState state;
    private final String section;
    private final SaveOutcome outcome;

    SavedAnswers(ScanReading.ScanState state, String section, SaveOutcome outcome) {
        this.state = state;
        this.section = section;
        this.outcome = outcome;
    }

    HttpStatus status() {
        return outcome.anyStale() ? HttpStatus.CONFLICT : outcome.anyRefused() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK;
    }

    /** All questions of the section, those that were posted with what became of them. */
    List<QuestionView> questions() {
        return state.questionnaire().questions(section).stream().map(this::view).toList();
    }

    Part part() {
        List<QuestionView> posted = questions().stream().filter(view -> outcome.byQuestion().containsKey(view.id())).toList();
        boolean stagePosted = outcome.byQuestion().containsKey(state.questionnaire().placement().id());
        Optional<QuestionView> ambition = stagePosted ? questions().stream()
                .filter(view -> view.question() instanceof Question.Ambition && !outcome.byQuestion().containsKey(view.id())).findFirst()
                : Optional.empty();
        return new Part(posted, ambition, Navigation.of(state, section), state.savedAt(section), UUID.randomUUID().toString());
    }

    private QuestionView view(Question question) {
        String address = new ScanAddress(state.scan().id(), state.questionnaire().closing().id()).section(section);
        QuestionView view = QuestionView.of(state.questionnaire(), question, section, address, state.answers());
        SaveOutcome.Result result = outcome.byQuestion().get(question.id());
        QuestionView shown = result == null ? view : view.after(result, "");
        return question instanceof Question.Ambition && outcome.ambitionAskedAgain().isPresent() ? shown.askedAgain(askedAgain()) : shown;
    }

    private String askedAgain() {
        String stage = outcome.ambitionAskedAgain().orElse("").toLowerCase(BelgianDutch.LOCALE);
        return stage.isEmpty() ? "Er is geen stadium meer gekozen. Kies eerst het stadium van vandaag en daarna opnieuw de ambitie."
                : "Jullie stadium is nu ‘" + stage + "’. De ambitie van daarnet past daar niet meer bij: kies ze opnieuw.";
    }
}
