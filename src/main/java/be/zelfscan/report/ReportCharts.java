package be.zelfscan.report;

import be.zelfscan.chart.CategoryChart;
import be.zelfscan.chart.CategoryDrawing;
import be.zelfscan.chart.CategoryText;
import be.zelfscan.chart.ChartDrawing;
import be.zelfscan.chart.ChartText;
import be.zelfscan.chart.DataChart;
import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.chart.DataTable;
import be.zelfscan.chart.DistributionChart;
import be.zelfscan.chart.DistributionDrawing;
import be.zelfscan.chart.DistributionText;
import be.zelfscan.chart.Layer;
import be.zelfscan.chart.MatrixChart;
import be.zelfscan.chart.MatrixDrawing;
import be.zelfscan.chart.MatrixText;
import be.zelfscan.report.pdf.Align;
import be.zelfscan.report.pdf.Table;
import be.zelfscan.report.pdf.TaggedPdf;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The charts of many centres in a document, which has headings of its own. Thread-safe. */
@Singleton
class ReportCharts {
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
        figure(pdf, matrix, matrixWords, chart, most);
    }

    void distribution(TaggedPdf pdf, DistributionChart chart, double most) {
        figure(pdf, distribution, distributionWords, chart, most);
    }

    void distributionTable(TaggedPdf pdf, DistributionChart chart) {
        table(pdf, distributionWords.table(chart));
    }

    void categories(TaggedPdf pdf, CategoryChart chart, double most) {
        figure(pdf, categories, categoryWords, chart, most);
    }

    void categoriesTable(TaggedPdf pdf, CategoryChart chart) {
        table(pdf, categoryWords.table(chart));
    }

    void profile(TaggedPdf pdf, DataChart chart, double most) {
        figure(pdf, profile, profileWords, chart, most);
    }

    void profileTable(TaggedPdf pdf, DataChart chart) {
        table(pdf, profileWords.table(chart));
    }

    private static <C> void figure(TaggedPdf pdf, ChartDrawing<C> drawing, ChartText<C, ?> words, C chart, double most) {
        double height = drawing.height(chart);
        double scale = Math.min(Math.min(1, most / height), TaggedPdf.WIDTH / drawing.width());
        pdf.figure((float) (drawing.width() * scale), (float) (height * scale), words.summary(chart), canvas -> {
            canvas.scale(scale, scale);
            drawing.draw(canvas, chart);
        });
    }

    /** A chart's data: counts at the right, words at the left. */
    static void table(TaggedPdf pdf, DataTable data) {
        List<Table.Column> columns = new ArrayList<>();
        for (int at = 0; at < data.header().size(); at++) {
            columns.add(column(data, at));
        }
        List<Table.Row> rows = new ArrayList<>();
        for (DataTable.Section section : data.sections()) {
            rows.add(new Table.Group(section.title()));
            section.rows().forEach(cells -> rows.add(Table.Cells.of(cells.toArray(String[]::new))));
        }
        pdf.table(new Table(columns, true, rows));
    }

    private static Table.Column column(DataTable data, int at) {
        List<String> cells = data.sections().stream().flatMap(section -> section.rows().stream()).map(row -> row.get(at)).toList();
        boolean numbers = at > 0 && cells.stream().allMatch(cell -> cell.matches("[–\\d].{0,12}"));
        return new Table.Column(data.header().get(at), at == 0 ? 2 : 1, numbers ? Align.RIGHT : Align.LEFT);
    }
}
