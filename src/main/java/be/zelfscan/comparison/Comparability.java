package be.zelfscan.comparison;

import be.zelfscan.questionnaire.BuildingBlock;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.question.Stage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which versions of a questionnaire can be laid beside each other. Pure. */
final class Comparability {
    private Comparability() {}

    /** Whether two versions have the same stages in the same order, and the same blocks; their texts may differ. */
    static boolean holds(Questionnaire one, Questionnaire other) {
        return one.id().equals(other.id()) && stages(one).equals(stages(other)) && blocks(one).equals(blocks(other));
    }

    private static List<String> stages(Questionnaire questionnaire) {
        return questionnaire.scale().stages().stream().map(Stage::id).toList();
    }

    private static Set<String> blocks(Questionnaire questionnaire) {
        return questionnaire.blocks().stream().map(BuildingBlock::id).collect(Collectors.toSet());
    }
}
