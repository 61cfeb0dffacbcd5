package be.zelfscan.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Labels short enough for a narrow cell: the fewest first letters, equally many of each, that tell all apart; numbers from 1 where three do not. */
record ShortLabels(List<String> labels) {
    private static final int MOST_LETTERS = 3;

    static ShortLabels of(List<DataChart.Stage> stages) {
        for (int letters = 1; letters <= MOST_LETTERS; letters++) {
            int length = letters;
            List<String> labels = stages.stream().map(stage -> first(stage.label(), length)).toList();
            if (labels.stream().map(label -> label.toLowerCase(Locale.ROOT)).distinct().count() == labels.size()) {
                return new ShortLabels(labels);
            }
        }
        return new ShortLabels(IntStream.rangeClosed(1, stages.size()).mapToObj(Integer::toString).toList());
    }

    private static String first(String label, int letters) {
        String text = label.strip();
        return text.substring(0, text.offsetByCodePoints(0, Math.min(letters, text.codePointCount(0, text.length()))));
    }

    String get(int stage) {
        return labels.get(stage);
    }
}
