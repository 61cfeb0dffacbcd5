package be.zelfscan.chart;

import be.zelfscan.chart.ChartStyle.Palette;
import be.zelfscan.chart.DistributionChart.Bar;
import be.zelfscan.chart.ChartPen.Align;
import be.zelfscan.chart.TextFitter.Room;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws how groups of centres are spread over the stages: a bar for each group, all as long, all from one line. Thread-safe. */
public final class DistributionDrawing extends ChartDrawing<DistributionChart> {
    private static final String EXPLANATION = "Getal: aantal centra. De balk van een groep is altijd even lang: al haar centra samen.";
    private static final String STATEMENT = "De centra hebben zichzelf geplaatst. De %s houden geen waardeoordeel in.";
    private static final int HEADS = 14;
    private static final double TICK = 0.25;
    private static final double OUTLINE = 0.8;

    private final Definition definition;
    private final boolean header;

    /**
     * How bars of stages look, as {@code charts/verdeling.json} says; sizes in points.
     *
     * @param bar height of the bar of one of several groups; the bar of a single group is as high as its row
     * @param tallBar the same where the name of a group needs two lines
     * @param barGap between the bars of a block
     * @param endColumn room at the end for n, when there is one group
     * @param groupColumn the same with the name of the group, when there are several
     */
    @Serdeable
    record Definition(
            @NotNull @Valid ChartStyle.Rows rows,
            @Positive(message = ChartStyle.ABOVE_ZERO) double bar,
            @Positive(message = ChartStyle.ABOVE_ZERO) double tallBar,
            @Positive(message = ChartStyle.ABOVE_ZERO) double barGap,
            @Positive(message = ChartStyle.ABOVE_ZERO) double endGap,
            @Positive(message = ChartStyle.ABOVE_ZERO) double endColumn,
            @Positive(message = ChartStyle.ABOVE_ZERO) double groupColumn) {}

    DistributionDrawing(Look look, Definition definition) {
        this(look, definition, true);
    }

    private DistributionDrawing(Look look, Definition definition, boolean header) {
        super("verdeling", new DistributionText(), look);
        this.definition = definition;
        this.header = header;
    }

    /** The same without its header; used by a page or document that has one of its own. */
    public DistributionDrawing withoutHeader() {
        return new DistributionDrawing(look, definition, false);
    }

    @Override
    DistributionDrawing with(Look other) {
        return new DistributionDrawing(other, definition, header);
    }

    @Override
    FramedChart framed(DistributionChart chart) {
        int groups = chart.groups().size();
        List<Bar> bars = chart.rows().stream().flatMap(row -> row.bars().stream()).toList();
        double bar = look.fitter().fits(chart.groups(), look.type().value(), Room.oneLine(nameRoom())) ? definition.bar()
                : definition.tallBar();
        double row = groups == 1 ? definition.rows().row() : groups * bar + (groups - 1) * definition.barGap();
        RowAxis rows = new RowAxis(look, definition.rows(), RowCluster.titles(chart.clusters(), DistributionChart.Row::title), row, groups,
                definition.barGap());
        CategoryPlot plot = FramedChart.plot(counts(chart, bars), shares(), renderer(chart, rows, bars));
        double end = definition.endGap() + (groups == 1 ? definition.endColumn() : definition.groupColumn());
        plot.setDomainAxis(rows);
        plot.setDomainAxis(1, new RowAxis.Ends(look, rows, bars.size(), (pen, room, line) -> end(pen, room, chart, bars, line)));
        plot.setDomainAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
        plot.setFixedDomainAxisSpace(FramedChart.beside(definition.rows().titleColumn(), end));
        plot.setFixedRangeAxisSpace(FramedChart.above(HEADS));
        plot.setRangeGridlinesVisible(true);
        LineBarRenderer.lines(plot, look);
        String whose = groups == 1 ? chart.groups().getFirst() : groups + " groepen";
        FramedChart.Header whole = new FramedChart.Header(look, "Verdeling over de " + chart.words().stage().many(), chart.title(), whose,
                chart.round());
        return new FramedChart(look, plot, rows, HEADS, new FramedChart.Frame(Optional.of(whole).filter(shown -> header),
                List.of(legend(plot)), List.of(FramedChart.note(look, EXPLANATION, 1),
                        FramedChart.note(look, STATEMENT.formatted(chart.words().stage().many()), 1))));
    }

    /** A category for each bar; one that is not shown has no counts. */
    private static CategoryDataset counts(DistributionChart chart, List<Bar> bars) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int line = 0; line < bars.size(); line++) {
            for (int stage = 0; stage < chart.stages().size(); stage++) {
                Optional<Integer> count = bars.get(line) instanceof Bar.Counts counts && counts.n() > 0
                        ? Optional.of(counts.centres().get(stage)) : Optional.empty();
                data.addValue(CellRenderer.value(count), chart.stages().get(stage).id(), Integer.valueOf(line));
            }
        }
        return data;
    }

    private NumberAxis shares() {
        NumberAxis axis = new NumberAxis();
        axis.setRange(0, 1);
        axis.setTickUnit(new NumberTickUnit(TICK, new DecimalFormat("0%")));
        axis.setTickLabelFont(look.font(look.type().detail()));
        axis.setTickLabelPaint(look.muted());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private LineBarRenderer renderer(DistributionChart chart, RowAxis rows, List<Bar> bars) {
        Palette palette = look.style().palette();
        int stages = chart.stages().size();
        LineBarRenderer renderer = new LineBarRenderer(look, rows, true, Double.MAX_VALUE, (pen, place, stage, line) -> {
            if (!(bars.get(line) instanceof Bar.Counts counts) || counts.n() == 0) {
                instead(pen, why(chart, bars.get(line)), place);
            } else if (counts.centres().get(stage) > 0) {
                count(pen, place, counts.centres().get(stage), palette.stage(stage, stages));
            }
        });
        for (int stage = 0; stage < stages; stage++) {
            renderer.setSeriesPaint(stage, palette.stage(stage, stages));
        }
        renderer.setDefaultOutlinePaint(look.paper());
        renderer.setDefaultOutlineStroke(new BasicStroke((float) OUTLINE));
        renderer.setDefaultLegendShape(new Rectangle2D.Double(-7, -4.5, 14, 9));
        renderer.setLegendItemLabelGenerator((data, stage) -> chart.stages().get(stage).label());
        return renderer;
    }

    /** A segment without room for its count leaves it to the table. */
    private void count(ChartPen pen, Rectangle2D segment, int count, Color ground) {
        Font font = look.font(look.type().value());
        String text = Integer.toString(count);
        if (pen.width(text, font) < segment.getWidth()) {
            pen.text(text, font, pen.on(ground), segment.getCenterX(), ChartPen.middle(font, segment.getCenterY()), Align.CENTRE);
        }
    }

    private double nameRoom() {
        return definition.groupColumn() - definition.endColumn() - definition.barGap();
    }

    private static String why(DistributionChart chart, Bar bar) {
        return switch (bar) {
            case Bar.TooFew(int atLeast) -> "te weinig centra om te tonen (minstens %d)".formatted(atLeast);
            case Bar.NearlyAll(int stage) -> DistributionText.nearlyAll(chart, stage);
            case Bar.NotShown() -> DistributionText.NOT_SHOWN;
            case Bar.Counts counts -> DistributionText.NOBODY;
        };
    }

    /** Says in the place of a bar why it is not there. */
    private void instead(ChartPen pen, String text, Rectangle2D line) {
        Font font = look.font(look.type().detail());
        double height = Math.min(11, line.getHeight());
        Rectangle2D place = new Rectangle2D.Double(line.getX() + 0.5, line.getCenterY() - height / 2, pen.width(text, font) + 8, height);
        pen.fill(place, pen.paper());
        pen.dash(place, pen.faint(), look.sizes().hairline());
        pen.text(text, font, pen.muted(), place.getCenterX(), ChartPen.middle(font, place.getCenterY()), Align.CENTRE);
    }

    /** The group at the end of its bar, with how many centres it counts. */
    private void end(ChartPen pen, Rectangle2D room, DistributionChart chart, List<Bar> bars, int line) {
        ChartStyle.Face face = look.type().value();
        if (chart.groups().size() > 1) {
            Room beside = new Room(nameRoom(), 2, room.getHeight());
            pen.linesAround(look.fitter().fit(chart.groups().get(line % chart.groups().size()), face, beside), pen.ink(),
                    room.getX() + definition.endGap(), room.getCenterY(), Align.LEFT);
        }
        if (bars.get(line) instanceof Bar.Counts counts && counts.n() > 0) {
            Font font = look.font(face);
            pen.text("n = " + counts.n(), font, pen.muted(), room.getMaxX(), ChartPen.middle(font, room.getCenterY()), Align.RIGHT);
        }
    }

    private Title legend(CategoryPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemFont(look.font(look.type().column()));
        legend.setItemPaint(look.ink());
        legend.setItemLabelPadding(new RectangleInsets(2, 2, 2, 12));
        legend.setMargin(0, definition.rows().titleColumn() - 4, 4, 0);
        return legend;
    }
}
