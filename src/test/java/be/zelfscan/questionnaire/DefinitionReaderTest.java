package be.zelfscan.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zelfscan.question.Question;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.BrokenDefinition.Fault;
import be.zelfscan.support.Definitions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code CheckCommandTest} does not show with a file of its own: the small definition with one edit, and the one fault it makes. */
class DefinitionReaderTest {
    private static final String LAST_QUESTION = "\"item\": \"Plaats {number}\"\n      }";
    private static final String INTRODUCTION = "\"introduction\": [";
    private static final String FRAME = "\"references\": { \"title\": \"Codes\", \"expectations\": { \"title\": \"A\", \"code\": \"%s\" }, "
            + "\"developmentScales\": { \"title\": \"B\", \"code\": \"%s\" } }, ";

    private record Edit(String find, String replacement, String pointer, String wrong) {}

    static Stream<Edit> edits() {
        return Stream.of(
                new Edit("\"Er staat een ton.\"", "\"  \"", "/clusters/0/blocks/1/stages/zaad/text/0", "the value \"  \""),
                new Edit("\"Er staat een ton.\"", "null", "/clusters/0/blocks/1/stages/zaad/text/0", "null"),
                new Edit("\"Er staat een ton.\"", "[]", "/clusters/0/blocks/1/stages/zaad/text/0", "an array"),
                new Edit("\"Er staat een ton.\"", "\"" + "x".repeat(4001) + "\"", "/clusters/0/blocks/1/stages/zaad/text/0",
                        "… (4001 characters)"),
                new Edit("[\"Er staat een ton.\"]", "[]", "/clusters/0/blocks/1/stages/zaad/text", "0 items"),
                new Edit("\"version\": \"1\"", "\"version\": \"eerste\"", "/version", "the value \"eerste\""),
                new Edit("\"type\": \"block-ranking\", ", "", "/closing/questions/1", "the property 'type' is missing"),
                new Edit("\"hold\": \"zo blijven\", ", "", "/blockQuestions/1", "the property 'hold' is missing"),
                new Edit("\"Hoe staat het met {block}?\", ", "\"Hoe staat het met {block}?\", \"targets\": \"later\", ",
                        "/blockQuestions/0/targets", "unknown property 'targets'"),
                new Edit("\"version\": \"1\"", "\"version\": \"1\", \"a/b~c\": 1", "/a~1b~0c", "unknown property 'a/b~c'"),
                new Edit("\"type\": \"block-ranking\", \"role\": \"priority\"", "\"type\": \"block-ranking\", \"role\": \"placement\"",
                        "/closing/questions/1/role", "the role 'placement'"),
                new Edit("\"targets\": \"later\"", "\"targets\": \"earlier\"", "/blockQuestions/1/targets", "the value \"earlier\""),
                new Edit("\"role\": \"priority\"", "\"role\": \"lever\"", "/closing/questions/1/role",
                        "the role 'lever' among the closing questions"),
                new Edit("\"min\": 2, ", "\"min\": 1.5, ", "/closing/questions/1/min", "the value 1.5"),
                new Edit("\"max\": 3", "\"max\": 99999999999", "/closing/questions/1/max", "the value 99999999999"),
                new Edit("\"id\": \"oogst\", \"label\": \"Oogst\"", "\"id\": \"oogst\", \"label\": \"Kiem\"", "/scale/stages/2/label",
                        "the stage label 'Kiem' occurs twice"),
                new Edit("\"id\": \"buren\"", "\"id\": \"bodem\"", "/clusters/1/id", "the cluster 'bodem' occurs twice"),
                new Edit("\"title\": \"Delen\"", "\"title\": \"Water\"", "/clusters/1/blocks/0/title", "the title 'Water' is used"),
                new Edit("\"id\": \"delen\"", "\"id\": \"not-yet\"", "/clusters/1/blocks/0/id", "a word of the engine"),
                new Edit("\"kiem\"", "\"hold\"", "/scale/stages/1/id", "a word of the engine"),
                new Edit("\"oogst\": { \"text\": [\"Er loopt een goot.\"] }",
                        "\"oogst\": { \"text\": [\"Er loopt een goot.\"] }, \"Volle winter\": { \"text\": [\"IJs.\"] }",
                        "/clusters/0/blocks/1/stages/Volle winter", "the property name 'Volle winter'"),
                new Edit("[{ \"code\": \"K1\", \"statement\": \"De tuin voedt zichzelf.\" }]",
                        "[{ \"code\": \"K1\", \"statement\": \"Zo.\" }, { \"code\": \"K1\", \"statement\": \"En zo.\" }]",
                        "/clusters/0/blocks/0/expectations/1/code", "the quality expectation 'K1' occurs twice"),
                new Edit("\"code\": \"T2\"", "\"code\": \"T1\"", "/clusters/0/blocks/0/developmentScales/1/code",
                        "the development scale 'T1' occurs twice"),
                new Edit(", \"text\": [\"Zonder water geen sla.\"]", "", "/clusters/0/blocks/1/background", "a contribution without text"),
                new Edit("\"type\": \"placement\"", "\"type\": \"single\", \"options\": " + "[{ \"id\": \"a\", \"label\": \"A\" }, "
                        + "{ \"id\": \"b\", \"label\": \"B\" }]", "/blockQuestions", "0 questions of type placement"),
                new Edit(LAST_QUESTION, LAST_QUESTION + ", { \"id\": \"garden\", \"type\": \"placement\", \"label\": \"Hoe?\", "
                        + "\"shortLabel\": \"Tuin\", \"source\": \"6\", \"required\": false }", "/closing/questions/2/type",
                        "a question of type placement among the closing questions"),
                new Edit(LAST_QUESTION,
                        LAST_QUESTION + ", { \"id\": \"help\", \"type\": \"multiple\", \"role\": \"lever\", \"label\": \"Wat?\", "
                                + "\"shortLabel\": \"Hulp\", \"source\": \"6\", \"required\": false, \"options\": "
                                + "[{ \"id\": \"sun\", \"label\": \"zon\" }, { \"id\": \"rain\", \"label\": \"regen\" }] }",
                        "/closing/questions/2/role", "the role 'lever' among the closing questions"),
                new Edit("\"id\": \"bottlenecks\"", "\"id\": \"levers\"", "/blockQuestions/4/id", "the question 'levers' occurs twice"),
                new Edit("\"grow\": { ", "\"grow\": { \"zaad\": \"terug naar zaad\", ", "/blockQuestions/1/grow/zaad",
                        "nobody can grow to the first stage"),
                new Edit("\"label\": \"de regen\"", "\"label\": \"de zon\"", "/blockQuestions/3/options/1/label",
                        "the option label 'de zon' occurs twice"),
                new Edit("\"mark\": \"R\"", "\"mark\": \"Z\"", "/blockQuestions/3/options/1/mark", "also that of the option 'sun'"),
                new Edit("\"mark\": \"S\"", "\"mark\": \"Z\"", "/blockQuestions/4/options/0/mark", "also that of the option 'sun'"),
                new Edit("\"id\": \"snails\"", "\"id\": \"sun\"", "/blockQuestions/4/options/0/mark", "'sun' has the mark 'Z' elsewhere"),
                new Edit("\"mark\": \"S\"", "\"mark\": \"S\", \"exclusive\": true", "/blockQuestions/4/options",
                        "every option excludes the others"),
                new Edit(INTRODUCTION, FRAME.formatted("kader", "{code}") + INTRODUCTION, "/references/expectations/code",
                        "the frame 'kader' has no {code}"),
                new Edit(INTRODUCTION, FRAME.formatted("{code}", "{block} {code}") + INTRODUCTION, "/references/developmentScales/code",
                        "the placeholder {block}"),
                new Edit("\"text\": [\"Drie stadia, zonder oordeel.\"]",
                        "\"text\": [\"Drie stadia, zonder oordeel.\"], \"afterSections\": 2", "/scale/afterSections",
                        "the introduction has 1 sections"),
                new Edit("\"considered\": \"We denken aan\" }", "\"considered\": \"We denken aan\" }, \"picked\": \"Wel\"",
                        "/closing/questions/0/notYet/considered", "beside the way that opens them"),
                new Edit("\"Dat {block} zo is\"", "\"Dat {blok} zo is\"", "/blockQuestions/2/label", "the placeholder {blok}"),
                new Edit("\"Er ligt een hoop.\"", "\"Er ligt {block}.\"", "/clusters/0/blocks/0/developmentScales/0/statement/0",
                        "the placeholder {block}"),
                new Edit("\"Wie keert de hoop?\"", "\"Wie keert\\u0000 de hoop?\"", "/clusters/0/blocks/0/background/items/0",
                        "the character U+0000"),
                new Edit("\"Wie keert de hoop?\"", "\"Wie keert\\n de hoop?\"", "/clusters/0/blocks/0/background/items/0",
                        "the character U+000A"),
                new Edit("\"Wie keert de hoop?\"", "\"Wie \\ud83c keert de hoop?\"", "/clusters/0/blocks/0/background/items/0",
                        "the character U+D83C"),
                new Edit("{ \"id\": \"sla\"",
                        "{ \"id\": \"sla\", \"title\": \"Kool\", \"source\": \"8\", \"items\": [\"Kolen\"] }, { \"id\": \"sla\"",
                        "/outcomes/1/id", "the outcome field 'sla' occurs twice"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void oneEditMakesOneFaultAtItsPlace(Edit edit) {
        String small = Definitions.smallText();
        assertThat(small).contains(edit.find());

        assertThat(faults(small.replace(edit.find(), edit.replacement()))).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(edit.pointer());
            assertThat(fault.wrong()).contains(edit.wrong());
            assertThat(fault.expected()).isNotBlank();
            assertThat(fault.line()).doesNotContainPattern("\\R");
        });
    }

    @ParameterizedTest
    @MethodSource("noDefinitions")
    void aFileThatIsNoDefinitionAtAllIsSaidToBeSo(String text, String wrong) {
        assertThat(faults(text)).singleElement().satisfies(fault -> assertThat(fault.wrong()).contains(wrong));
    }

    static Stream<Arguments> noDefinitions() {
        return Stream.of(Arguments.of("", "the file is empty"), Arguments.of(" \n", "the file is empty"), Arguments.of("[]", "an array"),
                Arguments.of("null", "null"), Arguments.of("{", "not JSON"), Arguments.of("// a remark\n{}", "not JSON"),
                Arguments.of("[".repeat(2000), "not JSON"),
                Arguments.of(Definitions.smallText() + "{}", "after the end of the object at line 145"));
    }

    @Test
    void aScaleHasTwoToNineStages() {
        String seven = IntStream.range(0, 7)
                .mapToObj(
                        "{ \"id\": \"vroeg%1$d\", \"label\": \"Vroeg %1$d\", \"cycle\": \"\", \"description\": [\"Niets.\"] }, "::formatted)
                .collect(Collectors.joining());

        assertThat(faults(Definitions.smallText().replace("\"stages\": [\n", "\"stages\": [" + seven))).singleElement()
                .satisfies(fault -> assertThat(fault.line()).contains("/scale/stages: 10 items; expected: at most 9"));
        assertThat(faults(Definitions.smallText().replaceFirst("\\{ \"id\": \"zaad\", \"label\".*\n.*\n", ""))).singleElement()
                .satisfies(fault -> assertThat(fault.line()).contains("/scale/stages: 1 items; expected: at least 2"));
    }

    @Test
    void anEditorsSchemaKeyAndWindowsLineEndsAreNoFault() {
        assertThat(Definitions.smallText()).contains("\"$schema\": \"../../../../questionnaires/schema.json\"");
        assertThat(Definitions.read("small.json", Definitions.smallText().replace("\n", "\r\n"))).isEqualTo(Definitions.small());
    }

    @Test
    void rolesLeadToTheirQuestionsWhateverTheirIds() {
        Questionnaire small = Definitions.small();

        assertThat(small.inspiringPractices()).get().extracting(asked -> asked.question().id()).isEqualTo("inspiring");
        assertThat(small.priorities()).get().extracting(asked -> asked.question().id()).isEqualTo("priorities");
        assertThat(small.blockQuestionFor(Use.BOTTLENECK)).get().extracting(Question::id).isEqualTo("bottlenecks");
        assertThat(small.blockQuestionFor(Use.DIFFERENCE)).get().extracting(Question::id).isEqualTo("differences");
    }

    @Test
    void theShippedDefinitionHasEveryRoleThatTheChartKnows() {
        Questionnaire shipped = Definitions.shipped();

        assertThat(List.of(Use.LEVER, Use.BOTTLENECK, Use.DIFFERENCE))
                .allSatisfy(use -> assertThat(shipped.blockQuestionFor(use)).isPresent());
        assertThat(shipped.inspiringPractices()).isPresent();
        assertThat(shipped.priorities()).isPresent();
        assertThat(shipped.ambition()).isPresent();
    }

    private static List<Fault> faults(String text) {
        BrokenDefinition broken = catchThrowableOfType(BrokenDefinition.class, () -> Definitions.read("edited.json", text));
        assertThat(broken).as("refused").isNotNull();
        return broken.faults();
    }
}
