package be.zelfscan.questionnaire;

import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.StageScale;
import be.zelfscan.question.Use;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One version of an instrument: its texts, its scale, its building blocks and its questions. Immutable; the content of a version that has
 * answers never changes, an edit makes a new version.
 *
 * @param id stable name of the instrument, shared by all its versions
 * @param version name of this version; with the id it is unique
 * @param language BCP 47 tag of the texts
 * @param source where the instrument comes from; each text names its own section of it
 * @param disclaimer one sentence that stands with every result
 * @param blockRemark stands with every continuum
 * @param references the frame of the codes to which blocks refer
 * @param outcomesTitle of the outcomes to lay beside a result
 */
@Serdeable
public record Questionnaire(
        String id,
        String version,
        String language,
        String title,
        String source,
        String disclaimer,
        String blockRemark,
        References references,
        List<TextSection> introduction,
        StageScale scale,
        List<Cluster> clusters,
        List<Question> blockQuestions,
        Closing closing,
        Conversation conversation,
        String outcomesTitle,
        List<OutcomeField> outcomes) implements Instrument {

    public Questionnaire {
        outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
        introduction = introduction == null ? List.of() : List.copyOf(introduction);
        references = references == null ? References.PLAIN : references;
        outcomesTitle = outcomesTitle == null ? "Uitkomsten om ernaast te leggen" : outcomesTitle;
    }

    /** Identity of this version, as a scan pins it. */
    public QuestionnaireKey key() {
        return new QuestionnaireKey(id, version);
    }

    /** All building blocks in order, over the clusters. */
    public List<BuildingBlock> blocks() {
        return clusters.stream().flatMap(cluster -> cluster.blocks().stream()).toList();
    }

    public Optional<BuildingBlock> block(String blockId) {
        for (Cluster cluster : clusters) {
            for (BuildingBlock block : cluster.blocks()) {
                if (block.id().equals(blockId)) {
                    return Optional.of(block);
                }
            }
        }
        return Optional.empty();
    }

    /** The cluster that holds the block. */
    public Optional<Cluster> clusterOf(String blockId) {
        return clusters.stream().filter(cluster -> cluster.blocks().stream().anyMatch(block -> block.id().equals(blockId))).findFirst();
    }

    /** The same with only some of its blocks, to look at these; a cluster that has none of them is not there. */
    public Questionnaire only(Predicate<BuildingBlock> shown) {
        List<Cluster> rest = clusters.stream().map(cluster -> cluster.only(shown)).filter(cluster -> !cluster.blocks().isEmpty()).toList();
        return new Questionnaire(id, version, language, title, source, disclaimer, blockRemark, references, introduction, scale, rest,
                blockQuestions, closing, conversation, outcomesTitle, outcomes);
    }

    /** What of the introduction stands before the scale. */
    public List<TextSection> introductionBeforeScale() {
        return introduction.subList(0, scale.sectionsBefore(introduction.size()));
    }

    /** What of the introduction stands after the scale. */
    public List<TextSection> introductionAfterScale() {
        return introduction.subList(scale.sectionsBefore(introduction.size()), introduction.size());
    }

    /** The sections in which answers are given: every building block, then the closing questions. */
    public List<String> sections() {
        return Stream.concat(blocks().stream().map(BuildingBlock::id), Stream.of(closing.id())).toList();
    }

    /** The questions asked in a section; empty for a section that this version does not have. */
    public List<Question> questions(String section) {
        if (section.equals(closing.id())) {
            return closing.questions();
        }
        return block(section).isPresent() ? blockQuestions : List.of();
    }

    public Optional<Question> question(String section, String questionId) {
        return questions(section).stream().filter(question -> question.id().equals(questionId)).findFirst();
    }

    @Override
    public String sectionTitle(String section) {
        return section.equals(closing.id()) ? closing.title() : block(section).map(BuildingBlock::title).orElse(section);
    }

    @Override
    public List<Stage> stages() {
        return scale.stages();
    }

    @Override
    public Optional<Question> placing() {
        return Optional.of(placement());
    }

    @Override
    public List<Option> blockOptions() {
        return blocks().stream().map(Questionnaire::option).toList();
    }

    private static Option option(BuildingBlock block) {
        return Option.of(block.id(), block.title());
    }

    /** The question that places a block on the scale; every definition has exactly one. */
    public Question placement() {
        return blockQuestionFor(Use.PLACEMENT).orElseThrow();
    }

    /** The question that asks where a centre wants to go, in instruments that ask it. */
    public Optional<Question> ambition() {
        return blockQuestionFor(Use.AMBITION);
    }

    /** The question of every block that is asked for this use, see {@link Use}. */
    public Optional<Question> blockQuestionFor(String use) {
        return blockQuestions.stream().filter(question -> question.isFor(use)).findFirst();
    }

    /** The question that asks in which blocks a centre can inspire others, in instruments that ask it. */
    public Optional<Question> inspiringPractices() {
        return closingQuestionFor(Use.INSPIRING_PRACTICE);
    }

    /** The question that asks which blocks come first, in instruments that ask it. */
    public Optional<Question> priorities() {
        return closingQuestionFor(Use.PRIORITY);
    }

    private Optional<Question> closingQuestionFor(String use) {
        return closing.questions().stream().filter(question -> question.isFor(use)).findFirst();
    }
}
