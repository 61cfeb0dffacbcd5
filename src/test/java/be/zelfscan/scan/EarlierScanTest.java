package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.question.Answer;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.support.Definitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which answer of an earlier round stands beside which question. */
class EarlierScanTest {
    private static final Instant SENT = Instant.parse("2025-10-14T12:02:00Z");
    private static final String TEXT = Definitions.smallText();
    private static final Questionnaire THEN = Definitions.small();

    private final List<GivenAnswer> given = new ArrayList<>();

    @Test
    void aBlockStandsBesideTheOneThatItContinuesAndAQuestionBesideThatOfItsIdInTheWordsOfThen() {
        given("compost", "stage", Answer.Coded.of("kiem"), "");
        given("compost", "ambition", Answer.Coded.of("oogst"), "");
        given("compost", "levers", Answer.Coded.of("sun", "rain"), "Vooral in juni.");
        Questionnaire now = version(2, "\"id\": \"compost\"", "\"id\": \"humus\"", "\"language\":",
                "\"continues\": { \"humus\": \"compost\" }, \"language\":",
                "groeien tot oogst", "tot oogst komen");
        EarlierScan earlier = earlier(OptionalInt.empty(), now).orElseThrow();

        assertThat(earlier.isBeside("humus")).isTrue();
        assertThat(earlier.whyNot("humus")).isEmpty();
        assertThat(earlier.when()).isEqualTo("afname 2025–2026, 14 oktober 2025");
        assertThat(answer(earlier, "humus", "stage")).get().satisfies(stage -> {
            assertThat(stage.isChosen("kiem")).isTrue();
            assertThat(stage.isChosen("zaad")).isFalse();
            assertThat(stage.sentence()).isEqualTo("Kiem");
        });
        assertThat(sentence(earlier, "humus", "ambition")).isEqualTo("groeien tot oogst");
        assertThat(sentence(earlier, "humus", "levers")).isEqualTo("de zon; de regen – ‘Vooral in juni.’");
        assertThat(answer(earlier, "humus", "bottlenecks")).as("not answered then").isEmpty();
        assertThat(answer(earlier, "water", "stage")).as("another block").isEmpty();
    }

    @Test
    void theSectionsWithoutAPlaceStandBesideThatOfTheirId() {
        given("slot", "priorities", Answer.Coded.of("water", "compost"), "");
        TreeMap<String, Answer> cells = new TreeMap<>(Map.of("who", new Answer.Coded(List.of("other"), Map.of("", "de imker"))));
        given("slot", "helpers", new Answer.Rows(List.of(new Answer.Rows.Row("a", cells))), "");
        EarlierScan earlier = earlier(OptionalInt.empty(), version(2)).orElseThrow();

        assertThat(sentence(earlier, "slot", "priorities")).contains("Plaats 1: Water; Plaats 2: Compost");
        assertThat(sentence(earlier, "slot", "helpers")).contains("Helper 1", "iemand anders", "de imker");
    }

    @Test
    void aQuestionOfAnotherTypeIsAnotherQuestion() {
        given("compost", "motive", Answer.Coded.of("choice"), "");
        Questionnaire now = version(2, "\"id\": \"motive\", \"type\": \"single\"", "\"id\": \"motive\", \"type\": \"multiple\"");

        assertThat(now.question("compost", "motive").orElseThrow().type().id()).isEqualTo("multiple");
        assertThat(answer(earlier(OptionalInt.empty(), now).orElseThrow(), "compost", "motive")).isEmpty();
    }

    @Test
    void whereAVersionHadNoSuchBlockASentenceSaysSo() {
        given("compost", "stage", Answer.Coded.of("kiem"), "");
        given("water", "stage", Answer.Coded.of("zaad"), "");
        EarlierScan earlier = earlier(OptionalInt.empty(), version(2, "\"id\": \"compost\"", "\"id\": \"humus\"")).orElseThrow();

        assertThat(answer(earlier, "humus", "stage")).isEmpty();
        assertThat(earlier.whyNot("humus"))
                .isEqualTo("Vorige keer (afname 2025–2026, 14 oktober 2025) vulden jullie een andere versie van deze"
                        + " vragenlijst in, waarin %s niet of anders stond. Daarom staat er hier niets van toen naast."
                                .formatted(THEN.words().block().thisOne()));
        assertThat(sentence(earlier, "water", "stage")).isEqualTo("Zaad");
    }

    @Test
    void withOtherStagesNothingStandsBesideAnything() {
        given("compost", "stage", Answer.Coded.of("kiem"), "");
        given("slot", "priorities", Answer.Coded.of("water", "compost"), "");
        EarlierScan earlier = earlier(OptionalInt.empty(), version(2, "\"zaad\"", "\"pit\"")).orElseThrow();

        assertThat(answer(earlier, "compost", "stage")).isEmpty();
        assertThat(answer(earlier, "slot", "priorities")).isEmpty();
        assertThat(earlier.whyNot("compost")).contains("met andere " + THEN.words().stage().many());
    }

    @Test
    void theNewestThatCanStandBesideIsTaken() {
        Questionnaire now = version(3);
        SentScan old = sent(THEN.key(), OptionalInt.empty());
        SentScan other = sent(version(2, "\"zaad\"", "\"pit\"").key(), OptionalInt.empty());
        SentScan unreadable = sent(new QuestionnaireKey("moestuin", "0"), OptionalInt.empty());

        assertThat(of(List.of(unreadable, other, old), now)).get().extracting(EarlierScan::sent).isEqualTo(old);
        assertThat(of(List.of(unreadable, other), now)).as("to say why not").get().extracting(EarlierScan::sent).isEqualTo(other);
        assertThat(of(List.of(unreadable), now)).isEmpty();
        assertThat(of(List.of(), now)).isEmpty();
    }

    @Test
    void whatWasErasedIsSaidToBeErased() {
        given("compost", "stage", Answer.Coded.of("kiem"), "");
        given("compost", "levers", Answer.Coded.of("sun"), "");
        given("compost", "motive", null, "");
        given("compost", "bottlenecks", Answer.Coded.of("none"), "");
        EarlierScan earlier = earlier(OptionalInt.of(6), version(2)).orElseThrow();

        assertThat(sentence(earlier, "compost", "stage")).as("nothing can be typed with it").isEqualTo("Kiem");
        assertThat(sentence(earlier, "compost", "bottlenecks")).as("likewise").isEqualTo("niets");
        assertThat(sentence(earlier, "compost", "levers")).isEqualTo("de zon (wat er verder getypt was, is gewist)");
        assertThat(sentence(earlier, "compost", "motive")).isEqualTo("gewist");
        assertThat(answer(earlier, "water", "levers")).as("nothing was there").isEmpty();
    }

    @Test
    void whatIsLongIsFoldedAfterWholeWords() {
        given("compost", "motive", Answer.Coded.of("choice"), "Een lange toelichting over de hoop. ".repeat(10));
        given("compost", "levers", Answer.Coded.of("sun"), "Kort,\nmaar op twee regels.");
        given("water", "levers", Answer.Coded.of("sun"), "x".repeat(500));
        EarlierScan earlier = earlier(OptionalInt.empty(), version(2)).orElseThrow();

        EarlierScan.EarlierAnswer motive = answer(earlier, "compost", "motive").orElseThrow();
        assertThat(motive.isLong()).isTrue();
        assertThat(motive.start()).startsWith("kozen we zelf – ‘Een lange toelichting").matches(".*(hoop\\.|[a-z]) …").hasSizeLessThan(145);
        assertThat(answer(earlier, "compost", "levers").orElseThrow().isLong()).isTrue();
        assertThat(answer(earlier, "water", "levers").orElseThrow().start()).hasSizeLessThan(145);
    }

    private void given(String section, String question, Answer answer, String note) {
        given.add(new GivenAnswer(section, question, 1, Optional.ofNullable(answer), note, "", SENT));
    }

    private SentScan sent(QuestionnaireKey version, OptionalInt erasedAfter) {
        return new SentScan(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "Tuin", "afname 2025–2026", 1, SENT, "", version,
                new Answers(given), Set.of(), erasedAfter);
    }

    private Optional<EarlierScan> earlier(OptionalInt erasedAfter, Questionnaire now) {
        return of(List.of(sent(THEN.key(), erasedAfter)), now);
    }

    private static Optional<EarlierScan> of(List<SentScan> before, Questionnaire now) {
        Map<QuestionnaireKey, Questionnaire> versions = Map.of(THEN.key(), THEN, new QuestionnaireKey("moestuin", "2"),
                version(2, "\"zaad\"", "\"pit\""));
        return EarlierScan.of(before, now, key -> Optional.ofNullable(versions.get(key)));
    }

    private static Optional<EarlierScan.EarlierAnswer> answer(EarlierScan earlier, String section, String question) {
        return earlier.answer(section, earlier.now().question(section, question).orElseThrow());
    }

    private static String sentence(EarlierScan earlier, String section, String question) {
        return answer(earlier, section, question).orElseThrow().sentence();
    }

    /** A later version, with texts replaced, a pair each. */
    private static Questionnaire version(int number, String... replaced) {
        String text = TEXT.replace("\"version\": \"1\"", "\"version\": \"" + number + "\"");
        for (int at = 0; at < replaced.length; at += 2) {
            assertThat(text).contains(replaced[at]);
            text = text.replace(replaced[at], replaced[at + 1]);
        }
        return Definitions.read("later.json", text);
    }
}
