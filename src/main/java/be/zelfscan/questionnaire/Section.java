package be.zelfscan.questionnaire;

import be.zelfscan.question.Question;
import be.zelfscan.question.Use;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is answered together, on one page, with everything a team needs for it. One that is placed on the scale is a building block.
 *
 * @param text stands above its questions
 * @param expectations the quality expectations it refers to
 * @param developmentScales the inspectorate's scales it refers to
 * @param scaleRemark why these scales stand here when none matches directly; empty otherwise
 * @param stages the description of every stage of the scale, by stage id; empty for a section that is not placed
 * @param questions in order; those that it shares with other sections first
 */
public record Section(
        String id,
        String title,
        String source,
        List<String> text,
        Optional<Prose> definition,
        List<QualityExpectation> expectations,
        List<DevelopmentScale> developmentScales,
        String scaleRemark,
        Optional<Background> background,
        Map<String, Prose> stages,
        List<Question> questions) {

    /** Whether it names expectations or scales that are somebody else's. */
    public boolean refersElsewhere() {
        return !expectations.isEmpty() || !developmentScales.isEmpty();
    }

    /** Whether it is placed on the scale. */
    public boolean isPlaced() {
        return questions.stream().anyMatch(question -> question.isFor(Use.PLACEMENT));
    }

    /** The description of a stage for this block. */
    public Prose stage(String stageId) {
        return stages.get(stageId);
    }

    public Optional<Question> question(String questionId) {
        return questions.stream().filter(question -> question.id().equals(questionId)).findFirst();
    }

    /** A quality expectation of the reference framework. */
    @Serdeable
    public record QualityExpectation(String code, String statement) {}

    /**
     * A development scale of the inspectorate.
     *
     * @param statement what a centre that meets the expectation does; empty where the source has no such text, then the remark says why
     */
    @Serdeable
    public record DevelopmentScale(String code, String title, List<String> statement, String remark) {
        public DevelopmentScale {
            remark = remark == null ? "" : remark;
        }
    }

    /**
     * Questions to reflect on, or something to know: how the block contributes to quality, examples.
     *
     * @param items the reflection questions, or the examples
     */
    @Serdeable
    public record Background(Kind kind, String title, List<String> text, List<String> items) {
        public Background {
            text = text == null ? List.of() : List.copyOf(text);
            items = items == null ? List.of() : List.copyOf(items);
        }

        /** What the background is. */
        public enum Kind {
            reflection, contribution
        }
    }

    /**
     * Paragraphs of running text.
     *
     * @param reference the literature or regulation that the text itself names; empty when none
     */
    @Serdeable
    public record Prose(List<String> text, String reference) {
        public Prose {
            reference = reference == null ? "" : reference;
        }
    }
}
