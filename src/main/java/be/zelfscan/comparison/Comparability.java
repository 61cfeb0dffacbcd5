package be.zelfscan.comparison;

import be.zelfscan.question.Stage;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be compared of two versions of a questionnaire with the same stages in the same order: block by block, those with the same id
 * and those that the later version says to continue. Their texts may differ. Pure.
 *
 * @param nowByThen the id of a block in the later version, by its id in the earlier one; never empty
 */
record Comparability(Map<String, String> nowByThen) {
    /** Empty when nothing can be compared. */
    static Optional<Comparability> of(Questionnaire then, Questionnaire now) {
        if (!then.id().equals(now.id()) || !then.isScaled() || !now.isScaled() || !stages(then).equals(stages(now))) {
            return Optional.empty();
        }
        Map<String, String> nowByThen = new LinkedHashMap<>();
        for (Section block : now.blocks()) {
            String before = now.continues().getOrDefault(block.id(), block.id());
            then.block(before).ifPresent(found -> nowByThen.put(before, block.id()));
        }
        return nowByThen.isEmpty() ? Optional.empty() : Optional.of(new Comparability(Map.copyOf(nowByThen)));
    }

    /** What of a round before can be laid beside another. */
    static Optional<Comparability> of(ComparedRound before, Questionnaire now, Instruments instruments) {
        return instruments.find(before.questionnaire()).flatMap(then -> of(then, now));
    }

    private static List<String> stages(Questionnaire questionnaire) {
        return questionnaire.stages().stream().map(Stage::id).toList();
    }
}
