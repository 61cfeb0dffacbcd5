package be.zelfscan.question.number;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import be.zelfscan.text.BelgianDutch;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTypeTest {
    private static final Questionnaire GARDEN = Definitions.ofTypes().stream().filter(one -> one.key().id().equals("tuinboek")).findFirst()
            .orElseThrow();
    private static final Asked ASKED = new Asked(GARDEN, "slot", question -> Optional.empty());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12         | 12
            12,5       | 12.5
            12.5       | 12.5
            12,50      | 12.5
            1.234      | 1234
            1.234,5    | 1234.5
            1 234 567  | 1234567
            -3         | -3
            −3         | -3
            007        | 7
            0,0        | 0
            100        | 100
            """)
    void aNumberIsReadAsItIsWrittenHere(String typed, BigDecimal number) {
        assertThat(NumberType.number(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"veertig", "12 à 15", "1,2,3", "1.23.4", "1e9", "½", "٣", "--1", ",5", "5,", "9999999999999999"})
    void whatIsNoNumberIsATextThatIsRefusedAsItWasTyped(String typed) {
        assertThat(NumberType.number(typed)).isEmpty();
        assertThat(problems("heads", new Answer.Written(typed))).singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("‘" + typed + "’", "in cijfers"));
    }

    @Property
    void whatTheServiceWritesItReads(@ForAll @BigRange(min = "-99999999", max = "99999999") @Scale(3) BigDecimal number) {
        assertThat(NumberType.number(BelgianDutch.number(number.stripTrailingZeros())))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    }

    @Test
    void aNumberOutOfItsBoundsIsRefusedByASentenceThatSaysThem() {
        assertThat(problems("heads", counted("20001"))).extracting(AnswerProblem::sentence)
                .containsExactly("Hier past een getal van 0 tot 20.000.");
        assertThat(problems("rain", counted("-2"))).extracting(AnswerProblem::sentence)
                .containsExactly("Hier past een getal dat minstens -1,5 is.");
        assertThat(problems("visits", counted("13"))).extracting(AnswerProblem::sentence)
                .containsExactly("Hier past een getal dat hoogstens 12 is.");
        assertThat(problems("heads", counted("0"))).isEmpty();
        assertThat(problems("heads", counted("20000"))).isEmpty();
    }

    @Test
    void moreDecimalsThanAreAskedAreRefused() {
        assertThat(problems("heads", counted("1.5"))).extracting(AnswerProblem::sentence)
                .containsExactly("Hier past een geheel getal, zonder cijfers na de komma.");
        assertThat(problems("rain", counted("1.234"))).extracting(AnswerProblem::sentence)
                .containsExactly("Hier passen hoogstens 2 cijfers na de komma.");
        assertThat(problems("rain", counted("1.23"))).isEmpty();
    }

    @Test
    void itIsSaidWithItsUnitAndACommaAndHelpSaysTheBounds() {
        assertThat(question("heads").lines(Optional.of(counted("1250")), GARDEN)).containsExactly("1.250 kroppen");
        assertThat(question("rain").lines(Optional.of(counted("1.5")), GARDEN)).containsExactly("1,5");
        assertThat(question("heads").help()).isEqualTo("Een getal van 0 tot 20.000.");
    }

    private static List<AnswerProblem> problems(String question, Answer answer) {
        return question(question).refusals(answer, ASKED);
    }

    private static Answer counted(String number) {
        return new Answer.Counted(new BigDecimal(number));
    }

    private static Question question(String id) {
        return GARDEN.sections().stream().flatMap(section -> section.questions().stream()).filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
