package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerFormTest {
    private static final Questionnaire SMALL = Definitions.small();

    @Test
    void aQuestionIsPostedByAnyOfItsFieldsAlsoWithoutItsRevision() {
        assertThat(posted(Map.of("levers.choice", List.of("sun")))).singleElement().satisfies(one -> {
            assertThat(one.question().id()).isEqualTo("levers");
            assertThat(one.shown()).isEmpty();
        });
        assertThat(posted(Map.of("motive.revision", List.of("3")))).singleElement().satisfies(one -> {
            assertThat(one.question().id()).isEqualTo("motive");
            assertThat(one.base()).isEqualTo(3);
            assertThat(one.answer()).isEmpty();
        });
    }

    @Test
    void optionsStandInTheOrderOfTheDefinitionWhateverTheOrderOfPosting() {
        assertThat(answer("levers", Map.of("levers.choice", List.of("rain", "sun", "rain"))))
                .contains(new Answer.Chosen(List.of("sun", "rain"), ""));
    }

    @Test
    void aTextIsReadOnlyWithTheOptionThatAsksForIt() {
        assertThat(answer("differences", Map.of("differences.choice", List.of("beds"), "differences.text", List.of("de serre"))))
                .contains(new Answer.Chosen(List.of("beds"), ""));
        assertThat(answer("differences", Map.of("differences.choice", List.of("other"), "differences.text", List.of(" de\u0000 serre "))))
                .contains(new Answer.Chosen(List.of("other"), "de serre"));
    }

    @Test
    void aNoteKeepsItsLinesAndLosesWhatTheDatabaseCannotHold() {
        assertThat(posted(Map.of("motive.revision", List.of("0"), "motive.note", List.of("  één\r\ntwee\rdrie\u0000 \r\n"))))
                .singleElement()
                .extracting(AnswerForm.Posted::note).isEqualTo("  één\ntwee\ndrie");
    }

    @Test
    void aNoteToAQuestionThatTakesNoneIsNotRead() {
        assertThat(posted(Map.of("stage.revision", List.of("0"), "stage.note", List.of("binnengesmokkeld")))).singleElement()
                .extracting(AnswerForm.Posted::note).isEqualTo("");
    }

    @Test
    void notYetStandsBesideTheBlocksThatWerePickedSoThatTheRulesSeeBoth() {
        Map<String, List<String>> fields = Map.of("inspiring.revision", List.of("0"), "inspiring.choice", List.of("not-yet", "water"),
                "inspiring.considered", List.of("delen", ""));

        assertThat(new AnswerForm(fields).posted(SMALL.closing().questions())).singleElement().extracting(AnswerForm.Posted::answer)
                .isEqualTo(Optional.of(new Answer.SelectedBlocks(List.of("water"), true, List.of("delen"))));
    }

    @Test
    void twoStagesAtOnceAreSeenToBeTwo() {
        assertThat(posted(Map.of("stage.revision", List.of("0"), "stage.choice", List.of("zaad", "kiem")))).singleElement()
                .extracting(AnswerForm.Posted::single).isEqualTo(false);
    }

    @Test
    void aRevisionThatIsNoNumberIsNone() {
        for (String forged : List.of("", "-1", "1e3", "99999999999999999999", "٣")) {
            assertThat(posted(Map.of("stage.revision", List.of(forged)))).singleElement().extracting(AnswerForm.Posted::shown).isEqualTo(Optional.empty());
        }
    }

    @Test
    void theRevisionThatOnesOwnAnswerWasChosenOverGoesBeforeThatOfThePage() {
        assertThat(posted(Map.of("stage.revision", List.of("2"), "stage.mine", List.of("5")))).singleElement()
                .extracting(AnswerForm.Posted::base).isEqualTo(5);
    }

    private static List<AnswerForm.Posted> posted(Map<String, List<String>> fields) {
        return new AnswerForm(fields).posted(SMALL.blockQuestions());
    }

    private static Optional<Answer> answer(String question, Map<String, List<String>> fields) {
        Map<String, List<String>> onPage = new HashMap<>(fields);
        onPage.put(question + ".revision", List.of("0"));
        return posted(onPage).getFirst().answer();
    }
}
