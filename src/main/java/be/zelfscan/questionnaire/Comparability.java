package be.zelfscan.questionnaire;

import be.zelfscan.question.Stage;
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
public record Comparability(Map<String, String> nowByThen) {
    /** Empty when nothing can be compared. */
    public static Optional<Comparability> of(Questionnaire then, Questionnaire now) {
        Map<String, String> nowByThen = new LinkedHashMap<>();
        for (Section block : now.blocks()) {
            then(then, now, block).ifPresent(found -> nowByThen.put(found.id(), block.id()));
        }
        return nowByThen.isEmpty() ? Optional.empty() : Optional.of(new Comparability(Map.copyOf(nowByThen)));
    }

    /** The same of the version of an earlier round; empty also when the service cannot read it any more. */
    public static Optional<Comparability> of(QuestionnaireKey then, Questionnaire now, Instruments instruments) {
        return instruments.find(then).flatMap(found -> of(found, now));
    }

    /**
     * The section of an earlier version that can be laid beside one of a later version: of a block the one that it continues, of another
     * section that with its id. Unlike comparing it needs no scale, only the same one. Empty when there is none.
     */
    public static Optional<Section> then(Questionnaire then, Questionnaire now, Section section) {
        return hasSameScale(then, now)
                ? then.section(idThen(now, section.id())).filter(found -> found.isPlaced() == section.isPlaced())
                : Optional.empty();
    }

    /** The id by which a section of a later version is found in an earlier one. */
    public static String idThen(Questionnaire now, String section) {
        return now.continues().getOrDefault(section, section);
    }

    /** Whether two versions of one instrument have the same stages in the same order, or both none. */
    public static boolean hasSameScale(Questionnaire then, Questionnaire now) {
        return then.id().equals(now.id()) && stages(then).equals(stages(now));
    }

    private static List<String> stages(Questionnaire questionnaire) {
        return questionnaire.stages().stream().map(Stage::id).toList();
    }
}
