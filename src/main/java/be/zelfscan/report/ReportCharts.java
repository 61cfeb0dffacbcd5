package be.zelfscan.report;

import be.zelfscan.chart.BlockChart;
import be.zelfscan.chart.CategoryChart;
import be.zelfscan.chart.CategoryDrawing;
import be.zelfscan.chart.CategoryText;
import be.zelfscan.chart.ChartDrawing;
import be.zelfscan.chart.ChartText.DataTable;
import be.zelfscan.chart.ChartText;
import be.zelfscan.chart.DataChart.Layer;
import be.zelfscan.chart.DataChart;
import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.chart.DistributionChart;
import be.zelfscan.chart.DistributionDrawing;
import be.zelfscan.chart.DistributionText;
import be.zelfscan.chart.MatrixChart;
import be.zelfscan.chart.MatrixDrawing;
import be.zelfscan.chart.MatrixText;
import be.zelfscan.report.pdf.Block.Table.Align;
import be.zelfscan.report.pdf.Block.Table;
import be.zelfscan.report.pdf.TaggedPdf;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The charts of many centres in a document, which has headings of its own. Thread-safe. */
@Singleton
class ReportCharts {
    /** Under a heading. */
    private static final double WHOLE_PAGE = 640;
    /** So many columns of numbers have room beside a title of twice their width. */
    private static final double COLUMNS = 3;
    /** So many stages have room beside the names of a block and of a group. */
    private static final int MOST_STAGES = 5;

    private final MatrixDrawing matrix;
    private final MatrixText matrixWords;
    private final DistributionDrawing distribution;
    private final DistributionText distributionWords;
    private final CategoryDrawing categories;
    private final CategoryText categoryWords;
    private final DataChartDrawing profile;
    private final DataChartText profileWords;

    ReportCharts(MatrixDrawing matrix, MatrixText matrixWords, DistributionDrawing distribution, DistributionText distributionWords,
            CategoryDrawing categories, CategoryText categoryWords, DataChartDrawing profile, DataChartText profileWords) {
        this.matrix = matrix.withoutHeader();
        this.matrixWords = matrixWords;
        this.distribution = distribution.withoutHeader();
        this.distributionWords = distributionWords;
        this.categories = categories.withoutHeader();
        this.categoryWords = categoryWords;
        this.profile = profile.without(Layer.HEADER).without(Layer.STATEMENT).without(Layer.IDENTITY).without(Layer.COMPARISON);
        this.profileWords = profileWords;
    }

    /** @param most the height that there is for it, in points */
    void matrix(TaggedPdf pdf, MatrixChart chart, double most) {
        figure(pdf, matrix, matrixWords, chart, 2, most);
    }

    void distribution(TaggedPdf pdf, DistributionChart chart, double most) {
        figure(pdf, distribution, distributionWords, chart, 2, most);
    }

    void distributionTable(TaggedPdf pdf, DistributionChart chart) {
        table(pdf, chart.stages().size() > MOST_STAGES ? distributionWords.narrowTable(chart) : distributionWords.table(chart));
    }

    void categories(TaggedPdf pdf, CategoryChart chart, double most) {
        figure(pdf, categories, categoryWords, chart, 2, most);
    }

    void categoriesTable(TaggedPdf pdf, CategoryChart chart) {
        table(pdf, categoryWords.table(chart));
    }

    void profile(TaggedPdf pdf, DataChart chart, double most) {
        figure(pdf, profile, profileWords, chart, 3, most);
    }

    void profileTable(TaggedPdf pdf, DataChart chart) {
        table(pdf, profileWords.table(chart));
    }

    /**
     * A chart over as many pages as it takes to be read; each has its column headings and its legend.
     *
     * @param level of the headings of the pages after the first
     * @param most the height that there is for it on the first page, in points
     */
    static <C extends BlockChart<C>> void figure(TaggedPdf pdf, ChartDrawing<C> drawing, ChartText<C, ?> words, C chart, int level,
            double most) {
        List<C> parts = drawing.pages(chart, most, Math.max(most, WHOLE_PAGE));
        for (int at = 0; at < parts.size(); at++) {
            C part = parts.get(at);
            ChartDrawing<C> fitted = drawing.within(at == 0 ? most : Math.max(most, WHOLE_PAGE));
            if (at > 0) {
                pdf.pageBreak().heading(level, "%s, deel %d van %d".formatted(words.title(chart), at + 1, parts.size()));
            }
            pdf.figure((float) fitted.width(), (float) fitted.height(part), words.summary(part), canvas -> fitted.draw(canvas, part));
        }
    }

    /** A chart's data: counts at the right, words at the left. */
    static void table(TaggedPdf pdf, DataTable data) {
        List<Table.Column> columns = new ArrayList<>();
        for (int at = 0; at < data.header().size(); at++) {
            columns.add(column(data, at));
        }
        List<Table.Row> rows = new ArrayList<>();
        for (DataTable.RowGroup section : data.sections()) {
            rows.add(new Table.Group(section.title()));
            section.rows().forEach(cells -> rows.add(Table.Cells.of(cells.toArray(String[]::new))));
        }
        pdf.table(new Table(columns, true, rows));
    }

    private static Table.Column column(DataTable data, int at) {
        List<String> cells = data.sections().stream().flatMap(section -> section.rows().stream()).map(row -> row.get(at)).toList();
        boolean numbers = at > 0 && cells.stream().allMatch(cell -> cell.matches("–|\\d.{0,12}"))
                && !cells.stream().allMatch("–"::equals);
        return new Table.Column(data.header().get(at), at == 0 ? (float) Math.max(2, data.header().size() / COLUMNS) : 1,
                numbers ? Align.RIGHT : Align.LEFT);
    }
}
