package be.zelfscan.comparison;

import be.zelfscan.chart.BlockChart;
import be.zelfscan.chart.CategoryDrawing;
import be.zelfscan.chart.CategoryText;
import be.zelfscan.chart.ChartDrawing;
import be.zelfscan.chart.ChartText;
import be.zelfscan.chart.DistributionChart;
import be.zelfscan.chart.DistributionDrawing;
import be.zelfscan.chart.DistributionText;
import be.zelfscan.chart.MatrixDrawing;
import be.zelfscan.chart.MatrixText;
import be.zelfscan.comparison.ComparisonPages.Picture;
import be.zelfscan.questionnaire.Questionnaire;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Draws charts of what is compared, for pages, which say themselves of which round and of whom. Thread-safe. */
@Singleton
class Pictures {
    /** A matrix of more columns becomes too small to read on a screen. */
    private static final int MOST_COLUMNS = 26;

    private final MatrixDrawing matrix;
    private final MatrixText matrixWords;
    private final DistributionDrawing distribution;
    private final DistributionText distributionWords;
    private final CategoryDrawing categories;
    private final CategoryText categoryWords;
    private final RecentPictures recent = new RecentPictures();

    Pictures(MatrixDrawing matrix, MatrixText matrixWords, DistributionDrawing distribution, DistributionText distributionWords,
            CategoryDrawing categories,
            CategoryText categoryWords) {
        this.matrix = matrix.withoutHeader();
        this.matrixWords = matrixWords;
        this.distribution = distribution.withoutHeader();
        this.distributionWords = distributionWords;
        this.categories = categories.withoutHeader();
        this.categoryWords = categoryWords;
    }

    /** As many as it takes to stay legible. */
    List<Picture> matrix(Questionnaire questionnaire, String group, String round, List<CentreFacts> centres) {
        var parts = ComparedCharts.matrix(questionnaire, group, round, centres).pages(MOST_COLUMNS);
        return IntStream.range(0, parts.size()).mapToObj(at -> picture("matrix-" + (at + 1),
                parts.size() == 1 ? "Centra naast elkaar" : "Centra naast elkaar, deel %d van %d".formatted(at + 1, parts.size()),
                parts.get(at),
                matrix, matrixWords)).toList();
    }

    Picture distribution(Questionnaire questionnaire, String round, Map<String, Optional<Figures>> groups, int minimum) {
        return distribution(ComparedCharts.distribution(questionnaire, round, groups, minimum));
    }

    /** The same of groups of which not everything may be told. */
    Picture distribution(Questionnaire questionnaire, String round, List<GroupFigures> groups, int minimum) {
        return distribution(ComparedCharts.distribution(questionnaire, round, groups, minimum));
    }

    private Picture distribution(DistributionChart chart) {
        return picture("verdeling", "Verdeling over de " + chart.words().stage().many(), chart, distribution, distributionWords);
    }

    /** Empty in an instrument without categories of what helps and hinders. */
    Optional<Picture> categories(Questionnaire questionnaire, String group, String round, Figures figures) {
        return ComparedCharts.categories(questionnaire).isEmpty() ? Optional.empty()
                : Optional.of(picture("categorieen",
                        "%s en %s: %s, %s".formatted(questionnaire.words().lever().titles(), questionnaire.words().bottleneck().many(),
                                group, FigureTables.centres(figures.centres())),
                        ComparedCharts.categories(questionnaire, group, round, figures),
                        categories,
                        categoryWords));
    }

    private <C extends BlockChart<C>> Picture picture(String id, String title, C chart, ChartDrawing<C> drawing, ChartText<C, ?> words) {
        return recent.picture(chart, id, title,
                () -> new Picture(id, title, drawing.svg(chart, id), words.rows(chart), words.table(chart)));
    }

    /**
     * Pictures that were made lately. What is drawn and said follows from the chart alone, so that equal charts share a picture and nothing
     * becomes stale; making one takes longer than all the rest of a page. Thread-safe.
     */
    private static final class RecentPictures {
        private static final int MOST = 64;

        private record Key(Object chart, String id, String title) {}

        private final Map<Key, Picture> made = new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Picture> eldest) {
                return size() > MOST;
            }
        };

        Picture picture(Object chart, String id, String title, Supplier<Picture> maker) {
            Key key = new Key(chart, id, title);
            synchronized (made) {
                Picture known = made.get(key);
                if (known != null) {
                    return known;
                }
            }
            Picture fresh = maker.get();
            synchronized (made) {
                made.put(key, fresh);
            }
            return fresh;
        }
    }
}
