package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CheckCommandTest {
    private static final Path BROKEN = Path.of("src/test/resources/definitions/broken");
    private static final Path SMALL = BROKEN.resolveSibling("small.json");

    /** Each file is the small definition with one thing wrong in it. */
    private static final String FAULTS = """
            01-bad-json                          | /version                                           | not JSON at line 4, column 15               | well-formed JSON
            02-trailing-comma                    | /conversation/prompts/1                            | not JSON at line 123                        | well-formed JSON
            03-duplicate-key                     | /clusters/0/blocks/0/title                         | the property 'title' occurs twice           | each property once
            04-not-utf-8                         | (document)                                         | not UTF-8 at line 18                        | in UTF-8
            05-byte-order-mark                   | (document)                                         | begins with a byte order mark               | UTF-8 without one
            06-unknown-property                  | /colour                                            | unknown property 'colour'                   | one of [$schema, id, version,
            07-missing-property                  | /clusters/0/blocks/1                               | the property 'title' is missing             | the properties [id, title,
            08-wrong-type                        | /blockQuestions/5/required                         | the value "no"                              | true or false
            09-bad-id                            | /blockQuestions/2/options/1/id                     | the value "Het weer"                        | an id: lower-case letters
            10-bad-code                          | /clusters/1/blocks/0/developmentScales/0/code      | the value "t3"                              | a code: one to three capitals
            11-unknown-question-type             | /blockQuestions/1/type                             | the value "aspiration"                      | one of [ambition, block-ranking, block-selection,
            12-stage-text-missing                | /clusters/0/blocks/1/stages                        | the description of stage 'kiem' is missing  | [zaad, kiem, oogst]
            13-stage-text-for-an-unknown-stage   | /clusters/0/blocks/1/stages/winter                 | the scale has no stage 'winter'             | one of [zaad, kiem, oogst]
            14-block-twice                       | /clusters/1/blocks/0/id                            | 'water' is used for two building blocks     | an id of its own
            15-block-id-of-the-closing           | /clusters/1/blocks/0/id                            | also the id of the closing section          | an id of its own
            16-reflection-without-items          | /clusters/1/blocks/0/background                    | a reflection without questions              | at least one item
            17-development-scale-without-statement-and-remark | /clusters/1/blocks/0/developmentScales/0 | a development scale without statement       | a remark that says why
            18-two-placements                    | /blockQuestions                                    | 2 questions of type placement               | exactly one
            19-ambition-label-missing            | /blockQuestions/1/grow                             | no label for growing to 'oogst'             | every stage but the first
            20-ambition-for-an-unknown-stage     | /blockQuestions/1/grow/winter                      | the scale has no stage 'winter'             | one of [zaad, kiem, oogst]
            21-option-twice                      | /blockQuestions/5/options/1/id                     | the option 'none' occurs twice              | each option once
            22-exclusive-in-a-single-choice      | /blockQuestions/2/options/1/exclusive              | where only one can be chosen                | no 'exclusive'
            23-role-twice                        | /blockQuestions/4/role                             | the role 'lever' occurs twice               | each role once
            24-least-above-most                  | /closing/questions/0/max                           | the most (2) is less than the least (3)     | at least 3
            25-more-blocks-than-there-are        | /closing/questions/1/max                           | 4 blocks are asked, the instrument has 3    | at most 3
            26-no-number                         | /closing/questions/1/item                          | the label 'Plaats' has no {number}          | the placeholder {number}
            27-block-in-a-closing-question       | /closing/questions/1/label                         | the placeholder {block} is not filled in    | a text without placeholders
            """;

    private record Run(int exitCode, String out, String err) {}

    @ParameterizedTest
    @CsvSource(textBlock = FAULTS, delimiter = '|', quoteCharacter = '`')
    void aBrokenDefinitionIsNamedByFilePlaceReasonAndWhatIsExpected(String name, String pointer, String wrong, String expected) {
        Path file = BROKEN.resolve(name + ".json");

        Run run = check(file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().startsWith(file + ": " + pointer + ": ").contains(wrong)
                .matches("(?s).*; expected: .*")
                .satisfies(line -> assertThat(line.substring(line.indexOf("; expected: "))).contains(expected));
    }

    @Test
    void everyFaultOfOneFileHasItsOwnLine() {
        assertThat(check(BROKEN.resolve("28-several-faults.json")).err().lines()).satisfiesExactly(
                line -> assertThat(line).contains(": /clusters/0/blocks/0: ", "'title' is missing"),
                line -> assertThat(line).contains(": /clusters/1/blocks/0/developmentScales/0/code: ", "\"t3\""),
                line -> assertThat(line).contains(": /closing/questions/1/min: ", "the value 0", "a whole number from 1 to 99"));
        assertThat(check(BROKEN.resolve("29-several-faults-of-meaning.json")).err().lines()).satisfiesExactly(
                line -> assertThat(line).contains(": /clusters/1/blocks/0/id: ", "'water'"),
                line -> assertThat(line).contains(": /blockQuestions/4/role: ", "'lever'"),
                line -> assertThat(line).contains(": /closing/questions/1/max: ", "at most 3"));
    }

    @Test
    void everyBrokenFileStandsInATestHere() throws IOException {
        List<String> tested = FAULTS.lines().map(line -> line.substring(0, line.indexOf('|')).strip() + ".json").toList();
        try (Stream<Path> files = Files.list(BROKEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(tested.stream(),
                            Stream.of("28-several-faults.json", "29-several-faults-of-meaning.json")).toList());
        }
    }

    @Test
    void theShippedDefinitionsAreCorrectAndTheSchemaBesideThemIsPassedOver() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("questionnaires"))) {
            Run run = check(files.filter(file -> file.toString().endsWith(".json")).toArray(Path[]::new));
            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("poolster-clb 2025, 11 blocks, 4 stages: correct",
                    "poolster-clb 2026, 11 blocks, 4 stages: correct", "schema.json: the schema itself");
        }
    }

    @Test
    void ofSeveralFilesTheRightOnesAreReportedBesideTheBroken(@TempDir Path folder) {
        Path missing = folder.resolve("nowhere.json");

        Run run = check(SMALL, missing, folder, BROKEN.resolve("09-bad-id.json"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines()).containsExactly(SMALL + ": moestuin 1, 3 blocks, 3 stages: correct");
        assertThat(run.err().lines()).satisfiesExactly(
                line -> assertThat(line).isEqualTo(missing + ": (document): there is no such file; expected: a definition as JSON"),
                line -> assertThat(line).startsWith(folder + ": (document): the file cannot be read"),
                line -> assertThat(line).contains("/blockQuestions/2/options/1/id"));
    }

    @Test
    void withoutAFileTheCommandLineIsWrong() {
        assertThat(check().exitCode()).isEqualTo(2);
    }

    private static Run check(Path... files) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Application.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = line.execute(Stream.concat(Stream.of("check"), Stream.of(files).map(Path::toString)).toArray(String[]::new));
        return new Run(exitCode, out.toString(), err.toString());
    }
}
