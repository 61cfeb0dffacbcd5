package be.zelfscan.question;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every type of question owes the service, for each question of the definitions here: a type that forgets a place fails. */
class QuestionTypeContractTest {
    private static final List<Questionnaire> QUESTIONNAIRES = Stream
            .concat(Stream.of(Definitions.small(), Definitions.shipped()), Definitions.ofTypes().stream()).toList();

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
        assertThat(answer.withoutTexts().texts("")).isEmpty();
        assertThat(one.question().isTyped() || answer.texts("").isEmpty()).as("a question that can be searched by what is typed").isTrue();
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

    @Property
    void aQuestionThatIsLeftOpenIsCompleteAndSaysSoAndKeepsWhatStoodThere(@ForAll("cases") Case one, @ForAll Random random) {
        Question question = canBeLeftOpen(one.question());
        Answer before = answer(one, random);
        Map<String, List<String>> posted = new HashMap<>();
        question.fields(before).forEach((field, values) -> posted.put(question.id() + "." + field, values));
        posted.put(question.id() + "." + Fields.NOT_DISCUSSED, List.of("1"));
        Fields fields = Fields.of(posted, question.id());
        Optional<Answer> read = question.read(fields);
        Map<String, List<String>> beside = question.beside(fields);
        Asked asked = one.asked(random);

        Answer open = new Answer.NotDiscussed();
        assertThat(read).contains(open);
        assertThat(question.shown(read, beside)).as("what is shown again when it is discussed after all").contains(before);
        assertThat(question.refusals(open, asked)).isEmpty();
        assertThat(question.refusals(read, beside, asked)).isEmpty();
        assertThat(question.lacking(open, asked)).isEmpty();
        assertThat(question.askedAgain(open, asked)).isEmpty();
        assertThat(question.lines(read, one.in())).containsExactly("Niet besproken");
        assertThat(question.facts(open)).isEmpty();
        assertThat(question.forPrograms(open)).isEqualTo(new ApiAnswer.NotDiscussed());
        assertThat(question.columns(one.in())).filteredOn(column -> !column.value().apply(open).equals(Column.Value.NONE)).singleElement()
                .satisfies(column -> assertThat(column.value().apply(open)).isEqualTo(new Column.Value.YesOrNo(true)));
        assertThat(question.blank(one.in())).contains(new Widget.Boxes(List.of("Niet besproken")));
    }

    @Property
    void whatNobodyOffersCannotBeChosen(@ForAll("cases") Case one, @ForAll Random random) {
        if (!one.question().canBeLeftOpen()) {
            Map<String, List<String>> posted = Map.of(one.question().id() + "." + Fields.NOT_DISCUSSED, List.of("1"));
            assertThat(one.question().read(Fields.of(posted, one.question().id()))).isEmpty();
            assertThat(one.question().refusals(new Answer.NotDiscussed(), one.asked(random))).isNotEmpty();
        }
    }

    /** Whatever shape of answer comes, it is judged; only one that the type itself makes is kept. */
    @Property
    void anAnswerOfAnotherShapeIsRefusedAndIsNoFailure(@ForAll("cases") Case one, @ForAll("shapes") Answer answer, @ForAll Random random) {
        if (!answer.getClass().equals(answer(one, random).getClass())) {
            assertThat(one.question().refusals(answer, one.asked(random))).isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.sentence()).isNotBlank());
        }
    }

    @Example
    void everyTypeThatIsFoundIsAskedInADefinitionHere() {
        assertThat(QUESTIONNAIRES.stream().flatMap(in -> in.sections().stream().flatMap(section -> section.questions().stream()))
                .map(question -> question.type().id()).collect(Collectors.toSet()))
                .containsAll(QuestionTypes.of(Definitions.MAPPER).all().stream().map(QuestionType::id).toList());
    }

    private static Question canBeLeftOpen(Question question) {
        return new Question(question.type(), question.id(), question.label(), question.shortLabel(), question.hint(), question.source(),
                question.required(), question.note(), question.use(), "Niet besproken", question.visibleWhen(),
                question.own());
    }

    @Provide
    Arbitrary<Answer> shapes() {
        return Arbitraries.of(Answer.Coded.of("a", "b"), new Answer.Written("tekst"), new Answer.Counted(BigDecimal.TEN),
                new Answer.Dated(LocalDate.EPOCH), new Answer.Rows(List.of()));
    }

    private static Answer answer(Case one, Random random) {
        return one.question().type().random(one.question(), random, one.asked(random));
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.of(QUESTIONNAIRES.stream().flatMap(in -> in.sections().stream()
                .flatMap(section -> section.questions().stream().map(question -> new Case(in, section.id(), question)))).toList());
    }
}
