package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisibleTest {
    private static final String QUESTION = "{ \"id\": \"%s\", \"type\": \"single\", \"label\": \"%s?\", \"shortLabel\": \"%s\", \"source\": \"1\","
            + " \"required\": true, \"options\": [{ \"id\": \"yes\", \"label\": \"ja\" }, { \"id\": \"no\", \"label\": \"nee\" }]%s }";
    private static final Questionnaire GARDEN = Definitions.read("garden.json", """
            { "id": "tuin", "version": "1", "language": "nl-BE", "title": "Tuin", "source": "Verzonnen", "disclaimer": "Verzonnen.",
              "clusters": [{ "id": "bed", "title": "Bed", "source": "1", "sections": [
                { "id": "sla", "title": "Sla", "source": "1", "questions": [%s, %s, %s] },
                { "id": "kool", "title": "Kool", "source": "1", "questions": [%s] }] }] }
            """.formatted(question("sown", ""), question("grows", "\"question\": \"sown\", \"is\": \"yes\""),
            question("eaten", "\"question\": \"grows\", \"is\": [\"yes\"]"),
            question("too", "\"any\": [{ \"section\": \"sla\", \"question\": \"eaten\", \"answered\": true },"
                    + " { \"not\": { \"section\": \"sla\", \"question\": \"sown\", \"has\": \"yes\" } }]")));

    private static String question(String id, String condition) {
        return QUESTION.formatted(id, id, id, condition.isEmpty() ? "" : ", \"visibleWhen\": { " + condition + " }");
    }

    @Test
    void aQuestionIsAskedWhenWhatWasAnsweredBeforeAsksForIt() {
        assertThat(asked("sla", given("sown", "no"))).containsExactly("sown");
        assertThat(asked("sla", given("sown", "yes"))).containsExactly("sown", "grows");
        assertThat(asked("sla", given("sown", "yes"), given("grows", "yes"))).containsExactly("sown", "grows", "eaten");
    }

    @Test
    void anAnswerToAQuestionThatIsNotAskedCountsForNothing() {
        GivenAnswer[] answers = {given("sown", "no"), given("grows", "yes"), given("eaten", "yes")};

        assertThat(asked("sla", answers)).containsExactly("sown");
        assertThat(Visible.of(GARDEN, new Answers(List.of(answers))).of(new Answers(List.of(answers))).all())
                .extracting(GivenAnswer::question).containsExactly("sown");
    }

    @Test
    void aConditionReachesOverSectionsAndCanBeMadeOfOthers() {
        assertThat(asked("kool", given("sown", "yes"))).isEmpty();
        assertThat(asked("kool", given("sown", "no"))).containsExactly("too");
        assertThat(asked("kool", given("sown", "yes"), given("grows", "yes"), given("eaten", "no"))).containsExactly("too");
    }

    @Test
    void whatIsNotAskedIsNotOpenAndASectionOfWhichNothingIsAskedIsComplete() {
        Progress progress = new Progress(GARDEN, new Answers(List.of(given("sown", "yes"), given("grows", "no"))));

        assertThat(progress.open()).isEmpty();
        assertThat(progress.state("kool")).isEqualTo(Progress.State.complete);
    }

    @Test
    void theConditionIsSaidInWords() {
        assertThat(GARDEN.question("sla", "grows").orElseThrow().visibleWhen().orElseThrow().sentence(GARDEN, "sla"))
                .isEqualTo("bij ‘sown’ ‘ja’ staat");
        assertThat(GARDEN.question("kool", "too").orElseThrow().visibleWhen().orElseThrow().sentence(GARDEN, "kool"))
                .isEqualTo("‘eaten’ (Sla) beantwoord is, of het niet zo is dat bij ‘sown’ (Sla) ‘ja’ gekozen is");
    }

    private static GivenAnswer given(String question, String code) {
        return new GivenAnswer("sla", question, 1, Optional.of(Answer.Coded.of(code)), "", "", Instant.EPOCH);
    }

    private static List<String> asked(String section, GivenAnswer... answers) {
        return Visible.of(GARDEN, new Answers(List.of(answers))).questions(section).stream().map(Question::id).toList();
    }
}
