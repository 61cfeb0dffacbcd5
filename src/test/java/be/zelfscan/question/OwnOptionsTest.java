package be.zelfscan.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zelfscan.questionnaire.BrokenDefinition;
import be.zelfscan.questionnaire.BrokenDefinition.Fault;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types whose answers are codes of options of their own. */
class OwnOptionsTest {
    private static final Path FILE = Path.of("src/test/resources/definitions/types/garden.json");
    private static final Questionnaire GARDEN = Definitions.read("garden.json", text());
    private static final Asked ASKED = new Asked(GARDEN, "slot", question -> Optional.empty());

    @Test
    void yesAndNoHaveWordsOfTheirOwnAndTheOthersAreOfferedWhereTheDefinitionNamesThem() {
        assertThat(question("watered").options()).extracting(Option::id, Option::label).extracting(Object::toString).containsExactly(
                "(\"yes\", \"Ja\")", "(\"no\", \"Nee\")", "(\"unclear\", \"Niet duidelijk\")", "(\"not-applicable\", \"N.v.t.\")");
        assertThat(question("again").options()).extracting(Option::label).containsExactly("Zeker", "Liever niet");
        assertThat(problems("again", "unclear")).isNotEmpty();
        assertThat(problems("again", "yes", "no")).containsExactly(new AnswerProblem.MoreThanOne());
    }

    @Test
    void aStatementHasFourLabelsUnlessTheDefinitionHasOthersAndIsSaidWithItsAnswer() {
        assertThat(question("shared").options()).extracting(Option::id).containsExactly("1", "2", "3", "4", "no-opinion");
        assertThat(question("often").options()).extracting(Option::label).containsExactly("Nooit", "Soms", "Altijd");
        assertThat(question("shared").lines(Optional.of(Answer.Coded.of("4")), GARDEN))
                .containsExactly("‘We tuinieren samen.’: Helemaal akkoord");
        assertThat(problems("often", "4")).isNotEmpty();
    }

    @Test
    void ofSeveralOptionsSoManyArePickedOrTheOneThatExcludesTheOthers() {
        assertThat(problems("tools", "spade", "rake", "hose")).isEmpty();
        assertThat(lacking("tools", "spade", "rake", "hose")).isEmpty();
        assertThat(problems("tools", "spade", "rake", "hose", "other")).containsExactly(new AnswerProblem.TooMany(3));
        assertThat(lacking("tools", "spade")).containsExactly(new AnswerProblem.TooFew(2));
        assertThat(lacking("tools", "none")).isEmpty();
        assertThat(problems("tools", "none", "spade")).extracting(AnswerProblem::sentence).singleElement().asString().contains("‘niets’");
        assertThat(question("tools").help()).isEqualTo("Kies er 2 tot 3.");
    }

    @Test
    void whatIsTypedWithAnOptionIsOneLine() {
        Fields fields = Fields.of(
                Map.of("tools.choice", List.of("other"), "tools.text", List.of("\u200Been\u00A0 oude\r\nhak\u00ADje\uFEFF ")),
                "tools");
        assertThat(question("tools").read(fields).orElseThrow().toString()).contains("een oude hakje");
        assertThat(question("tools").beside(Fields.of(Map.of("tools.text", List.of("\u200B")), "tools"))).isEmpty();
    }

    @Test
    void anOrderHasEachOptionOnceAndNoPlaceLeftOpen() {
        assertThat(problems("order", "weed", "sow")).isEmpty();
        assertThat(problems("order", "weed", "weed")).extracting(AnswerProblem::sentence)
                .containsExactly("‘wieden’ staat er twee keer. Kies elk antwoord maar één keer.");
        assertThat(problems("order", "sow", "weed", "pick")).containsExactly(new AnswerProblem.TooMany(2));
        assertThat(lacking("order", "", "weed")).extracting(AnswerProblem::sentence)
                .containsExactly("‘Plaats 1’ is nog leeg. Vul dat in, of schuif op wat erna komt.");
        assertThat(question("order").lines(Optional.of(Answer.Coded.of("weed", "sow")), GARDEN))
                .containsExactly("Plaats 1: wieden", "Plaats 2: zaaien");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "min": 0, "max": 20000            | "min": 9, "max": 8                  | /blockQuestions/2/max             | no number with 0 decimals
            "latest": "2026-12-31"            | "latest": "2026-02-30"              | /blockQuestions/3/latest          | there is no day '2026-02-30'
            "latest": "2026-12-31"            | "latest": "2025-12-31"              | /blockQuestions/3/latest          | is before the first
            "min": 2, "max": 3                | "min": 2, "max": 5                  | /closing/questions/7/max          | 5 are asked, of 4 options
            "min": 1, "max": 2                | "min": 1, "max": 4                  | /closing/questions/8/max          | 4 are asked, of 3 options
            "item": "Plaats {number}"         | "item": "Plaats"                    | /closing/questions/8/item         | has no {number}
            "id": "weed", "label": "wieden"   | "id": "weed", "label": "zaaien"     | /closing/questions/8/options/1/label | occurs twice
            "id": "weed", "label": "wieden"   | "id": "weed", "label": "wieden", "text": true | /closing/questions/8/options | an option with a text
            "required": true },               | "required": true, "notDiscussed": "Niet besproken" }, | /blockQuestions/0/notDiscussed | a placement that can be left open
            """)
    void whatATypeCannotAskIsAFaultAtItsPlace(String find, String replacement, String pointer, String wrong) {
        assertThat(text()).contains(find);

        BrokenDefinition broken = catchThrowableOfType(BrokenDefinition.class,
                () -> Definitions.read("edited.json", text().replace(find, replacement)));

        assertThat(broken.faults()).singleElement().satisfies(fault -> assertThat(List.of(fault)).extracting(Fault::pointer)
                .containsExactly(pointer)).satisfies(fault -> assertThat(fault.wrong()).contains(wrong));
    }

    private static List<AnswerProblem> problems(String question, String... codes) {
        return question(question).refusals(answer(codes), ASKED);
    }

    private static List<AnswerProblem> lacking(String question, String... codes) {
        return question(question).lacking(answer(codes), ASKED);
    }

    private static Answer answer(String... codes) {
        return new Answer.Coded(List.of(codes), Stream.of(codes).filter("other"::equals).findFirst().map(code -> Map.of(code, "zon"))
                .orElse(Map.of()));
    }

    private static Question question(String id) {
        return GARDEN.sections().stream().flatMap(section -> section.questions().stream()).filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
