package be.zelfscan.comparison;

import be.zelfscan.chart.Count;
import be.zelfscan.question.Word;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.List;

/** The figures of a group in sentences. They count and judge nothing. Pure. */
final class GroupInWords {
    private GroupInWords() {}

    /** "5 van de 10 centra staan op planmatig en 5 op geïntegreerd." Empty when the group has nobody. */
    static String spread(Questionnaire questionnaire, Figures figures, String block, GroupFigures.Withheld withheld) {
        if (withheld.ofPlacement(block).isPresent()) {
            return withheld.ofPlacement(block).get().flatMap(questionnaire.scale()::stage)
                    .map(stage -> "Bijna alle centra staan op %s.".formatted(BelgianDutch.inSentence(stage.label())))
                    .orElse("Hoe deze centra verspreid zijn, wordt niet getoond.");
        }
        List<Integer> counts = ComparedCharts.counts(questionnaire, figures, block);
        List<String> parts = new ArrayList<>();
        for (int stage = 0; stage < counts.size(); stage++) {
            int centres = counts.get(stage);
            String label = BelgianDutch.inSentence(questionnaire.scale().stages().get(stage).label());
            if (centres > 0 && centres == figures.centres()) {
                return "Alle %d centra staan op %s.".formatted(centres, label);
            }
            if (centres > 0) {
                parts.add(parts.isEmpty() ? "%d van de %d centra %s op %s".formatted(centres, figures.centres(),
                        centres == 1 ? "staat" : "staan", label) : "%d op %s".formatted(centres, label));
            }
        }
        return parts.isEmpty() ? "" : BelgianDutch.list(parts) + ".";
    }

    /** "6 houden hun stadium aan, 4 willen naar een ander." Empty when nobody said. */
    static String ambition(Word stage, Figures figures, String block, GroupFigures.Withheld withheld) {
        if (withheld.ofAmbition(block, true).isPresent() || withheld.ofAmbition(block, false).isPresent()) {
            return lessExactly(stage, figures, block, withheld);
        }
        int holding = figures.block(block).holding();
        int growing = figures.block(block).growing().stream().mapToInt(Figures.Flow::centres).sum();
        List<String> parts = new ArrayList<>();
        if (holding > 0) {
            parts.add(holding == 1 ? "1 houdt zijn %s aan".formatted(stage.one()) : "%d houden hun %s aan".formatted(holding, stage.one()));
        }
        if (growing > 0) {
            parts.add((growing == 1 ? "1 wil" : growing + " willen") + " naar een " + stage.otherOne());
        }
        return parts.isEmpty() ? "" : String.join(", ", parts) + ".";
    }

    private static String lessExactly(Word stage, Figures figures, String block, GroupFigures.Withheld withheld) {
        Count holding = withheld.ofAmbition(block, true).orElseGet(() -> new Count.Exactly(figures.block(block).holding()));
        Count growing = withheld.ofAmbition(block, false).orElseGet(() -> new Count.Exactly(
                figures.block(block).growing().stream().mapToInt(Figures.Flow::centres).sum()));
        if (holding instanceof Count.NotShown || growing instanceof Count.NotShown) {
            return "niet getoond.";
        }
        return "%s houden hun %s aan, %s willen naar een %s.".formatted(holding.words(), stage.one(), growing.words(),
                stage.otherAlone());
    }
}
