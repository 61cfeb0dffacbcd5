package be.zelfscan.questionnaire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * What is placed on the continuum, with everything a team needs to place it.
 *
 * @param expectations the quality expectations it refers to
 * @param developmentScales the inspectorate's scales it refers to
 * @param scaleRemark why these scales stand here when none matches directly; empty otherwise
 * @param stages the description of every stage of the scale, by stage id
 */
@Serdeable
public record BuildingBlock(
        String id,
        String title,
        String source,
        Prose definition,
        List<QualityExpectation> expectations,
        List<DevelopmentScale> developmentScales,
        String scaleRemark,
        Background background,
        Map<String, Prose> stages) {

    public BuildingBlock {
        scaleRemark = scaleRemark == null ? "" : scaleRemark;
    }

    /** Whether it names expectations or scales that are somebody else's. */
    public boolean refersElsewhere() {
        return !expectations.isEmpty() || !developmentScales.isEmpty();
    }

    /** The description of a stage for this block. */
    public Prose stage(String stageId) {
        return stages.get(stageId);
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
     * Questions to reflect on, or how the block contributes to quality.
     *
     * @param items the reflection questions; empty for a contribution
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
}
