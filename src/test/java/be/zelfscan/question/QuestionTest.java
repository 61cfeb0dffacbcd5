package be.zelfscan.question;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.question.ambition.AmbitionType;
import be.zelfscan.question.blocks.BlockProblem;
import be.zelfscan.question.blocks.BlockRankingType;
import be.zelfscan.question.blocks.BlockSelectionType;
import be.zelfscan.question.choice.MultipleType;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.support.Definitions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
    private static final Questionnaire SMALL = Definitions.small();
    private static final Words WORDS = SMALL.words();
    private static final String BLOCK = "water";
    private static final String CLOSING = "slot";
    private static final Asked NOTHING = Definitions.asked(SMALL, Optional.empty());

    static Stream<Questionnaire> questionnaires() {
        return Stream.of(SMALL, Definitions.shipped());
    }

    @ParameterizedTest
    @MethodSource("questionnaires")
    void atEachStageOneCanHoldOrGrowToEveryLaterStageAndToNoOther(Questionnaire questionnaire) {
        Question ambition = questionnaire.ambition().orElseThrow();
        List<Stage> stages = questionnaire.scale().stages();
        for (int from = 0; from < stages.size(); from++) {
            String stage = stages.get(from).id();
            assertThat(ambition.refusals(Optional.of(Answer.Coded.of("hold")), "",
                    Definitions.asked(questionnaire, Optional.of(stage)))).isEmpty();
            for (int to = 0; to < stages.size(); to++) {
                assertThat(ambition.refusals(Optional.of(Answer.Coded.of(stages.get(to).id())), "",
                        Definitions.asked(questionnaire, Optional.of(stage))).isEmpty()).as(stage + " to " + stages.get(to).id())
                        .isEqualTo(to > from);
            }
        }
    }

    @Test
    void anInstrumentThatOffersTheNextStageOnlyRefusesTheOneAfterIt() {
        Questionnaire next = Definitions.read("next.json",
                Definitions.smallText().replace("\"targets\": \"later\"", "\"targets\": \"next\""));

        assertThat(next.ambition().orElseThrow().refusals(Optional.of(Answer.Coded.of("kiem")), "",
                Definitions.asked(next, Optional.of("zaad")))).isEmpty();
        assertThat(next.ambition().orElseThrow().refusals(Optional.of(Answer.Coded.of("oogst")), "",
                Definitions.asked(next, Optional.of("zaad"))))
                .containsExactly(new AmbitionType.NotOffered("zaad", WORDS));
    }

    @Test
    void anAmbitionIsRefusedBeforeThereIsAStage() {
        assertThat(refusals("ambition", Answer.Coded.of("hold"), Optional.empty())).containsExactly(new AmbitionType.StageFirst(WORDS));
        assertThat(refusals("ambition", Answer.Coded.of("kiem"), Optional.empty())).containsExactly(new AmbitionType.StageFirst(WORDS));
    }

    @Test
    void anExclusiveOptionIsRefusedWithAnyOtherAndKeptAlone() {
        assertThat(refusals("levers", chosen("none"))).isEmpty();
        assertThat(refusals("levers", chosen("sun", "rain"))).isEmpty();
        assertThat(refusals("levers", chosen("sun", "none"))).containsExactly(new MultipleType.NotTogether("niets"));
        assertThat(refusals("levers", chosen("sun", "rain", "none"))).containsExactly(new MultipleType.NotTogether("niets"));
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

        assertThat(motive.refusals(Optional.empty(), character.repeat(10_000), NOTHING)).isEmpty();
        assertThat(motive.refusals(Optional.empty(), character.repeat(10_001), NOTHING))
                .containsExactly(new AnswerProblem.NoteTooLong(10_001)).first().extracting(AnswerProblem::sentence).asString()
                .contains("10.001", "10.000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "🌱"})
    void aTextWithAnOptionHasRoomForFiveHundredCharacters(String character) {
        assertThat(refusals("differences", new Answer.Coded(List.of("other"), Map.of("other", character.repeat(500))))).isEmpty();
        assertThat(refusals("differences", new Answer.Coded(List.of("other"), Map.of("other", character.repeat(501)))))
                .containsExactly(new AnswerProblem.TextTooLong(501));
    }

    @Test
    void anOptionThatAsksForATextIsKeptWithoutOneButStaysOpen() {
        assertThat(refusals("differences", chosen("beds", "other"))).isEmpty();
        assertThat(openPoints(BLOCK, "differences", chosen("beds", "other")))
                .containsExactly(new AnswerProblem.TextMissing("nee, nog iets anders"));
        assertThat(openPoints(BLOCK, "differences", new Answer.Coded(List.of("other"), Map.of("", "de serre")))).isEmpty();
    }

    @Test
    void aBlockTwiceAmongThePrioritiesIsRefused() {
        assertThat(closingRefusals("priorities", new Answer.Coded(List.of("water", "delen", "water"))))
                .containsExactly(new BlockProblem.Twice("Water", WORDS.block()));
    }

    @Test
    void tooFewPrioritiesAreKeptAndStayOpenAndTooManyAreRefused() {
        assertThat(closingRefusals("priorities", new Answer.Coded(List.of("water")))).isEmpty();
        assertThat(openPoints(CLOSING, "priorities", new Answer.Coded(List.of("water"))))
                .containsExactly(new BlockProblem.TooFew(2, WORDS.block()));
        assertThat(closingRefusals("inspiring", new Answer.Coded(List.of("water", "delen", "compost"))))
                .containsExactly(new BlockProblem.TooMany(2, WORDS.block()));
    }

    @Test
    void notYetIsRefusedWithBlocksAndKeptWithBlocksThatAreConsidered() {
        assertThat(closingRefusals("inspiring", Answer.Coded.of("water", "not-yet")))
                .containsExactly(new BlockSelectionType.NotYetWithBlocks(WORDS.block()));
        assertThat(closingRefusals("inspiring", Answer.Coded.of("not-yet", "water", "delen"))).isEmpty();
        assertThat(openPoints(CLOSING, "inspiring", Answer.Coded.of("not-yet"))).isEmpty();
    }

    @Test
    void anOpenPlaceInAnOrderIsKeptAndIsAnOpenPoint() {
        Answer open = new Answer.Coded(List.of("water", "", "delen"));

        assertThat(closingRefusals("priorities", open)).isEmpty();
        assertThat(openPoints(CLOSING, "priorities", open)).containsExactly(new BlockRankingType.OpenPlace("Plaats 2"));
        assertThat(closingRefusals("priorities", new Answer.Coded(List.of("", "", "", "delen"))))
                .containsExactly(new BlockProblem.TooMany(3, WORDS.block()));
    }

    @Test
    void ofTwoWaysNotYetAsksNothingMoreAndTheOtherAsksForBlocks() {
        Questionnaire questionnaire = Definitions.shipped();
        Question question = questionnaire.inspiringPractices().orElseThrow().question();
        List<String> many = questionnaire.blocks().stream().map(block -> block.id()).limit(5).toList();

        Answer notYet = Answer.Coded.of("not-yet");
        assertThat(question.refusals(Optional.of(notYet), "", Definitions.asked(questionnaire, Optional.empty()))).isEmpty();
        assertThat(openPoints(questionnaire, question, notYet)).isEmpty();
        assertThat(question.refusals(Optional.of(new Answer.Coded(Stream.concat(Stream.of("not-yet"), many.stream()).toList())), "",
                Definitions.asked(questionnaire, Optional.empty())))
                .isNotEmpty();
        assertThat(question.refusals(Optional.of(new Answer.Coded(many)), "", Definitions.asked(questionnaire, Optional.empty())))
                .containsExactly(new BlockProblem.TooMany(3, WORDS.block()));
        assertThat(openPoints(questionnaire, question, new Answer.Coded(List.of())))
                .containsExactly(new BlockProblem.TooFew(1, WORDS.block()));
    }

    private static List<AnswerProblem> openPoints(Questionnaire questionnaire, Question question, Answer answer) {
        return question.openPoints(Optional.of(answer), "", Definitions.asked(questionnaire, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none-such", "Water", "water ", "../water", "' OR 1=1", "\u0000", "slot", "hold", "not-yet"})
    void anIdThatTheInstrumentDoesNotHaveIsRefusedWhereverItStands(String forged) {
        List<Answer> ofBlock = List.of(Answer.Coded.of(forged), Answer.Coded.of(forged), chosen(forged), chosen(forged), chosen(forged),
                chosen(forged));
        for (int i = 0; i < ofBlock.size(); i++) {
            Question question = SMALL.blockQuestions().get(i);
            if (question.type().reservedIds().contains(forged)) {
                continue; // a code of its own
            }
            assertThat(question.refusals(Optional.of(ofBlock.get(i)), "", asked("zaad"))).as(question.id())
                    .contains(new AnswerProblem.OutsideOptions(question));
        }
        if (!forged.isEmpty()) { // an open place
            assertThat(closingRefusals("priorities", new Answer.Coded(List.of("water", forged))))
                    .containsExactly(new AnswerProblem.OutsideOptions(question(CLOSING, "priorities")));
        }
        if (!forged.equals("not-yet")) {
            assertThat(closingRefusals("inspiring", new Answer.Coded(List.of(forged)))).hasSize(1);
        }
        assertThat(closingRefusals("inspiring", Answer.Coded.of("not-yet", forged))).hasSize(1);
    }

    @Test
    void anAnswerWithTheCodesOfAnotherQuestionIsRefused() {
        Map<Question, Answer> fitting = Map.of(question(BLOCK, "stage"), Answer.Coded.of("zaad"), question(BLOCK, "ambition"),
                Answer.Coded.of("hold"), question(BLOCK, "levers"), chosen("sun"), question(CLOSING, "priorities"),
                new Answer.Coded(List.of("water", "delen")));
        fitting.forEach((question, own) -> fitting.values().forEach(
                answer -> assertThat(question.refusals(Optional.of(answer), "", asked("zaad")).isEmpty())
                        .as(question.id() + " " + answer)
                        .isEqualTo(answer.equals(own))));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThat(question(BLOCK, "levers").refusals(Optional.of(chosen("none", "forged")), "x".repeat(10_001), NOTHING))
                .hasSize(3);
    }

    @Test
    void aQuestionThatIsNotRequiredMayStayEmpty() {
        assertThat(question(BLOCK, "differences").openPoints(Optional.empty(), "", NOTHING)).isEmpty();
        assertThat(question(BLOCK, "levers").openPoints(Optional.empty(), "", NOTHING))
                .containsExactly(new AnswerProblem.Missing("hulp"));
    }

    private static Answer chosen(String... options) {
        return new Answer.Coded(List.of(options));
    }

    private static Question question(String section, String id) {
        return SMALL.question(section, id).orElseThrow();
    }

    private static List<AnswerProblem> refusals(String question, Answer answer) {
        return refusals(question, answer, Optional.of("zaad"));
    }

    private static List<AnswerProblem> refusals(String question, Answer answer, Optional<String> stage) {
        return question(BLOCK, question).refusals(Optional.of(answer), "", Definitions.asked(SMALL, stage));
    }

    private static List<AnswerProblem> closingRefusals(String question, Answer answer) {
        return question(CLOSING, question).refusals(Optional.of(answer), "", NOTHING);
    }

    private static List<AnswerProblem> openPoints(String section, String question, Answer answer) {
        return openPoints(SMALL, question(section, question), answer);
    }

    private static Asked asked(String stage) {
        return Definitions.asked(SMALL, Optional.of(stage));
    }
}
