package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostedAnswersTest {
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
                .contains(new Answer.Coded(List.of("sun", "rain")));
    }

    @Test
    void aTextIsReadOnlyWithTheOptionThatAsksForIt() {
        assertThat(answer("differences", Map.of("differences.choice", List.of("beds"), "differences.text", List.of("de serre"))))
                .contains(new Answer.Coded(List.of("beds")));
        assertThat(answer("differences", Map.of("differences.choice", List.of("other"), "differences.text", List.of(" de\u0000 serre "))))
                .contains(new Answer.Coded(List.of("other"), Map.of("other", "de serre")));
    }

    @Test
    void aNoteKeepsItsLinesAndLosesWhatTheDatabaseCannotHold() {
        assertThat(posted(Map.of("motive.revision", List.of("0"), "motive.note", List.of("  één\r\ntwee\rdrie\u0000 \r\n"))))
                .singleElement()
                .extracting(SaveAnswers.Posted::note).isEqualTo("  één\ntwee\ndrie");
    }

    @Test
    void aNoteToAQuestionThatTakesNoneIsNotRead() {
        assertThat(posted(Map.of("stage.revision", List.of("0"), "stage.note", List.of("binnengesmokkeld")))).singleElement()
                .extracting(SaveAnswers.Posted::note).isEqualTo("");
    }

    @Test
    void notYetStandsBesideTheBlocksThatWerePickedSoThatTheRulesSeeBoth() {
        Map<String, List<String>> fields = Map.of("inspiring.revision", List.of("0"), "inspiring.choice", List.of("not-yet", "water"),
                "inspiring.considered", List.of("delen", ""));

        assertThat(SaveAnswers.Posted.of(fields, SMALL.closing().orElseThrow().questions())).singleElement()
                .extracting(SaveAnswers.Posted::answer)
                .isEqualTo(Optional.of(Answer.Coded.of("water", "not-yet", "delen")));
    }

    @Test
    void ofTwoWaysTheOneThatIsSaidCountsAndWhatWasPickedBeforeIsKeptBesideIt() {
        List<Question> closing = Definitions.shipped().closing().orElseThrow().questions();
        Map<String, List<String>> picked = Map.of("inspiring.revision", List.of("0"), "inspiring.way", List.of("picked"),
                "inspiring.choice",
                List.of("plg"), "inspiring.considered", List.of("teamwerk"));
        Map<String, List<String>> notYet = new HashMap<>(picked);
        notYet.put("inspiring.way", List.of("not-yet"));

        assertThat(SaveAnswers.Posted.of(picked, closing)).singleElement().extracting(SaveAnswers.Posted::answer)
                .isEqualTo(Optional.of(new Answer.Coded(List.of("plg"))));
        assertThat(SaveAnswers.Posted.of(notYet, closing)).singleElement().satisfies(one -> {
            assertThat(one.answer()).contains(Answer.Coded.of("not-yet"));
            assertThat(one.aside().values("choice")).containsExactly("plg");
        });
    }

    @Test
    void aWayThatIsTakenBackIsNoAnswerAndKeepsWhatWasPicked() {
        Map<String, List<String>> fields = Map.of("inspiring.revision", List.of("2"), "inspiring.way", List.of(""), "inspiring.choice",
                List.of("plg", "teamwerk"));
        assertThat(SaveAnswers.Posted.of(fields, Definitions.shipped().closing().orElseThrow().questions())).singleElement()
                .satisfies(one -> {
                    assertThat(one.answer()).isEmpty();
                    assertThat(one.aside().values("choice")).containsExactly("plg", "teamwerk");
                });
    }

    @Test
    void theWayOfBlocksIsAnAnswerBeforeABlockIsPicked() {
        Map<String, List<String>> fields = Map.of("inspiring.revision", List.of("0"), "inspiring.way", List.of("picked"));
        assertThat(SaveAnswers.Posted.of(fields, Definitions.shipped().closing().orElseThrow().questions())).singleElement()
                .extracting(SaveAnswers.Posted::answer).isEqualTo(Optional.of(new Answer.Coded(List.of())));
    }

    @Test
    void twoStagesAtOnceAreSeenToBeTwo() {
        assertThat(posted(Map.of("stage.revision", List.of("0"), "stage.choice", List.of("zaad", "kiem")))).singleElement()
                .extracting(SaveAnswers.Posted::answer).isEqualTo(Optional.of(Answer.Coded.of("zaad", "kiem")));
    }

    @Test
    void aRevisionThatIsNoNumberIsNone() {
        for (String forged : List.of("", "-1", "1e3", "99999999999999999999", "٣")) {
            assertThat(posted(Map.of("stage.revision", List.of(forged)))).singleElement().extracting(SaveAnswers.Posted::shown)
                    .isEqualTo(Optional.empty());
        }
    }

    @Test
    void theRevisionThatOnesOwnAnswerWasChosenOverGoesBeforeThatOfThePage() {
        assertThat(posted(Map.of("stage.revision", List.of("2"), "stage.mine", List.of("5")))).singleElement()
                .extracting(SaveAnswers.Posted::base).isEqualTo(5);
    }

    @Test
    void theTextOfAnOptionThatIsNotChosenStandsBesideTheAnswer() {
        Map<String, List<String>> fields = Map.of("differences.revision", List.of("1"), "differences.choice", List.of("none"),
                "differences.text", List.of(" de serre "));

        assertThat(posted(fields)).singleElement().satisfies(one -> {
            assertThat(one.answer()).contains(new Answer.Coded(List.of("none")));
            assertThat(one.aside()).isEqualTo(new Aside(Map.of("text", List.of("de serre"))));
        });
    }

    @Test
    void eachOfTwoOptionsThatAskForATextKeepsItsOwn() {
        Questionnaire two = Definitions.read("two.json", Definitions.smallText().replace("\"nee, elk bed is anders\"",
                "\"nee, elk bed is anders\", \"text\": true"));
        Map<String, List<String>> fields = Map.of("differences.revision", List.of("1"), "differences.choice", List.of("beds", "other"),
                "differences.text.beds", List.of("bed 2"), "differences.text.other", List.of("de serre"));

        assertThat(SaveAnswers.Posted.of(fields, two.blockQuestions())).singleElement().satisfies(one -> {
            assertThat(one.answer())
                    .contains(new Answer.Coded(List.of("beds", "other"), Map.of("beds", "bed 2", "other", "de serre")));
            assertThat(one.aside()).isEqualTo(Aside.NONE);
            assertThat(one.question().lines(one.answer(), two)).containsExactly("nee, elk bed is anders: bed 2",
                    "nee, nog iets anders: de serre");
        });
    }

    @Test
    void blocksThatAreConsideredStandBesideTheAnswerUntilThatWayIsChosen() {
        Map<String, List<String>> fields = Map.of("inspiring.revision", List.of("0"), "inspiring.choice", List.of("water"),
                "inspiring.considered", List.of("delen"));

        assertThat(SaveAnswers.Posted.of(fields, SMALL.closing().orElseThrow().questions())).singleElement().satisfies(one -> {
            assertThat(one.answer()).contains(new Answer.Coded(List.of("water")));
            assertThat(one.aside().values("considered")).containsExactly("delen");
        });
    }

    @Test
    void takingBackOneOfTwoWaysAlsoTakesBackWhatWasPicked() {
        for (String way : List.of("picked", "not-yet", "")) {
            Map<String, List<String>> fields = Map.of("inspiring.revision", List.of("2"), "inspiring.way", List.of("", way),
                    "inspiring.choice", List.of("plg", "teamwerk"), "inspiring.clear", List.of("1"));

            assertThat(SaveAnswers.Posted.of(fields, Definitions.shipped().closing().orElseThrow().questions())).singleElement()
                    .satisfies(one -> {
                        assertThat(one.answer()).as(way).isEmpty();
                        assertThat(one.aside()).as(way).isEqualTo(Aside.NONE);
                    });
        }
    }

    @Test
    void anOpenPlaceInAnOrderStaysOpen() {
        Map<String, List<String>> fields = Map.of("priorities.revision", List.of("0"), "priorities.choice",
                List.of("", "water", "", "delen", ""));

        assertThat(SaveAnswers.Posted.of(fields, SMALL.closing().orElseThrow().questions())).singleElement()
                .extracting(SaveAnswers.Posted::answer)
                .isEqualTo(Optional.of(new Answer.Coded(List.of("", "water", "", "delen"))));
    }

    @Test
    void aChoiceThatIsTakenBackLeavesTheTextBesideIt() {
        Map<String, List<String>> fields = Map.of("differences.revision", List.of("1"), "differences.choice", List.of("other"),
                "differences.text", List.of("de serre"), "differences.clear", List.of("1"));

        assertThat(posted(fields)).singleElement().satisfies(one -> {
            assertThat(one.answer()).isEmpty();
            assertThat(one.aside().values("text")).containsExactly("de serre");
        });
    }

    private static List<SaveAnswers.Posted> posted(Map<String, List<String>> fields) {
        return SaveAnswers.Posted.of(fields, SMALL.blockQuestions());
    }

    private static Optional<Answer> answer(String question, Map<String, List<String>> fields) {
        Map<String, List<String>> onPage = new HashMap<>(fields);
        onPage.put(question + ".revision", List.of("0"));
        return posted(onPage).getFirst().answer();
    }
}
