package be.zelfscan.question;

import java.util.List;
import java.util.Optional;

/** What a question may know of the instrument that asks it. */
public interface Instrument {
    /** The stages on which blocks are placed, in order; none in an instrument that places nothing. */
    List<Stage> stages();

    /** The question that places a block on these stages. */
    Optional<Question> placing();

    /** What is placed, or asked about, as options that can be picked. */
    List<Option> blockOptions();

    /** What it calls things. */
    Words words();

    /** The title of a section as a respondent knows it; the id of one that there is not. */
    String sectionTitle(String section);

    /** A question of a section; empty for one that is not asked there. */
    Optional<Question> question(String section, String question);

    /** Position of a stage, from 0; empty for a stage that there is not. */
    default Optional<Integer> position(String stageId) {
        List<String> ids = stages().stream().map(Stage::id).toList();
        return ids.contains(stageId) ? Optional.of(ids.indexOf(stageId)) : Optional.empty();
    }

    /** A stage by its id. */
    default Optional<Stage> stageOf(String id) {
        return stages().stream().filter(stage -> stage.id().equals(id)).findFirst();
    }
}
