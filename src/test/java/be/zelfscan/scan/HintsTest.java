package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.question.Answer;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import be.zelfscan.support.RandomAnswers;
import be.zelfscan.support.RandomDefinitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HintsTest {
    private static final Questionnaire SHIPPED = Definitions.shipped();
    private static final List<String> BLOCKS = SHIPPED.blocks().stream().map(block -> block.id()).toList();
    /** Beside those that are made up: with a use for their questions, which these have not. */
    private static final List<Questionnaire> KNOWN = List.of(SHIPPED, Definitions.small(), Definitions.french(), gardenWithConditions());
    private static final ScanAddress SCAN = new ScanAddress(UUID.randomUUID());

    @Test
    void anAmbitionWithoutALeverIsOne() {
        Hints.OfKind hints = only(given("preventie", "stage", "planmatig"), given("preventie", "ambition", "systematisch"),
                given("preventie", "levers", "none"));

        assertThat(hints.kind()).isEqualTo(Hints.Kind.ambition_without_lever);
        assertThat(sentence(hints)).isEqualTo("‘Preventie’: jullie kozen ‘evolueren naar systematisch’ en noemden geen hefbomen.");
        assertThat(hints.named().getFirst().address(SCAN)).isEqualTo(SCAN.question("preventie", "levers"));
    }

    @Test
    void anAmbitionWithALeverOrWhoseLeversWereNotAnsweredIsNone() {
        assertThat(of(given("preventie", "stage", "planmatig"), given("preventie", "ambition", "systematisch"),
                given("preventie", "levers", "people"))).isEmpty();
        assertThat(of(given("preventie", "stage", "planmatig"), given("preventie", "ambition", "systematisch"))).isEmpty();
        assertThat(
                of(given("preventie", "stage", "planmatig"), given("preventie", "ambition", "hold"), given("preventie", "levers", "none")))
                .isEmpty();
        assertThat(of(given("preventie", "stage", "planmatig"), given("preventie", "ambition", "systematisch"),
                new GivenAnswer("preventie", "levers", 1, Optional.of(new Answer.NotDiscussed()), "", "", Instant.EPOCH)))
                .as("left open on purpose").isEmpty();
    }

    @Test
    void differencesThatNothingSaysMoreAboutAreOne() {
        Hints.OfKind hints = only(given("plg", "differences", "teams"));

        assertThat(hints.kind()).isEqualTo(Hints.Kind.difference_without_note);
        assertThat(sentence(hints)).endsWith("jullie duidden verschillen aan, en wat er verschilt, staat er nog niet bij.");
        assertThat(hints.named().getFirst().address(SCAN)).isEqualTo(SCAN.question("plg", "differences"));
        assertThat(of(given("plg", "differences", "none"))).isEmpty();
        assertThat(of(noted("plg", "differences", "teams", "Het ene team wel, het andere niet."))).isEmpty();
        assertThat(of(new GivenAnswer("plg", "differences", 1,
                Optional.of(new Answer.Coded(List.of("other"), Map.of("other", "tussen de verdiepingen"))), "", "", Instant.EPOCH)))
                .as("said with the option").isEmpty();
    }

    @Test
    void aPriorityThatStaysAsItIsIsOne() {
        Hints.OfKind hints = only(given("plg", "ambition", "hold"), given("teamwerk", "ambition", "systematisch"),
                given("slotvragen", "priorities", "plg", "teamwerk", "preventie"));

        assertThat(hints.kind()).isEqualTo(Hints.Kind.priority_held);
        assertThat(hints.named()).singleElement().satisfies(hint -> {
            assertThat(hint.remark()).isEqualTo("dat staat bij jullie prioriteiten, met ‘dit aanhouden’ als ambitie.");
            assertThat(hint.address(SCAN)).isEqualTo(SCAN.question("plg", "ambition"));
        });
    }

    @Test
    void theSameStageEverywhereIsOneOnceAllArePlaced() {
        List<GivenAnswer> same = BLOCKS.stream().map(block -> given(block, "stage", "planmatig")).toList();

        Hints.OfKind hints = only(same.toArray(GivenAnswer[]::new));
        assertThat(sentence(hints)).isEqualTo("het overzicht: alle 11 bouwstenen staan in hetzelfde stadium, ‘planmatig’.");
        assertThat(hints.named().getFirst().address(SCAN)).isEqualTo(SCAN.overview());
        assertThat(of(same.subList(1, same.size()).toArray(GivenAnswer[]::new))).as("one is not placed").isEmpty();
        assertThat(of(Stream.concat(same.stream().skip(1), Stream.of(given(BLOCKS.getFirst(), "stage", "systematisch")))
                .toArray(GivenAnswer[]::new))).isEmpty();
        Questionnaire small = Definitions.small();
        assertThat(Hints.of(small, new Answers(small.blocks().stream().map(block -> given(block.id(), "stage", "zaad")).toList())))
                .as("three blocks").isEmpty();
    }

    @Test
    void aNoteThatMentionsAPersonIsAskedAbout() {
        Hints.OfKind hints = only(noted("plg", "motive", "deliberate", "Dat wil mevrouw Peeters zo, zegt mevrouw Peeters."));

        assertThat(hints.kind()).isEqualTo(Hints.Kind.person_mentioned);
        assertThat(hints.named()).singleElement().satisfies(hint -> {
            assertThat(hint.place()).startsWith("‘Keuze of context’ bij ‘");
            assertThat(hint.remark()).isEqualTo("is in ‘mevrouw Peeters’ een persoon te herkennen, en kan het ook zonder?");
        });
    }

    @Test
    void aFewOfAKindAreNamedAndTheOthersCounted() {
        Hints.OfKind hints = only(BLOCKS.stream().map(block -> given(block, "differences", "teams")).toArray(GivenAnswer[]::new));

        assertThat(hints.named()).extracting(Hints.Hint::section).isEqualTo(BLOCKS.subList(0, Hints.MOST));
        assertThat(hints.others()).isEqualTo(BLOCKS.size() - Hints.MOST);
        assertThat(hints.othersSentence(SHIPPED.words())).isEqualTo("Hetzelfde geldt voor nog 8 bouwstenen.");
        assertThat(only(given("plg", "differences", "teams")).othersSentence(SHIPPED.words())).isEmpty();
    }

    /**
     * The small instrument, which asks for what helps and what differs only where the team chose it itself, and says more about what
     * differs.
     */
    private static Questionnaire gardenWithConditions() {
        String condition = "\"visibleWhen\": { \"question\": \"motive\", \"is\": \"choice\" },";
        return Definitions.read("small.json", Definitions.smallText()
                .replaceFirst("(\"role\":\\s*\"lever\",)", "$1" + condition)
                .replaceFirst("(\"role\":\\s*\"difference\",)", "$1 \"note\": \"Toelichting\"," + condition));
    }

    @Test
    void anAnswerToAQuestionThatIsNotAskedAnyMoreIsNone() {
        Questionnaire garden = gardenWithConditions();
        String block = garden.blocks().getFirst().id();
        List<GivenAnswer> answers = List.of(given(block, "stage", "zaad"), given(block, "ambition", "kiem"), given(block, "levers", "none"),
                noted(block, "differences", "beds", ""));

        assertThat(Hints.of(garden, with(answers, given(block, "motive", "choice")))).extracting(Hints.OfKind::kind)
                .containsExactly(Hints.Kind.ambition_without_lever, Hints.Kind.difference_without_note);
        assertThat(Hints.of(garden, with(answers, given(block, "motive", "weather")))).isEmpty();
    }

    private static Answers with(List<GivenAnswer> answers, GivenAnswer more) {
        return new Answers(Stream.concat(answers.stream(), Stream.of(more)).toList());
    }

    @Test
    void anInstrumentThatAsksNoneOfItHasNone() {
        Questionnaire open = Definitions.read("open.json", """
                { "id": "tuin", "version": "1", "language": "nl-BE", "title": "Tuin", "source": "Verzonnen", "disclaimer": "Verzonnen.",
                  "clusters": [{ "id": "bed", "title": "Bed", "source": "1", "sections": [{ "id": "sla", "title": "Sla", "source": "1",
                    "questions": [{ "id": "hoe", "type": "open", "label": "Hoe?", "shortLabel": "Hoe", "source": "1", "required": true }]
                  }] }] }
                """);
        assertThat(Hints.of(open, new Answers(List.of(new GivenAnswer("sla", "hoe", 1, Optional.of(new Answer.Written("Goed.")), "", "",
                Instant.EPOCH))))).isEmpty();
    }

    /** Whatever is asked and answered: bounded, about what was asked and answered, in whole sentences. */
    @Property(tries = 500)
    void hintsAreFewAndAboutWhatWasAskedAndAnswered(@ForAll long seed) {
        Random random = new Random(seed);
        Questionnaire questionnaire = random.nextBoolean() ? KNOWN.get(random.nextInt(KNOWN.size()))
                : Definitions.read("any.json", new RandomDefinitions(random).definition().toString());
        List<GivenAnswer> given = new ArrayList<>(new RandomAnswers(questionnaire, random).complete().all());
        given.removeIf(answer -> random.nextInt(5) == 0); // so that answers remain to what is not asked any more
        Answers answers = new Answers(given.stream().map(answer -> random.nextInt(5) == 0 ? mentioning(answer) : answer).toList());
        Visible visible = Visible.of(questionnaire, answers);

        List<Hints.OfKind> hints = Hints.of(questionnaire, answers);

        assertThat(hints).extracting(Hints.OfKind::kind).doesNotHaveDuplicates();
        for (Hints.OfKind kind : hints) {
            assertThat(kind.named()).hasSizeBetween(1, Hints.MOST);
            assertThat(kind.others() > 0).isEqualTo(!kind.othersSentence(questionnaire.words()).isEmpty());
            assertThat(kind.named()).allSatisfy(hint -> {
                assertThat(visible.isAsked(hint.section(), hint.question())).isTrue();
                assertThat(questionnaire.question(hint.section(), hint.question())).isPresent();
                assertThat(answers.at(hint.section(), hint.question()).revision()).isPositive();
                assertThat(hint.place()).isNotBlank();
                assertThat(hint.remark()).isNotBlank().matches("(?s).*[.?]");
                assertThat(hint.address(SCAN)).startsWith(SCAN.root());
            });
        }
        assertThat(hints.isEmpty() || questionnaire.isScaled()
                || hints.stream().allMatch(kind -> kind.kind() == Hints.Kind.person_mentioned)).isTrue();
    }

    private static GivenAnswer mentioning(GivenAnswer given) {
        return new GivenAnswer(given.section(), given.question(), given.revision(), given.answer(), "Vraag het aan meneer Peeters.", "Ada",
                given.at());
    }

    private static GivenAnswer given(String section, String question, String... codes) {
        return new GivenAnswer(section, question, 1, Optional.of(Answer.Coded.of(codes)), "", "", Instant.EPOCH);
    }

    private static GivenAnswer noted(String section, String question, String code, String note) {
        return new GivenAnswer(section, question, 1, Optional.of(Answer.Coded.of(code)), note, "", Instant.EPOCH);
    }

    private static List<Hints.OfKind> of(GivenAnswer... answers) {
        return Hints.of(SHIPPED, new Answers(List.of(answers)));
    }

    private static Hints.OfKind only(GivenAnswer... answers) {
        List<Hints.OfKind> hints = of(answers);
        assertThat(hints).hasSize(1);
        return hints.getFirst();
    }

    private static String sentence(Hints.OfKind hints) {
        Hints.Hint hint = hints.named().getFirst();
        return hint.place() + ": " + hint.remark();
    }
}
