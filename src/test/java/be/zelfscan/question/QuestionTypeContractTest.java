package be.zelfscan.question;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every type of question owes the service, for each question of the definitions here: a type that forgets a place fails. */
class QuestionTypeContractTest {
    private static final List<Questionnaire> QUESTIONNAIRES = List.of(Definitions.small(), Definitions.shipped());

    record Case(Questionnaire in, String section, Question question) {
        Asked asked(RandomGenerator random) {
            Optional<Answer> placed = in.block(section)
                    .map(block -> in.placement().type().random(in.placement(), random, new Asked(in, section, other -> Optional.empty())));
            return new Asked(in, section, other -> other.equals(in.placement().id()) ? placed : Optional.empty());
        }
    }

    @Property
    void whatAPagePostsIsReadAsTheAnswerThatItShowed(@ForAll("cases") Case one, @ForAll Random random) {
        Answer answer = answer(one, random);
        Map<String, List<String>> posted = new HashMap<>();
        one.question().type().fields(one.question(), answer)
                .forEach((field, values) -> posted.put(one.question().id() + "." + field, values));

        assertThat(one.question().type().read(one.question(), Fields.of(posted, one.question().id()))).contains(answer);
        assertThat(one.question().type().beside(one.question(), Fields.of(posted, one.question().id()))).isEmpty();
    }

    @Property
    void anAnswerThatTheRulesAllowIsKeptAndLacksNothing(@ForAll("cases") Case one, @ForAll Random random) {
        Asked asked = one.asked(random);
        Answer answer = one.question().type().random(one.question(), random, asked);

        assertThat(one.question().type().refusals(one.question(), answer, asked)).isEmpty();
        assertThat(one.question().type().lacking(one.question(), answer, asked)).isEmpty();
        assertThat(one.question().type().askedAgain(one.question(), answer, asked)).isEmpty();
    }

    @Property
    void whatIsStoredIsReadBackTheSame(@ForAll("cases") Case one, @ForAll Random random) throws IOException {
        Answer answer = answer(one, random);

        assertThat(Definitions.MAPPER.readValue(Definitions.MAPPER.writeValueAsString(answer), Answer.class)).isEqualTo(answer);
    }

    @Property
    void everyPartIsSaidAndNoTypedTextIsLeftWhereItIsTakenAway(@ForAll("cases") Case one, @ForAll Random random) {
        Answer answer = answer(one, random);
        List<Part> parts = one.question().type().parts(one.question(), answer, one.in());
        String said = String.join("\n", one.question().lines(Optional.of(answer), one.in()));

        assertThat(parts).isNotEmpty().allSatisfy(part -> assertThat(said).contains(part.label(), part.typed()));
        assertThat(one.question().type().parts(one.question(), answer.withoutTexts(), one.in()))
                .allSatisfy(part -> assertThat(part.typed()).isEmpty());
    }

    @Property
    void aColumnHoldsSomethingForEveryAnswerAndKnowsTheCodesThatStandInIt(@ForAll("cases") Case one, @ForAll Random random) {
        Answer answer = answer(one, random);
        List<Column> columns = one.question().type().columns(one.question(), one.in());

        assertThat(columns).extracting(Column::ending).doesNotHaveDuplicates();
        assertThat(columns).anySatisfy(column -> assertThat(column.value().apply(answer)).isNotEqualTo(Column.Value.NONE));
        assertThat(columns).filteredOn(column -> column.value().apply(answer) instanceof Column.Value.Codes)
                .allSatisfy(column -> assertThat(column.codes().keySet())
                        .containsAll(((Column.Value.Codes) column.value().apply(answer)).codes()));
    }

    @Property(tries = 50)
    void thereIsSomethingToFillInOnPaperAndATemplateToAnswerWith(@ForAll("cases") Case one) {
        assertThat(one.question().type().blank(one.question(), one.in())).isNotEmpty();
        assertThat(getClass().getResource("/gg/jte/generated/precompiled/question/Jte" + one.question().type().id().replace("-", "")
                + "Generated.class")).as(one.question().type().id()).isNotNull();
    }

    private static Answer answer(Case one, Random random) {
        return one.question().type().random(one.question(), random, one.asked(random));
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.of(QUESTIONNAIRES.stream().flatMap(in -> in.sections().stream()
                .flatMap(section -> in.questions(section).stream().map(question -> new Case(in, section, question)))).toList());
    }
}
