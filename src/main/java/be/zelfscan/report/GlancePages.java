package be.zelfscan.report;

import be.zelfscan.chart.DataChart;
import be.zelfscan.chart.DataChartText;
import be.zelfscan.question.Answer;
import be.zelfscan.question.Part;
import be.zelfscan.question.Question;
import be.zelfscan.question.Use;
import be.zelfscan.question.Words;
import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.report.pdf.Block.Items.Marker;
import be.zelfscan.report.pdf.Block.Paragraph.Style;
import be.zelfscan.report.pdf.Block.Table;
import be.zelfscan.report.pdf.TaggedPdf;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** "In één oogopslag": the answers to the closing questions, what returns among levers and bottlenecks, and the data of the chart as a table. */
final class GlancePages {
    private static final String NONE = "–";

    private final DataChartText words;

    GlancePages(DataChartText words) {
        this.words = words;
    }

    void write(TaggedPdf pdf, ScanResult result, DataChart chart) {
        pdf.pageBreak().heading(1, "In één oogopslag");
        origin(pdf, result);
        result.closing().ifPresent(closing -> closing(pdf, result, closing));
        returning(pdf, chart, result.questionnaire().words());
        data(pdf, chart);
    }

    /** Who answered, and when. */
    static void origin(TaggedPdf pdf, ScanResult result) {
        pdf.paragraph(Style.SMALL,
                "Ingevuld door het beleidsteam van %s, verzonden op %s door %s.".formatted(result.sent().centreName(), result.sentAt(),
                        result.sent().sentBy()));
        if (!result.sent().erasure().isEmpty()) {
            pdf.paragraph(Style.SMALL, result.sent().erasure());
        }
    }

    private static void closing(TaggedPdf pdf, ScanResult result, ScanResult.Answered closing) {
        pdf.heading(2, closing.section().title());
        for (ScanResult.Given given : closing.answers()) {
            pdf.heading(3, given.question().shortLabel());
            pdf.keepWithNext().paragraph(Style.SMALL, given.question().label());
            answer(pdf, result, closing.section().id(), given);
            pdf.note(given.question().note(), given.note());
        }
    }

    private static void answer(TaggedPdf pdf, ScanResult result, String section, ScanResult.Given given) {
        Question question = given.question();
        Optional<Answer> answer = result.sent().answers().at(section, question.id()).answer();
        if (answer.isEmpty()) {
            pdf.paragraph("niet ingevuld");
            return;
        }
        List<Part> parts = question.parts(answer.get(), result.questionnaire());
        boolean picked = question.type().nothing(question)
                .flatMap(nothing -> parts.stream().map(Part::code).filter(nothing::equals).findFirst())
                .isEmpty();
        if (answer.get() instanceof Answer.NotDiscussed) {
            pdf.list(Marker.BULLET, given.lines().stream().map(Inline::of).toList());
        } else if (question.isFor(Use.PRIORITY)) {
            pdf.list(Marker.PICKED_NUMBER, titles(parts));
        } else if (question.isFor(Use.INSPIRING_PRACTICE) && picked) {
            pdf.list(Marker.PICKED_STAR, titles(parts));
        } else {
            pdf.list(Marker.BULLET, given.lines().stream().map(Inline::of).toList());
        }
    }

    private static List<Inline> titles(List<Part> parts) {
        return parts.stream().map(part -> Inline.of(Inline.Span.strong(part.label()))).toList();
    }

    private static void returning(TaggedPdf pdf, DataChart chart, Words words) {
        if (chart.categories().isEmpty()) {
            return;
        }
        pdf.heading(2, words.helpAndHinder() + " per categorie");
        List<Table.Row> rows = new ArrayList<>();
        for (DataChart.Category category : chart.categories()) {
            rows.add(Table.Cells.of(BelgianDutch.capital(category.label()), blocks(chart, category, DataChart.Row::levers),
                    blocks(chart, category, DataChart.Row::bottlenecks)));
        }
        pdf.table(
                new Table(List.of(Table.Column.of("Gelinkt aan", 2), Table.Column.of(words.lever().title() + " bij", 3),
                        Table.Column.of(words.bottleneck().title() + " bij", 3)),
                        true, rows));
    }

    private static String blocks(DataChart chart, DataChart.Category category, Function<DataChart.Row, Set<String>> marked) {
        List<String> titles = chart.rows().stream().filter(row -> marked.apply(row).contains(category.id())).map(DataChart.Row::title)
                .toList();
        return titles.isEmpty() ? NONE : String.join("\n", titles);
    }

    private void data(TaggedPdf pdf, DataChart chart) {
        pdf.together(page -> {
            page.heading(2, "De datagrafiek als tabel");
            ReportCharts.table(page, words.table(chart));
        });
        words.comparisonTable(chart).ifPresent(table -> pdf.together(page -> {
            page.heading(2, "De vergelijkingsgroep als tabel");
            ReportCharts.table(page, table);
        }));
    }
}
