package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Stage;
import be.zelfscan.support.Definitions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerRulesTest {
    private static final Questionnaire SMALL = Definitions.small();
    private static final AnswerRules RULES = new AnswerRules(SMALL);
    private static final String BLOCK = "water";
    private static final String CLOSING = "slot";

    static Stream<Questionnaire> questionnaires() {
        return Stream.of(SMALL, Definitions.shipped());
    }

    @ParameterizedTest
    @MethodSource("questionnaires")
    void atEachStageOneCanHoldOrGrowToEveryLaterStageAndToNoOther(Questionnaire questionnaire) {
        AnswerRules rules = new AnswerRules(questionnaire);
        Question.Ambition ambition = questionnaire.ambition().orElseThrow();
        List<Stage> stages = questionnaire.scale().stages();
        for (int from = 0; from < stages.size(); from++) {
            String stage = stages.get(from).id();
            assertThat(rules.allows(ambition, new Answer.Hold(), stage)).isTrue();
            for (int to = 0; to < stages.size(); to++) {
                assertThat(rules.allows(ambition, new Answer.Grow(stages.get(to).id()), stage)).as(stage + " to " + stages.get(to).id())
                        .isEqualTo(to > from);
            }
        }
    }

    @Test
    void anInstrumentThatOffersTheNextStageOnlyRefusesTheOneAfterIt() {
        Questionnaire next = Definitions.read("next.json",
                Definitions.smallText().replace("\"targets\": \"later\"", "\"targets\": \"next\""));
        AnswerRules rules = new AnswerRules(next);

        assertThat(rules.refusals(next.ambition().orElseThrow(), Optional.of(new Answer.Grow("kiem")), "", Optional.of("zaad"))).isEmpty();
        assertThat(rules.refusals(next.ambition().orElseThrow(), Optional.of(new Answer.Grow("oogst")), "", Optional.of("zaad")))
                .containsExactly(new AnswerProblem.AmbitionNotOffered("zaad"));
    }

    @Test
    void anAmbitionIsRefusedBeforeThereIsAStage() {
        assertThat(refusals("ambition", new Answer.Hold(), Optional.empty())).containsExactly(new AnswerProblem.StageFirst());
        assertThat(refusals("ambition", new Answer.Grow("kiem"), Optional.empty())).containsExactly(new AnswerProblem.StageFirst());
    }

    @Test
    void anExclusiveOptionIsRefusedWithAnyOtherAndKeptAlone() {
        assertThat(refusals("levers", chosen("none"))).isEmpty();
        assertThat(refusals("levers", chosen("sun", "rain"))).isEmpty();
        assertThat(refusals("levers", chosen("sun", "none"))).containsExactly(new AnswerProblem.NotTogether("niets"));
        assertThat(refusals("levers", chosen("sun", "rain", "none"))).containsExactly(new AnswerProblem.NotTogether("niets"));
    }

    @Test
    void aSingleChoiceTakesOne() {
        assertThat(refusals("motive", chosen("choice"))).isEmpty();
        assertThat(refusals("motive", chosen("choice", "weather"))).containsExactly(new AnswerProblem.MoreThanOne());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "€", "\n", "🌱"})
    void aNoteOfTenThousandCharactersIsKeptAndOneMoreIsNot(String character) {
        Question motive = question(BLOCK, "motive");

        assertThat(RULES.refusals(motive, Optional.empty(), character.repeat(10_000), Optional.empty())).isEmpty();
        assertThat(RULES.refusals(motive, Optional.empty(), character.repeat(10_001), Optional.empty()))
                .containsExactly(new AnswerProblem.NoteTooLong(10_001)).first().extracting(AnswerProblem::sentence).asString()
                .contains("10.001", "10.000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "🌱"})
    void aTextWithAnOptionHasRoomForFiveHundredCharacters(String character) {
        assertThat(refusals("differences", new Answer.Chosen(List.of("other"), character.repeat(500)))).isEmpty();
        assertThat(refusals("differences", new Answer.Chosen(List.of("other"), character.repeat(501))))
                .containsExactly(new AnswerProblem.TextTooLong(501));
    }

    @Test
    void anOptionThatAsksForATextIsKeptWithoutOneButStaysOpen() {
        assertThat(refusals("differences", chosen("beds", "other"))).isEmpty();
        assertThat(openPoints(BLOCK, "differences", chosen("beds", "other")))
                .containsExactly(new AnswerProblem.TextMissing("nee, nog iets anders"));
        assertThat(openPoints(BLOCK, "differences", new Answer.Chosen(List.of("other"), "de serre"))).isEmpty();
    }

    @Test
    void aBlockTwiceAmongThePrioritiesIsRefused() {
        assertThat(closingRefusals("priorities", new Answer.RankedBlocks(List.of("water", "delen", "water"))))
                .containsExactly(new AnswerProblem.Twice("Water"));
    }

    @Test
    void tooFewPrioritiesAreKeptAndStayOpenAndTooManyAreRefused() {
        assertThat(closingRefusals("priorities", new Answer.RankedBlocks(List.of("water")))).isEmpty();
        assertThat(openPoints(CLOSING, "priorities", new Answer.RankedBlocks(List.of("water"))))
                .containsExactly(new AnswerProblem.TooFew(2));
        assertThat(closingRefusals("inspiring", new Answer.SelectedBlocks(List.of("water", "delen", "compost"), false, List.of())))
                .containsExactly(new AnswerProblem.TooMany(2));
    }

    @Test
    void notYetIsRefusedWithBlocksAndKeptWithBlocksThatAreConsidered() {
        assertThat(closingRefusals("inspiring", new Answer.SelectedBlocks(List.of("water"), true, List.of())))
                .containsExactly(new AnswerProblem.NotYetWithBlocks());
        assertThat(closingRefusals("inspiring", new Answer.SelectedBlocks(List.of(), true, List.of("water", "delen")))).isEmpty();
        assertThat(openPoints(CLOSING, "inspiring", new Answer.SelectedBlocks(List.of(), true, List.of()))).isEmpty();
    }

    @Test
    void anOpenPlaceInAnOrderIsKeptAndIsAnOpenPoint() {
        Answer.RankedBlocks open = new Answer.RankedBlocks(List.of("water", "", "delen"));

        assertThat(closingRefusals("priorities", open)).isEmpty();
        assertThat(openPoints(CLOSING, "priorities", open)).containsExactly(new AnswerProblem.OpenPlace("Plaats 2"));
        assertThat(closingRefusals("priorities", new Answer.RankedBlocks(List.of("", "", "", "delen"))))
                .containsExactly(new AnswerProblem.TooMany(3));
    }

    @Test
    void ofTwoWaysNotYetAsksNothingMoreAndTheOtherAsksForBlocks() {
        Questionnaire questionnaire = Definitions.shipped();
        Question question = questionnaire.inspiringPractices().orElseThrow();
        AnswerRules rules = new AnswerRules(questionnaire);
        List<String> many = questionnaire.blocks().stream().map(block -> block.id()).limit(5).toList();

        Answer notYet = new Answer.SelectedBlocks(List.of(), true, List.of());
        assertThat(rules.refusals(question, Optional.of(notYet), "", Optional.empty())).isEmpty();
        assertThat(openPoints(rules, question, notYet)).isEmpty();
        assertThat(rules.refusals(question, Optional.of(new Answer.SelectedBlocks(List.of(), true, many)), "", Optional.empty()))
                .isNotEmpty();
        assertThat(rules.refusals(question, Optional.of(new Answer.SelectedBlocks(many, false, List.of())), "", Optional.empty()))
                .containsExactly(new AnswerProblem.TooMany(3));
        assertThat(openPoints(rules, question, new Answer.SelectedBlocks(List.of(), false, List.of())))
                .containsExactly(new AnswerProblem.TooFew(1));
    }

    private static List<AnswerProblem> openPoints(AnswerRules rules, Question question, Answer answer) {
        return rules.openPoints(question, new GivenAnswer("slotvragen", question.id(), 1, Optional.of(answer), "", "", Instant.EPOCH),
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none-such", "Water", "water ", "../water", "' OR 1=1", "\u0000", "slot", "hold", "not-yet"})
    void anIdThatTheInstrumentDoesNotHaveIsRefusedWhereverItStands(String forged) {
        List<Answer> ofBlock = List.of(new Answer.Placed(forged), new Answer.Grow(forged), chosen(forged), chosen(forged), chosen(forged),
                chosen(forged));
        for (int i = 0; i < ofBlock.size(); i++) {
            Question question = SMALL.blockQuestions().get(i);
            assertThat(RULES.refusals(question, Optional.of(ofBlock.get(i)), "", Optional.of("zaad"))).as(question.id())
                    .contains(new AnswerProblem.OutsideOptions(question));
        }
        if (!forged.isEmpty()) { // an open place
            assertThat(closingRefusals("priorities", new Answer.RankedBlocks(List.of("water", forged))))
                    .containsExactly(new AnswerProblem.OutsideOptions(question(CLOSING, "priorities")));
        }
        assertThat(closingRefusals("inspiring", new Answer.SelectedBlocks(List.of(forged), false, List.of()))).hasSize(1);
        assertThat(closingRefusals("inspiring", new Answer.SelectedBlocks(List.of(), true, List.of(forged)))).hasSize(1);
    }

    @Test
    void anAnswerOfTheKindOfAnotherQuestionIsRefused() {
        Map<Question, Answer> fitting = Map.of(question(BLOCK, "stage"), new Answer.Placed("zaad"), question(BLOCK, "ambition"),
                new Answer.Hold(), question(BLOCK, "levers"), chosen("sun"), question(CLOSING, "inspiring"),
                new Answer.SelectedBlocks(List.of("water"), false, List.of()), question(CLOSING, "priorities"),
                new Answer.RankedBlocks(List.of("water", "delen")));
        fitting.forEach((question, own) -> fitting.values().forEach(
                answer -> assertThat(RULES.refusals(question, Optional.of(answer), "", Optional.of("zaad")).isEmpty())
                        .as(question.id() + " " + answer)
                        .isEqualTo(answer.equals(own))));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThat(RULES.refusals(question(BLOCK, "levers"), Optional.of(chosen("none", "forged")), "x".repeat(10_001), Optional.empty()))
                .hasSize(3);
    }

    @Test
    void aQuestionThatIsNotRequiredMayStayEmpty() {
        assertThat(RULES.openPoints(question(BLOCK, "differences"), GivenAnswer.none(BLOCK, "differences"), Optional.empty())).isEmpty();
        assertThat(RULES.openPoints(question(BLOCK, "levers"), GivenAnswer.none(BLOCK, "levers"), Optional.empty()))
                .containsExactly(new AnswerProblem.Missing("hulp"));
    }

    private static Answer.Chosen chosen(String... options) {
        return new Answer.Chosen(List.of(options), "");
    }

    private static Question question(String section, String id) {
        return SMALL.question(section, id).orElseThrow();
    }

    private static List<AnswerProblem> refusals(String question, Answer answer) {
        return refusals(question, answer, Optional.of("zaad"));
    }

    private static List<AnswerProblem> refusals(String question, Answer answer, Optional<String> stage) {
        return RULES.refusals(question(BLOCK, question), Optional.of(answer), "", stage);
    }

    private static List<AnswerProblem> closingRefusals(String question, Answer answer) {
        return RULES.refusals(question(CLOSING, question), Optional.of(answer), "", Optional.empty());
    }

    private static List<AnswerProblem> openPoints(String section, String question, Answer answer) {
        return RULES.openPoints(question(section, question),
                new GivenAnswer(section, question, 1, Optional.of(answer), "", "Ada", Instant.EPOCH), Optional.of("zaad"));
    }
}
