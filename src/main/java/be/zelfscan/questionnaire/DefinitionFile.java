package be.zelfscan.questionnaire;

import be.zelfscan.question.Question;
import be.zelfscan.question.StageScale;
import be.zelfscan.question.Use;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire.Conversation;
import be.zelfscan.questionnaire.Questionnaire.OutcomeField;
import be.zelfscan.questionnaire.Questionnaire.Profile;
import be.zelfscan.questionnaire.Questionnaire.TextSection;
import be.zelfscan.questionnaire.Section.Prose;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A definition as its file writes it, see {@code questionnaires/schema.json}: sections that share questions name them once. What is left
 * out is null here and nowhere else.
 */
@Serdeable
record DefinitionFile(String id, String version, String language, @Nullable Words words, String title, @Nullable String summary,
        String source,
        String disclaimer,
        @Nullable String blockRemark, @Nullable References references, @Nullable List<TextSection> introduction, @Nullable StageScale scale,
        List<ClusterFile> clusters, @Nullable List<Question> blockQuestions, @Nullable Map<String, List<Question>> questionSets,
        @Nullable SectionFile closing, @Nullable Conversation conversation, @Nullable String outcomesTitle,
        @Nullable List<OutcomeField> outcomes, @Nullable Map<String, String> roles, @Nullable Map<String, String> continues) {

    DefinitionFile {
        references = references == null ? References.PLAIN : references;
        introduction = orNone(introduction);
        blockQuestions = orNone(blockQuestions);
        questionSets = questionSets == null ? Map.of() : questionSets;
        outcomesTitle = outcomesTitle == null ? "Uitkomsten om ernaast te leggen" : outcomesTitle;
        outcomes = orNone(outcomes);
        roles = roles == null ? Map.of() : roles;
        continues = continues == null ? Map.of() : continues;
    }

    /**
     * A part of the instrument.
     *
     * @param blocks sections that are asked the questions of blocks
     * @param sections sections that say what they ask
     */
    @Serdeable
    record ClusterFile(String id, String title, String source, @Nullable List<String> text, @Nullable List<SectionFile> blocks,
            @Nullable List<SectionFile> sections) {
        ClusterFile {
            text = orNone(text);
            blocks = orNone(blocks);
            sections = orNone(sections);
        }
    }

    /**
     * A section.
     *
     * @param ask names of sets of questions that it asks
     * @param questions of its own, after those
     */
    @Serdeable
    record SectionFile(String id, String title, String source, @Nullable List<String> text, @Nullable Prose definition,
            @Nullable List<Section.QualityExpectation> expectations, @Nullable List<Section.DevelopmentScale> developmentScales,
            @Nullable String scaleRemark, @Nullable Section.Background background, @Nullable Map<String, Prose> stages,
            @Nullable List<String> ask, @Nullable List<Question> questions) {
        SectionFile {
            text = orNone(text);
            expectations = orNone(expectations);
            developmentScales = orNone(developmentScales);
            scaleRemark = scaleRemark == null ? "" : scaleRemark;
            stages = stages == null ? Map.of() : stages;
            ask = orNone(ask);
            questions = orNone(questions);
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** The instrument that it defines; of a file with faults, as much as there is. */
    Questionnaire questionnaire(Words usual) {
        return new Questionnaire(id, version, language, words == null ? usual : words.or(usual), title,
                summary == null ? "" : summary, source, disclaimer,
                blockRemark == null ? "" : blockRemark, references, introduction, profile(), clusters.stream().map(this::cluster).toList(),
                Optional.ofNullable(closing).map(one -> section(one, List.of())), Optional.ofNullable(conversation), outcomesTitle,
                outcomes,
                continues);
    }

    private Optional<Profile> profile() {
        Optional<Question> placement = lists().flatMap(List::stream).filter(question -> question.isFor(Use.PLACEMENT)).findFirst();
        return scale == null || placement.isEmpty() ? Optional.empty()
                : Optional.of(new Profile(scale, placement.get(),
                        lists().flatMap(List::stream).filter(question -> question.isFor(Use.AMBITION)).findFirst()));
    }

    private Stream<List<Question>> lists() {
        return Stream.of(Stream.of(blockQuestions), questionSets.values().stream(),
                clusters.stream().flatMap(cluster -> Stream.concat(cluster.blocks().stream(), cluster.sections().stream()))
                        .map(SectionFile::questions))
                .flatMap(lists -> lists);
    }

    private Cluster cluster(ClusterFile one) {
        return new Cluster(one.id(), one.title(), one.source(), one.text(),
                Stream.concat(one.blocks().stream().map(block -> section(block, blockQuestions)),
                        one.sections().stream().map(section -> section(section, List.of()))).toList());
    }

    private Section section(SectionFile one, List<Question> shared) {
        List<Question> questions = new ArrayList<>(shared);
        one.ask().forEach(set -> questions.addAll(questionSets.getOrDefault(set, List.of())));
        questions.addAll(one.questions());
        return new Section(one.id(), one.title(), one.source(), one.text(), Optional.ofNullable(one.definition()), one.expectations(),
                one.developmentScales(), one.scaleRemark(), Optional.ofNullable(one.background()), one.stages(), List.copyOf(questions));
    }
}
