package be.zelfscan.question.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import be.zelfscan.question.Answer;
import be.zelfscan.question.Answer.Coded;
import be.zelfscan.question.Answer.Rows;
import be.zelfscan.question.Answer.Rows.Row;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.ApiAnswer;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Fact;
import be.zelfscan.question.Fields;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.BrokenDefinition;
import be.zelfscan.questionnaire.BrokenDefinition.Fault;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of which the columns are questions: the helpers of the invented garden. */
class RowsTypeTest {
    private static final Questionnaire SMALL = Definitions.small();
    private static final Question HELPERS = SMALL.question("slot", "helpers").orElseThrow();
    private static final Asked ASKED = new Asked(SMALL, "slot", question -> Optional.empty());

    private final Map<String, List<String>> posted = new HashMap<>();

    @Test
    void rowsComeInTheOrderOfThePageAndThoseInWhichNothingIsAnsweredAreNone() {
        post("row", "second22", "empty111", "first111");
        post("first111.who.choice", "school");
        post("second22.does.choice", "sow", "dig");
        post("empty111.who.text", "getypt, niet gekozen");

        assertThat(read()).contains(rows(row("second22", Map.of("does", Coded.of("dig", "sow"))),
                row("first111", Map.of("who", Coded.of("school")))));
        assertThat(HELPERS.type().beside(HELPERS, fields())).containsExactly(
                Map.entry("empty111.who.text", List.of("getypt, niet gekozen")));
    }

    @Test
    void aRowThatIsTakenAwayIsNoneWithAllThatStandsBesideIt() {
        post("row", "first111", "second22");
        post("first111.who.choice", "school");
        post("second22.who.choice", "neighbour");
        post("second22.does.text", "getypt");
        post("remove", "second22");

        assertThat(read()).contains(rows(row("first111", Map.of("who", Coded.of("school")))));
        assertThat(HELPERS.type().beside(HELPERS, fields())).isEmpty();
    }

    @Test
    void aCellIsTakenBackByItself() {
        post("row", "first111");
        post("first111.who.choice", "school");
        post("first111.who.clear", "1");
        post("first111.does.choice", "dig");

        assertThat(read()).contains(rows(row("first111", Map.of("does", Coded.of("dig")))));
    }

    @Test
    void eachCellIsJudgedByItsOwnTypeAndTheSentenceSaysWhichOneItIs() {
        Answer wrong = rows(row("first111", Map.of("who", Coded.of("school"))),
                row("second22", Map.of("who", Coded.of("school", "neighbour"),
                        "does", new Coded(List.of("more"), Map.of("more", "x".repeat(501))))));

        assertThat(HELPERS.type().refusals(HELPERS, wrong, ASKED)).extracting(AnswerProblem::sentence, AnswerProblem::field)
                .containsExactly(
                        tuple("Helper 2, ‘Wie’: " + new AnswerProblem.MoreThanOne().sentence(),
                                "second22.who.choice"),
                        tuple("Helper 2, ‘Doet’: " + new AnswerProblem.TextTooLong(501).sentence(),
                                "second22.does.text"));
    }

    @Test
    void whatStandsBesideACellIsJudgedToo() {
        assertThat(HELPERS.type().refusals(HELPERS, Map.of("first111.who.text", List.of("x".repeat(501))), ASKED))
                .extracting(AnswerProblem::field).containsExactly("first111.who.text");
        assertThat(HELPERS.type().refusals(HELPERS, Map.of("geen sleutel.who.text", List.of("kort")), ASKED)).hasSize(1);
        Map<String, List<String>> many = IntStream.range(0, 6).boxed()
                .collect(Collectors.toMap(i -> "beside0" + i + ".who.text", i -> List.of("kort")));
        assertThat(HELPERS.type().refusals(HELPERS, many, ASKED)).containsExactly(new RowsProblem.TooManyRows(6, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kort", "Hoofdletters", "met een spatie", "a\u0000bcdefgh", "punt.punt",
            "lang0123456789012345678901234567890123456"})
    void aKeyThatNoPageMakesIsRefused(String key) {
        assertThat(HELPERS.type().refusals(HELPERS, rows(row(key, Map.of("who", Coded.of("school")))), ASKED)).hasSize(1);
    }

    @Test
    void moreRowsThanThereIsRoomForAreRefusedAndFewerThanNeededAreLacking() {
        Row[] six = new Row[6];
        for (int i = 0; i < six.length; i++) {
            six[i] = row("helper0" + i + "x", Map.of("who", Coded.of("school")));
        }

        assertThat(HELPERS.type().refusals(HELPERS, rows(six), ASKED)).containsExactly(new RowsProblem.TooManyRows(6, 5));
        Question three = definition("\"most\": 5, \"min\": 1", "\"most\": 5, \"min\": 3");
        assertThat(three.type().lacking(three, rows(six[0], six[1]), ASKED)).extracting(AnswerProblem::sentence)
                .containsExactly("Hier zijn minstens 3 rijen nodig; er zijn er nu 2.");
    }

    @Test
    void aRowThatWasBegunLacksWhatIsRequiredInIt() {
        Answer begun = rows(row("first111", Map.of("does", new Coded(List.of("more")))));

        assertThat(HELPERS.type().lacking(HELPERS, begun, ASKED)).extracting(AnswerProblem::sentence).containsExactly(
                "Helper 1: vul ‘Wie’ nog in.", "Helper 1, ‘Doet’: Schrijf kort wat je bedoelt met ‘nog iets’.");
    }

    @Test
    void aRowIsSaidInOneLine() {
        Answer answer = rows(row("first111", Map.of("who", new Coded(List.of("other"), Map.of("other", "de bakker")), "does",
                Coded.of("dig", "sow"))), row("second22", Map.of("who", Coded.of("school"))));

        assertThat(HELPERS.lines(Optional.of(answer), SMALL)).containsExactly(
                "Helper 1: Wie: iemand anders: de bakker; Doet: spitten, zaaien",
                "Helper 2: Wie: de school");
    }

    @Test
    void programsAndComparisonsGetTheCells() {
        Answer answer = rows(row("first111", Map.of("who", Coded.of("school"), "does", Coded.of("dig", "sow"))));

        assertThat(HELPERS.type().forPrograms(HELPERS, answer)).isEqualTo(new ApiAnswer.Rows(
                List.of(new TreeMap<>(Map.of("who", new ApiAnswer.Chosen(List.of("school"), "", Map.of()), "does",
                        new ApiAnswer.Chosen(List.of("dig", "sow"), "", Map.of()))))));
        assertThat(HELPERS.type().facts(HELPERS, answer)).containsExactly(
                new Fact(HELPERS.id() + ".who", "first111", "school", 0, Optional.empty()),
                new Fact(HELPERS.id() + ".does", "first111", "dig", 0, Optional.empty()),
                new Fact(HELPERS.id() + ".does", "first111", "sow", 1, Optional.empty()));
    }

    @Test
    void aPageShowsTheRowsThatHoldSomethingAndTwoToFillInAsFarAsThereIsRoom() {
        Answer one = rows(row("first111", Map.of("who", Coded.of("school"))));

        assertThat(RowsType.shown(HELPERS, Optional.empty(), Map.of(), 0)).hasSize(2).doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).matches("[a-z0-9]{12}"));
        assertThat(RowsType.shown(HELPERS, Optional.of(one), Map.of("beside11.who.text", List.of("getypt")), 0)).hasSize(4)
                .startsWith("first111", "beside11");
        assertThat(RowsType.shown(HELPERS, Optional.of(one), Map.of(), 4)).hasSize(4);
        assertThat(RowsType.shown(HELPERS, Optional.of(one), Map.of(), 999)).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"id\": \"does\" | \"id\": \"who\" | /columns/1/id | the column 'who' occurs twice",
            "\"id\": \"sow\" | \"id\": \"dig\" | /columns/1/options/1/id | the option 'dig' occurs twice",
            "\"most\": 5, \"min\": 1 | \"most\": 5, \"min\": 6 | /min | at least 6 rows where there is room for 5",
            "\"row\": \"Helper {number}\" | \"row\": \"Helper\" | /row | the label 'Helper' has no {number}",
            "\"row\": \"Helper {number}\" | \"row\": \"Helper {number}{block}\" | /row | the placeholder {block}",
            "\"shortLabel\": \"Doet\", | \"shortLabel\": \"Doet\", \"note\": \"Toelichting\", | /columns/1/note | a column with a note",
            "\"shortLabel\": \"Doet\", | \"shortLabel\": \"Doet\", \"visibleWhen\": { \"question\": \"who\", \"answered\": true }, |"
                    + " /columns/1/visibleWhen | a condition on a column",
            "\"shortLabel\": \"Doet\", | \"shortLabel\": \"Doet\", \"role\": \"lever\", | /columns/1/role | the role 'lever' of a column"})
    void whatIsWrongWithAColumnIsSaidAtItsPlace(String find, String replacement, String pointer, String wrong) {
        assertThat(faults(find, replacement)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/closing/questions/2" + pointer);
            assertThat(fault.wrong()).contains(wrong);
        });
    }

    @Test
    void aTableStandsInNoCellAndNeitherDoesWhatNeedsABlock() {
        String column = "\"id\": \"does\", \"type\": \"multiple\"";
        assertThat(faults(column,
                "\"id\": \"place\", \"type\": \"placement\", \"label\": \"Hoe?\", \"shortLabel\": \"Hoe\", \"source\": \"6\", "
                        + "\"required\": false }, { " + column))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/closing/questions/2/columns/1/type"));
        assertThat(faults(column, "\"id\": \"table\", \"type\": \"rows\", \"label\": \"Wie?\", \"shortLabel\": \"Wie\", \"source\": \"6\", "
                + "\"required\": false, \"row\": \"Rij {number}\", \"add\": \"Erbij\", \"columns\": [{ \"id\": \"a\", \"type\": \"single\", "
                + "\"label\": \"A\", \"shortLabel\": \"A\", \"source\": \"6\", \"required\": false, \"options\": "
                + "[{ \"id\": \"x\", \"label\": \"X\" }, { \"id\": \"y\", \"label\": \"Y\" }] }] }, { " + column)).anySatisfy(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/closing/questions/2/columns/1/type");
                    assertThat(fault.wrong()).contains("a question of type rows in the cell of a table");
                });
    }

    private static List<Fault> faults(String find, String replacement) {
        assertThat(Definitions.smallText()).contains(find);
        return catchThrowableOfType(BrokenDefinition.class,
                () -> Definitions.read("small.json", Definitions.smallText().replace(find, replacement))).faults();
    }

    private static Question definition(String find, String replacement) {
        return Definitions.read("small.json", Definitions.smallText().replace(find, replacement)).question("slot", "helpers").orElseThrow();
    }

    private void post(String field, String... values) {
        posted.put("helpers." + field, List.of(values));
    }

    private Fields fields() {
        return Fields.of(posted, "helpers");
    }

    private Optional<Answer> read() {
        return HELPERS.type().read(HELPERS, fields());
    }

    private static Rows rows(Row... rows) {
        return new Rows(List.of(rows));
    }

    private static Row row(String key, Map<String, Answer> cells) {
        return new Row(key, new TreeMap<>(cells));
    }
}
