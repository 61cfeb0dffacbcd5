package be.zelfscan.scan;

import be.zelfscan.questionnaire.Option;
import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers in the instrument's own words, for overviews and reports. Pure. */
public final class AnswerText {
    private AnswerText() {}

    /** One line; empty when nothing was answered. */
    public static String of(Questionnaire questionnaire, Question question, Optional<Answer> answer) {
        return String.join("; ", lines(questionnaire, question, answer));
    }

    /** The parts of an answer, one a line: each option, each block. */
    public static List<String> lines(Questionnaire questionnaire, Question question, Optional<Answer> answer) {
        return answer.map(given -> switch (given) {
            case Answer.Placed placed ->
                List.of(questionnaire.scale().stage(placed.stage()).map(stage -> stage.label()).orElse(placed.stage()));
            case Answer.Hold hold -> List.of(question instanceof Question.Ambition ambition ? ambition.hold() : "");
            case Answer.Grow grow ->
                List.of(question instanceof Question.Ambition ambition ? ambition.grow().getOrDefault(grow.stage(), grow.stage())
                        : grow.stage());
            case Answer.Chosen chosen -> chosen.options().stream().map(id -> option(question, id, chosen.textOf(id))).toList();
            case Answer.SelectedBlocks selected -> selected(questionnaire, question, selected);
            case Answer.RankedBlocks ranked -> ranked(questionnaire, question, ranked);
        }).orElse(List.of());
    }

    private static String option(Question question, String id, String text) {
        Optional<Option> option = question.option(id);
        String label = option.map(Option::label).orElse(id);
        return option.filter(Option::text).isPresent() && !text.isBlank() ? label + ": " + text : label;
    }

    private static List<String> selected(Questionnaire questionnaire, Question question, Answer.SelectedBlocks selected) {
        if (!selected.notYet() || !(question instanceof Question.BlockSelection asked)) {
            return selected.blocks().stream().map(questionnaire::sectionTitle).toList();
        }
        List<String> lines = new ArrayList<>(List.of(asked.notYet().label()));
        if (!selected.considered().isEmpty()) {
            lines.add(asked.notYet().considered() + ": "
                    + String.join(", ", selected.considered().stream().map(questionnaire::sectionTitle).toList()));
        }
        return lines;
    }

    private static List<String> ranked(Questionnaire questionnaire, Question question, Answer.RankedBlocks ranked) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < ranked.blocks().size(); i++) {
            if (ranked.blocks().get(i).isEmpty()) {
                continue;
            }
            String item = question instanceof Question.BlockRanking ranking ? ranking.item().replace("{number}", String.valueOf(i + 1))
                    : String.valueOf(i + 1);
            lines.add(item + ": " + questionnaire.sectionTitle(ranked.blocks().get(i)));
        }
        return lines;
    }
}
