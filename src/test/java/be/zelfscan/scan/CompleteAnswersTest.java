package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import be.zelfscan.question.Answer;
import be.zelfscan.question.AnswerProblem;
import be.zelfscan.question.Part;
import be.zelfscan.question.Question;
import be.zelfscan.question.Use;
import be.zelfscan.question.ambition.AmbitionType;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.support.Definitions;
import be.zelfscan.support.RandomAnswers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Complete answers, whichever they are, to the small definition and to the shipped one. */
class CompleteAnswersTest {
    private static final List<Questionnaire> QUESTIONNAIRES = List.of(Definitions.small(), Definitions.shipped());
    private static final AnswerJson JSON = new AnswerJson(Definitions.MAPPER);

    @Property
    void nothingIsRefusedAndNothingIsOpen(@ForAll("questionnaires") Questionnaire questionnaire, @ForAll Random random) {
        Answers answers = new RandomAnswers(questionnaire, random).complete();

        Progress progress = new Progress(questionnaire, answers);
        assertThat(answers.all()).allSatisfy(given -> assertThat(
                question(questionnaire, given).refusals(given.answer(), given.note(), answers.asked(questionnaire, given.section())))
                .isEmpty());
        assertThat(progress.open()).isEmpty();
        assertThat(progress.isComplete()).isTrue();
        assertThat(progress.firstOpenSection()).isEmpty();
        assertThat(progress.completeSections()).isEqualTo(questionnaire.blocks().size());
        assertThat(questionnaire.sections())
                .allSatisfy(section -> assertThat(progress.state(section.id())).isEqualTo(Progress.State.complete));
    }

    @Property
    void withoutAnyOneOfThemExactlyThatQuestionIsOpen(@ForAll("questionnaires") Questionnaire questionnaire, @ForAll Random random) {
        List<GivenAnswer> all = new RandomAnswers(questionnaire, random).complete().all();
        GivenAnswer removed = all.get(random.nextInt(all.size()));
        Question question = question(questionnaire, removed);

        Progress progress = new Progress(questionnaire, new Answers(all.stream().filter(given -> given != removed).toList()));

        List<Progress.OpenPoint> open = progress.open().stream().filter(point -> !(point.problem() instanceof AmbitionType.StageFirst))
                .toList();
        if (question.required()) {
            assertThat(open).singleElement().satisfies(point -> {
                assertThat(point.section()).isEqualTo(removed.section());
                assertThat(point.question()).isEqualTo(question);
                assertThat(point.problem()).isInstanceOf(AnswerProblem.Missing.class);
            });
            assertThat(progress.firstOpenSection()).contains(removed.section());
            assertThat(progress.state(removed.section())).isEqualTo(Progress.State.started);
        } else {
            assertThat(open).isEmpty();
        }
        boolean ambitionHangs = question.isFor(Use.PLACEMENT);
        assertThat(progress.open().size() - open.size()).as("an ambition without its stage").isEqualTo(ambitionHangs ? 1 : 0);
    }

    @Property
    void theFactsHoldOnePlacementABlockAndEveryChoiceOnce(@ForAll("questionnaires") Questionnaire questionnaire, @ForAll Random random) {
        Answers answers = new RandomAnswers(questionnaire, random).complete();

        List<SentScanRepository.SentFact> facts = SentScanRepository.facts(questionnaire, answers);

        List<String> blocks = questionnaire.blocks().stream().map(Section::id).toList();
        Map<String, String> stages = codes(facts, Use.PLACEMENT);
        Map<String, String> ambitions = codes(facts, Use.AMBITION);
        assertThat(stages.keySet()).containsExactlyElementsOf(blocks);
        assertThat(ambitions.keySet()).containsExactlyElementsOf(blocks);
        assertThat(blocks).allSatisfy(block -> {
            int today = questionnaire.scale().position(stages.get(block)).orElseThrow();
            if (!ambitions.get(block).equals(AmbitionType.HOLD)) {
                assertThat(questionnaire.scale().position(ambitions.get(block)).orElseThrow()).isGreaterThan(today);
            }
            assertThat(answers.code(block, questionnaire.ambition().orElseThrow().id())).contains(ambitions.get(block));
        });
        assertThat(facts).extracting(sent -> List.of(sent.section(), sent.fact().question(), sent.fact().row(), sent.fact().code()))
                .doesNotHaveDuplicates();
        assertThat(facts).extracting(sent -> List.of(sent.section(), sent.fact().question(), sent.fact().row(), sent.fact().position()))
                .doesNotHaveDuplicates();
        assertThat(facts).filteredOn(sent -> sent.use().equals(Use.PRIORITY)).extracting(sent -> sent.fact().code())
                .containsExactlyElementsOf(answers.codes(questionnaire.closing().orElseThrow().id(),
                        questionnaire.priorities().orElseThrow().question().id()));
        assertThat(facts).allSatisfy(sent -> assertThat(sent.fact().position()).isBetween(0, blocks.size()));
    }

    /** What was chosen for a use, by section. */
    private static Map<String, String> codes(List<SentScanRepository.SentFact> facts, String use) {
        return facts.stream().filter(sent -> sent.use().equals(use)).collect(Collectors.toMap(SentScanRepository.SentFact::section,
                sent -> sent.fact().code(), (one, other) -> fail(one + " and " + other), LinkedHashMap::new));
    }

    @Property
    void everyAnswerHasWordsAndEveryTextOfOnesOwnStandsInThem(@ForAll("questionnaires") Questionnaire questionnaire,
            @ForAll Random random) {
        assertThat(new RandomAnswers(questionnaire, random).complete().all()).allSatisfy(given -> {
            Question question = question(questionnaire, given);
            List<String> lines = question.lines(given.answer(), questionnaire);
            assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line).isNotBlank());
            List<Part> parts = question.type().parts(question, given.answer().orElseThrow(), questionnaire);
            assertThat(parts).allSatisfy(part -> assertThat(String.join("\n", lines)).contains(part.label(), part.typed()));
            if (given.answer().orElseThrow() instanceof Answer.Coded coded) {
                assertThat(parts).extracting(Part::code).containsExactlyElementsOf(coded.codes());
                assertThat(parts).extracting(Part::typed).containsAll(coded.texts().values());
            }
        });
    }

    @Property
    void thePageThatShowsThemPostsTheSameAnswersAgain(@ForAll("questionnaires") Questionnaire questionnaire, @ForAll Random random) {
        Answers answers = new RandomAnswers(questionnaire, random).complete();

        for (String section : questionnaire.sections().stream().map(Section::id).toList()) {
            List<SaveAnswers.Posted> posted = SaveAnswers.Posted.of(RandomAnswers.fields(questionnaire, section, answers),
                    questionnaire.questions(section));
            assertThat(posted).hasSameSizeAs(questionnaire.questions(section)).allSatisfy(one -> {
                GivenAnswer given = answers.at(section, one.question().id());
                assertThat(given.sameContent(one.answer(), one.note(), one.aside())).as(given + " is " + one).isTrue();
                assertThat(one.base()).isEqualTo(given.revision());
            });
        }
    }

    @Property
    void aSentCopyHoldsEveryAnswerAndNobodysName(@ForAll("questionnaires") Questionnaire questionnaire, @ForAll Random random) {
        Answers answers = new RandomAnswers(questionnaire, random).complete();

        String json = JSON.writeSent(answers);
        Answers back = JSON.readSent(json, answers.all().getFirst().at());

        assertThat(json).doesNotContain("Ada");
        assertThat(back.all()).hasSameSizeAs(answers.all());
        assertThat(answers.all()).allSatisfy(given -> {
            GivenAnswer copy = back.at(given.section(), given.question());
            assertThat(copy.sameContent(given.answer(), given.note(), given.aside())).isTrue();
            assertThat(copy.revision()).isEqualTo(given.revision());
        });
    }

    private static Question question(Questionnaire questionnaire, GivenAnswer given) {
        return questionnaire.question(given.section(), given.question()).orElseThrow();
    }

    @Provide
    Arbitrary<Questionnaire> questionnaires() {
        return Arbitraries.of(QUESTIONNAIRES);
    }
}
