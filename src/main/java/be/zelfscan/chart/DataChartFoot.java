package be.zelfscan.chart;

import be.zelfscan.chart.ChartPen.Align;
import be.zelfscan.chart.DataChart.Layer;
import be.zelfscan.chart.FramedChart.PaintedTitle;
import be.zelfscan.chart.TextFitter.Room;
import java.awt.Font;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleEdge;

/**
 * What stands below a datagrafiek: what its marks mean, and the notes.
 *
 * @param context whether levers and bottlenecks are drawn
 */
record DataChartFoot(Look look, DataChartDrawing.Definition definition, boolean context) {
    private static final double LEGEND_SCALE = 0.92;
    private static final int COMPARISON_LINES = 2;
    private static final double EARLIER_INDENT = 11;

    /**
     * The legend and the notes. The room for what is said of comparison and earlier round is kept, so that a chart is as high with them as
     * without.
     */
    List<Title> of(DataChart chart) {
        List<Title> foot = new ArrayList<>();
        if (definition.draws(Layer.LEGEND)) {
            foot.add(new Legend(look, keys(chart)));
            if (context) {
                foot.add(new Legend(look, contextKeys(chart)));
            }
        }
        if (definition.draws(Layer.STATEMENT) && !chart.statement().isEmpty()) {
            foot.add(FramedChart.note(look, chart.statement(), 1));
        }
        if (definition.draws(Layer.IDENTITY)) {
            String number = chart.scanNumber().map(text -> " · zelfscan nr. " + text).orElse("");
            foot.add(FramedChart.note(look, chart.version() + number, 1));
        }
        if (definition.draws(Layer.LEGEND) && definition.draws(Layer.COMPARISON)) {
            foot.add(FramedChart.note(look, comparison(chart).orElse(""), COMPARISON_LINES));
        }
        if (definition.draws(Layer.LEGEND) && definition.draws(Layer.EARLIER)) {
            foot.add(earlier(chart));
        }
        return foot;
    }

    private List<Legend.Key> keys(DataChart chart) {
        DataChartMarks marks = new DataChartMarks(look, definition, LEGEND_SCALE);
        List<Legend.Key> keys = new ArrayList<>(List.of(new Legend.Key(10, marks::today, "vandaag")));
        if (definition.draws(Layer.AMBITION) && chart.hasAmbitions()) {
            keys.add(new Legend.Key(10, marks::ambition, chart.words().ambition().one()));
            keys.add(new Legend.Key(16, marks::held, chart.words().stage().thisAlone() + " aanhouden"));
        }
        if (definition.draws(Layer.CLOSING) && chart.asks(Layer.CLOSING)) {
            keys.add(new Legend.Key(13, marks.priority(1), chart.words().priority().one()));
            keys.add(new Legend.Key(12, marks::inspiring, chart.words().inspiringPractice().one()));
        }
        if (definition.draws(Layer.DIFFERENCES) && chart.asks(Layer.DIFFERENCES)) {
            keys.add(new Legend.Key(8, marks::differs, "verschilt tussen deelgroepen"));
        }
        return keys;
    }

    private List<Legend.Key> contextKeys(DataChart chart) {
        DataChartMarks marks = new DataChartMarks(look, definition, LEGEND_SCALE);
        double pitch = definition.contextPitch();
        List<Legend.Key> keys = new ArrayList<>(List.of(new Legend.Key(9, marks.lever(pitch), chart.words().lever().one()),
                new Legend.Key(9, marks.bottleneck(pitch), chart.words().bottleneck().one())));
        Font font = look.font(new ChartStyle.Face(600, look.type().legend().size()));
        chart.categories().forEach(category -> keys.add(new Legend.Key(look.fonts().width(category.mark(), font),
                (pen, x, y) -> pen.text(category.mark(), font, pen.ink(), x, ChartPen.middle(font, y), Align.CENTRE), category.label())));
        return keys;
    }

    private Title earlier(DataChart chart) {
        DataChartMarks marks = new DataChartMarks(look, definition, LEGEND_SCALE);
        return new PaintedTitle(look, RectangleEdge.BOTTOM, look.sizes().noteLine(),
                (pen, area) -> chart.earlierRound().ifPresent(round -> {
                    marks.earlier(pen, area.getMinX() + 4, area.getCenterY());
                    String text = "%s in %s.".formatted(chart.words().stage().title(), round);
                    pen.linesAround(look.fitter().fit(text, look.type().note(), Room.oneLine(area.getWidth() - EARLIER_INDENT)),
                            pen.muted(),
                            area.getMinX() + EARLIER_INDENT, area.getCenterY(), Align.LEFT);
                }));
    }

    private Optional<String> comparison(DataChart chart) {
        IntSummaryStatistics centres = chart.rows().stream().flatMap(row -> row.comparison().stream())
                .mapToInt(DataChart.Comparison::centres).summaryStatistics();
        if (centres.getCount() == 0) {
            return Optional.empty();
        }
        String n = centres.getMin() == centres.getMax() ? "" + centres.getMin() : centres.getMin() + " tot " + centres.getMax();
        String group = chart.comparisonGroup().map(" (%s)"::formatted).orElse("");
        return Optional.of("Tint en percentage: verdeling van %s centra van de vergelijkingsgroep%s.".formatted(n, group));
    }
}
