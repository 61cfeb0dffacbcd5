package be.zelfscan.report.beside;

import be.zelfscan.comparison.CentreFacts;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.question.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What became of a priority of the round before. Pure.
 *
 * @param place among the priorities of then, from 1
 * @param block its id
 * @param stageThen where it stood then
 * @param ambitionThen where the centre wanted to go then, the same stage to hold it; empty where that was not asked, or not given
 * @param placeNow among the priorities of now, from 1; empty when it is none any more
 */
public record FormerPriority(int place, String block, Stage stageThen, Optional<Stage> ambitionThen, Stage stageNow,
        Optional<Integer> placeNow) {

    /** The priorities of then, the first first; none when one of the versions does not ask for them. */
    public static List<FormerPriority> of(Questionnaire then, CentreFacts before, Questionnaire now, CentreFacts today) {
        List<String> priorities = priorities(then, before);
        List<String> again = priorities(now, today);
        return IntStream.range(0, priorities.size()).boxed()
                .flatMap(at -> of(at, priorities.get(at), before, now, today, again.indexOf(priorities.get(at))).stream()).toList();
    }

    private static Optional<FormerPriority> of(int at, String block, CentreFacts before, Questionnaire now, CentreFacts today, int again) {
        return before.placed(block).flatMap(then -> today.placed(block).map(placed -> new FormerPriority(at + 1, block,
                stage(now, then.stage()), then.ambition().map(to -> stage(now, to)), stage(now, placed.stage()),
                again < 0 ? Optional.empty() : Optional.of(again + 1))));
    }

    private static List<String> priorities(Questionnaire questionnaire, CentreFacts facts) {
        return questionnaire.priorities().map(facts::chosen).orElse(List.of());
    }

    private static Stage stage(Questionnaire questionnaire, String id) {
        return questionnaire.scale().stage(id).orElseThrow();
    }

    /** Whether the centre wanted to keep the stage of then. */
    public boolean held() {
        return ambitionThen.filter(stageThen::equals).isPresent();
    }
}
