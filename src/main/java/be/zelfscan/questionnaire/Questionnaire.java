package be.zelfscan.questionnaire;

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
        List<OutcomeField> outcomes) {

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

    /** The title of a section as a respondent knows it. */
    public String sectionTitle(String section) {
        return section.equals(closing.id()) ? closing.title() : block(section).map(BuildingBlock::title).orElse(section);
    }

    /** The question that places a block on the scale; every definition has exactly one. */
    public Question.Placement placement() {
        return firstOf(blockQuestions, Question.Placement.class).orElseThrow();
    }

    /** The question that asks where a centre wants to go, in instruments that ask it. */
    public Optional<Question.Ambition> ambition() {
        return firstOf(blockQuestions, Question.Ambition.class);
    }

    private static <Q extends Question> Optional<Q> firstOf(List<Question> questions, Class<Q> kind) {
        for (Question question : questions) {
            if (kind.isInstance(question)) {
                return Optional.of(kind.cast(question));
            }
        }
        return Optional.empty();
    }

    /** The multiple choice questions of a role, for charts and comparisons that know roles and no question ids. */
    public Optional<Question.MultipleChoice> choiceByRole(ChoiceRole role) {
        return blockQuestions.stream().filter(Question.MultipleChoice.class::isInstance).map(Question.MultipleChoice.class::cast)
                .filter(question -> question.role() == role).findFirst();
    }

    /** The question that asks in which blocks a centre can inspire others, in instruments that ask it. */
    public Optional<Question.BlockSelection> inspiringPractices() {
        return closing.questions().stream().filter(Question.BlockSelection.class::isInstance).map(Question.BlockSelection.class::cast)
                .filter(question -> question.role() == BlockRole.inspiring_practice).findFirst();
    }

    /** The question that asks which blocks come first, in instruments that ask it. */
    public Optional<Question.BlockRanking> priorities() {
        return closing.questions().stream().filter(Question.BlockRanking.class::isInstance).map(Question.BlockRanking.class::cast)
                .filter(question -> question.role() == BlockRole.priority).findFirst();
    }
}
