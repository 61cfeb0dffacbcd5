package be.zelfscan.questionnaire;

import be.zelfscan.question.Instrument;
import be.zelfscan.question.Option;
import be.zelfscan.question.Question;
import be.zelfscan.question.Stage;
import be.zelfscan.question.StageScale;
import be.zelfscan.question.Use;
import be.zelfscan.question.Words;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One version of an instrument: its texts, its sections with their questions, and the scale on which building blocks are placed, where it
 * has one. Immutable; the content of a version that has answers never changes, an edit makes a new version.
 *
 * @param id stable name of the instrument, shared by all its versions
 * @param version name of this version; with the id it is unique
 * @param language BCP 47 tag of the texts
 * @param words what it calls things
 * @param summary one line that says what it is for, to choose it by; empty when the definition gives none
 * @param source where the instrument comes from; each text names its own section of it
 * @param disclaimer one sentence that stands with every result
 * @param blockRemark stands with every continuum; empty without a scale
 * @param references the frame of the codes to which blocks refer
 * @param profile what charts and comparisons need; empty for an instrument that places nothing
 * @param closing the questions over all sections, at the end, in instruments that have them
 * @param outcomesTitle of the outcomes to lay beside a result
 * @param continues the id that a block had in an earlier version, by its id now
 * @param blockQuestions what building blocks are asked, each question once
 */
public record Questionnaire(
        String id,
        String version,
        String language,
        Words words,
        String title,
        String summary,
        String source,
        String disclaimer,
        String blockRemark,
        References references,
        List<TextSection> introduction,
        Optional<Profile> profile,
        List<Cluster> clusters,
        Optional<Section> closing,
        Optional<Conversation> conversation,
        String outcomesTitle,
        List<OutcomeField> outcomes,
        Map<String, String> continues,
        List<Question> blockQuestions) implements Instrument {

    /** A question about the whole, asked once and not of every block, with the section in which it stands. */
    public record OverallQuestion(String section, Question question) {
        /** Whether it is this question of this section. */
        public boolean is(String otherSection, String otherQuestion) {
            return section.equals(otherSection) && question.id().equals(otherQuestion);
        }
    }

    /** Open questions for the conversation after the result. */
    @Serdeable
    public record Conversation(String title, String source, List<String> text, List<String> prompts) {}

    /** A field of outcomes beside which a centre can lay its result, with suggestions of indicators. */
    @Serdeable
    public record OutcomeField(String id, String title, String source, List<String> items) {}

    /** A titled text in paragraphs, with the section of the source that it renders. */
    @Serdeable
    public record TextSection(String title, String source, List<String> text) {}

    /**
     * What makes charts and comparisons of an instrument possible: a scale, and the one question that places its building blocks on it.
     *
     * @param ambition the question that asks where a centre wants to go, in instruments that ask it
     */
    public record Profile(StageScale scale, Question placement, Optional<Question> ambition) {}

    /** Of its own blocks. */
    public Questionnaire(String id, String version, String language, Words words, String title, String summary, String source,
            String disclaimer,
            String blockRemark, References references, List<TextSection> introduction, Optional<Profile> profile, List<Cluster> clusters,
            Optional<Section> closing, Optional<Conversation> conversation, String outcomesTitle, List<OutcomeField> outcomes,
            Map<String, String> continues) {
        this(id, version, language, words, title, summary, source, disclaimer, blockRemark, references, introduction, profile, clusters,
                closing, conversation, outcomesTitle, outcomes, continues, distinct(blocks(clusters)));
    }

    /** Identity of this version, as a scan pins it. */
    public QuestionnaireKey key() {
        return new QuestionnaireKey(id, version);
    }

    /** Where answers are given, in order: the sections of the clusters, then the closing questions. */
    public List<Section> sections() {
        return Stream.concat(clusters.stream().flatMap(cluster -> cluster.sections().stream()), closing.stream()).toList();
    }

    public Optional<Section> section(String sectionId) {
        for (Cluster cluster : clusters) {
            for (Section section : cluster.sections()) {
                if (section.id().equals(sectionId)) {
                    return Optional.of(section);
                }
            }
        }
        return closing.filter(section -> section.id().equals(sectionId));
    }

    /** Whether a section is that of the closing questions. */
    public boolean isClosing(String sectionId) {
        return closing.filter(section -> section.id().equals(sectionId)).isPresent();
    }

    /** All building blocks in order, over the clusters: the sections that are placed. */
    public List<Section> blocks() {
        return blocks(clusters).toList();
    }

    /** The clusters that have building blocks: those that charts and comparisons show. */
    public List<Cluster> clustersOfBlocks() {
        return clusters.stream().filter(cluster -> !cluster.blocks().isEmpty()).toList();
    }

    public Optional<Section> block(String blockId) {
        return section(blockId).filter(Section::isPlaced);
    }

    /** The cluster that holds the section; none for the closing questions. */
    public Optional<Cluster> clusterOf(String sectionId) {
        return clusters.stream().filter(cluster -> cluster.sections().stream().anyMatch(section -> section.id().equals(sectionId)))
                .findFirst();
    }

    /** The same with only some of its sections, to look at these; a cluster that has none of them is not there. */
    public Questionnaire only(Predicate<Section> shown) {
        List<Cluster> rest = clusters.stream().map(cluster -> cluster.only(shown)).filter(cluster -> !cluster.sections().isEmpty())
                .toList();
        return new Questionnaire(id, version, language, words, title, summary, source, disclaimer, blockRemark, references, introduction,
                profile,
                rest,
                closing, conversation, outcomesTitle, outcomes, continues);
    }

    private static Stream<Section> blocks(List<Cluster> clusters) {
        return clusters.stream().flatMap(cluster -> cluster.blocks().stream());
    }

    /** What of the introduction stands before the scale. */
    public List<TextSection> introductionBeforeScale() {
        return introduction.subList(0, sectionsBeforeScale());
    }

    /** What of the introduction stands after the scale. */
    public List<TextSection> introductionAfterScale() {
        return introduction.subList(sectionsBeforeScale(), introduction.size());
    }

    private int sectionsBeforeScale() {
        return profile.map(one -> one.scale().sectionsBefore(introduction.size())).orElse(introduction.size());
    }

    /** The questions asked in a section; empty for a section that this version does not have. */
    public List<Question> questions(String sectionId) {
        return section(sectionId).map(Section::questions).orElse(List.of());
    }

    public Optional<Question> question(String sectionId, String questionId) {
        return section(sectionId).flatMap(section -> section.question(questionId));
    }

    /** Every question once, by its id, in the order in which they are first asked. */
    public List<Question> questions() {
        return distinct(sections().stream());
    }

    private static List<Question> distinct(Stream<Section> sections) {
        Map<String, Question> byId = new LinkedHashMap<>();
        sections.forEach(section -> section.questions().forEach(question -> byId.putIfAbsent(question.id(), question)));
        return List.copyOf(byId.values());
    }

    @Override
    public String sectionTitle(String sectionId) {
        return section(sectionId).map(Section::title).orElse(sectionId);
    }

    @Override
    public List<Stage> stages() {
        return profile.map(one -> one.scale().stages()).orElse(List.of());
    }

    @Override
    public Optional<Question> placing() {
        return profile.map(Profile::placement);
    }

    /** What can be picked: its building blocks, or the sections of one that places nothing. */
    @Override
    public List<Option> blockOptions() {
        return clusters.stream().flatMap(cluster -> pickable(cluster).stream()).map(section -> Option.of(section.id(), section.title()))
                .toList();
    }

    /** What of a cluster can be picked. */
    public List<Section> pickable(Cluster cluster) {
        return profile.isPresent() ? cluster.blocks() : cluster.sections();
    }

    /** Whether its texts are in the language of the interface. */
    public boolean isDutch() {
        return language.startsWith("nl");
    }

    /** Whether it places building blocks on a scale, so that there are charts and comparisons. */
    public boolean isScaled() {
        return profile.isPresent();
    }

    /** @throws java.util.NoSuchElementException for an instrument that places nothing, see {@link #isScaled} */
    public StageScale scale() {
        return profile.orElseThrow().scale();
    }

    /** @throws java.util.NoSuchElementException for an instrument that places nothing, see {@link #isScaled} */
    public Question placement() {
        return profile.orElseThrow().placement();
    }

    /** The question that asks where a centre wants to go, in instruments that ask it. */
    public Optional<Question> ambition() {
        return profile.flatMap(Profile::ambition);
    }

    /** The question of every block that is asked for this use, see {@link Use}. */
    public Optional<Question> blockQuestionFor(String use) {
        return blockQuestions().stream().filter(question -> question.isFor(use)).findFirst();
    }

    /** The question that asks in which blocks a centre can inspire others, in instruments that ask it. */
    public Optional<OverallQuestion> inspiringPractices() {
        return overallQuestionFor(Use.INSPIRING_PRACTICE);
    }

    /** The question that asks which blocks come first, in instruments that ask it. */
    public Optional<OverallQuestion> priorities() {
        return overallQuestionFor(Use.PRIORITY);
    }

    /** Whether centres can be introduced to each other: those that can inspire in a block to those for which it comes first. */
    public boolean asksWhoInspires() {
        return inspiringPractices().isPresent() && priorities().isPresent();
    }

    /** The sections in which the questions about the whole stand. */
    public Set<String> overallSections() {
        return Stream.of(inspiringPractices(), priorities()).flatMap(Optional::stream).map(OverallQuestion::section)
                .collect(Collectors.toSet());
    }

    private Optional<OverallQuestion> overallQuestionFor(String use) {
        return sections().stream().filter(section -> !section.isPlaced()).flatMap(section -> section.questions().stream()
                .filter(question -> question.isFor(use)).map(question -> new OverallQuestion(section.id(), question))).findFirst();
    }
}
