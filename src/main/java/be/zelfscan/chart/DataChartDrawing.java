package be.zelfscan.chart;

import be.zelfscan.chart.ColumnAxis.ColumnHead;
import be.zelfscan.chart.DataChart.Layer;
import be.zelfscan.chart.DataChartMarks.PlacementRenderer;
import be.zelfscan.chart.ChartPen.Align;
import be.zelfscan.chart.TextFitter.FittedText;
import be.zelfscan.chart.TextFitter.Room;
import be.zelfscan.text.BelgianDutch;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Draws a datagrafiek: plots side by side that share their rows, the building blocks, each with columns of its own (star and priority, the
 * stages, what helps, what hinders). Places follow from the definition and the instrument alone, so that the charts of two centres can be
 * laid over each other. Thread-safe; the canvas is the caller's.
 */
public final class DataChartDrawing extends ChartDrawing<DataChart> {
    private static final double CLOSING_STEP = 0.43;
    /** How long the name of a stage may be that is read upwards. */
    private static final double UPWARDS = 80;

    private final Definition definition;
    private final boolean namesAbove;

    /**
     * How a datagrafiek looks, as {@code charts/datagrafiek.json} says; sizes in points.
     *
     * @param closingColumn room for star and priority between title and stages
     * @param contextColumn room for the marks of levers and bottlenecks, right of the stages; nothing when there are no categories
     * @param columnHead thickness of the tinted bar under the name of a stage
     * @param dot radius of the dots
     * @param ring radius of the ring for "hold"
     * @param phone what is other on the screen of a phone
     * @param layers what is drawn
     */
    @Serdeable
    record Definition(
            @NotNull @Valid ChartStyle.Rows rows,
            @Positive(message = ChartStyle.ABOVE_ZERO) double closingColumn,
            @Positive(message = ChartStyle.ABOVE_ZERO) double contextColumn,
            @Positive(message = ChartStyle.ABOVE_ZERO) double contextGap,
            @Positive(message = ChartStyle.ABOVE_ZERO) double contextPitch,
            @Positive(message = ChartStyle.ABOVE_ZERO) double columnHead,
            @Positive(message = ChartStyle.ABOVE_ZERO) double cellGap,
            @Positive(message = ChartStyle.ABOVE_ZERO) double cellCorner,
            @Positive(message = ChartStyle.ABOVE_ZERO) double dot,
            @Positive(message = ChartStyle.ABOVE_ZERO) double ring,
            @Positive(message = ChartStyle.ABOVE_ZERO) double line,
            @NotNull @Valid Phone phone,
            @NotNull Set<Layer> layers) {

        Definition {
            layers = layers == null ? null : Set.copyOf(layers);
        }

        boolean draws(Layer layer) {
            return layers.contains(layer);
        }

        Definition without(Layer layer) {
            Set<Layer> rest = new HashSet<>(layers);
            rest.remove(layer);
            return new Definition(rows, closingColumn, contextColumn, contextGap, contextPitch, columnHead, cellGap, cellCorner, dot, ring,
                    line, phone, rest);
        }

        Definition onPhone() {
            return new Definition(new ChartStyle.Rows(phone.width(), phone.row(), phone.rowGap(), phone.row()), phone.closingColumn(),
                    phone.contextColumn(), phone.contextGap(), phone.contextPitch(), columnHead, cellGap, cellCorner, dot, ring, line,
                    phone,
                    layers);
        }
    }

    /** What is other where the name of a block stands above its strip, since there is no room beside it; sizes as in {@link Definition}. */
    @Serdeable
    record Phone(
            @Positive(message = ChartStyle.ABOVE_ZERO) double width,
            @Positive(message = ChartStyle.ABOVE_ZERO) double header,
            @Positive(message = ChartStyle.ABOVE_ZERO) double row,
            @Positive(message = ChartStyle.ABOVE_ZERO) double rowGap,
            @Positive(message = ChartStyle.ABOVE_ZERO) double closingColumn,
            @Positive(message = ChartStyle.ABOVE_ZERO) double contextColumn,
            @Positive(message = ChartStyle.ABOVE_ZERO) double contextGap,
            @Positive(message = ChartStyle.ABOVE_ZERO) double contextPitch) {}

    DataChartDrawing(Look look, Definition definition) {
        this("datagrafiek", look, definition, false);
    }

    private DataChartDrawing(String kind, Look look, Definition definition, boolean namesAbove) {
        super(kind, new DataChartText(), look);
        this.definition = definition;
        this.namesAbove = namesAbove;
    }

    /** The layout for the screen of a phone: the name of a block above its strip, as high as it takes. */
    DataChartDrawing onPhone() {
        return new DataChartDrawing("datagrafiek-smal",
                look.with(look.sizes().onPhone(definition.phone().width(), definition.phone().header())), definition.onPhone(), true);
    }

    /** Both layouts for a page, of which its style sheet shows the one that fits; see {@link #svg(DataChart, String)}. */
    public String layouts(DataChart chart, String id) {
        return "<div class=\"layout layout--wide\">%s</div><div class=\"layout layout--narrow\">%s</div>".formatted(svg(chart, id),
                onPhone().svg(chart, id + "-smal"));
    }

    /** The same on a page that holds this chart once. */
    public String layouts(DataChart chart) {
        return layouts(chart, "datagrafiek-" + Integer.toHexString(chart.hashCode()));
    }

    /** The same drawing without a layer; used by a page or document that has it as text of its own. Rows and columns keep their size. */
    public DataChartDrawing without(Layer layer) {
        return new DataChartDrawing(kind(), look, definition.without(layer), namesAbove);
    }

    @Override
    DataChartDrawing with(Look other) {
        return new DataChartDrawing(kind(), other, definition, namesAbove);
    }

    @Override
    FramedChart framed(DataChart chart) {
        Strip strip = strip(chart);
        List<RowCluster<String>> titles = RowCluster.titles(chart.clusters(), DataChart.Row::title);
        RowAxis rows = namesAbove ? RowAxis.withTitlesAbove(look, definition.rows(), titles) : new RowAxis(look, definition.rows(), titles);
        CombinedDomainCategoryPlot plot = FramedChart.combined(rows, 0, FramedChart.beside(titleColumn(), 0));
        plot.add(closing(chart, strip), (int) definition.closingColumn());
        plot.add(stages(chart, strip), (int) strip.whole());
        if (hasContext(chart)) {
            int width = (int) (definition.contextColumn() / 2);
            plot.add(context(chart, strip, chart.words().lever().titles(), DataChart.Row::levers, DataChartMarks::lever), width);
            plot.add(context(chart, strip, chart.words().bottleneck().titles(), DataChart.Row::bottlenecks, DataChartMarks::bottleneck),
                    width);
        }
        return new FramedChart(look, plot, rows, strip.tiers().height(), new FramedChart.Frame(
                Optional.of(header(chart)).filter(header -> definition.draws(Layer.HEADER)), List.of(),
                new DataChartFoot(look, definition, hasContext(chart)).of(chart)));
    }

    private double titleColumn() {
        return namesAbove ? 0 : definition.rows().titleColumn();
    }

    private boolean hasContext(DataChart chart) {
        return definition.draws(Layer.CONTEXT) && !chart.categories().isEmpty();
    }

    /**
     * The columns of the stages.
     *
     * @param whole width of their plot, with the gap behind them
     * @param step from one to the next
     */
    private record Strip(double whole, double step, double cell, ColumnAxis.ColumnNames names, List<FittedText> cycles,
            ColumnAxis.Tiers tiers) {}

    private Strip strip(DataChart chart) {
        double behind = look.sizes().width() - titleColumn() - definition.closingColumn();
        double whole = hasContext(chart) ? behind - definition.contextColumn() : behind;
        double step = (hasContext(chart) ? whole - definition.contextGap() : whole) / chart.stages().size();
        ColumnAxis.ColumnNames names = ColumnAxis.ColumnNames.of(look, chart.stages().stream().map(DataChart.ChartStage::label).toList(),
                step, 2, UPWARDS);
        List<String> parts = chart.stages().stream().map(DataChart.ChartStage::cycle).toList();
        Room room = new Room(step - definition.cellGap() - 2, 3, Double.MAX_VALUE);
        List<FittedText> cycles = names.level() && look.fitter().fits(parts, look.type().detail(), room)
                ? look.fitter().fitAll(parts, look.type().detail(), room) : List.of();
        double letters = hasContext(chart) ? look.fitter().fit("X", look.type().detail(), room).height() : 0;
        double context = hasContext(chart) && !levelContext(chart) ? contextTitles(chart).stream()
                .map(title -> look.fitter().fit(title, look.type().column(), Room.oneLine(UPWARDS)))
                .mapToDouble(title -> look.fonts().width(title.lines().getFirst(), title.font())).max().orElse(0) : 0;
        ColumnAxis.Tiers tiers = new ColumnAxis.Tiers(Math.max(names.height(look), context),
                Math.max(ColumnAxis.Tiers.tallest(cycles), letters),
                definition.columnHead());
        return new Strip(whole, step, step - definition.cellGap(), names, cycles, tiers);
    }

    private static List<String> contextTitles(DataChart chart) {
        return List.of(chart.words().lever().titles(), chart.words().bottleneck().titles());
    }

    /** Whether the titles of the marks can be read level above their columns; else they are read upwards. */
    private boolean levelContext(DataChart chart) {
        return look.fitter().fits(contextTitles(chart), look.type().column(), contextHead());
    }

    private Room contextHead() {
        return Room.oneLine(definition.contextColumn() / 2 - 2);
    }

    /** The marks that a row has room for. */
    private DataChartMarks marks(Strip strip, double row) {
        double scale = Math.min(row / definition.rows().row() * 1.3, strip.cell() / (5.5 * definition.dot()));
        return new DataChartMarks(look, definition, Math.min(1, scale));
    }

    private CategoryPlot closing(DataChart chart, Strip strip) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (DataChart.Row row : chart.rows()) {
            data.addValue(CellRenderer.value(Optional.of(1).filter(one -> row.inspiring())), "inspiring", row.blockId());
            data.addValue(CellRenderer.value(row.priority()), "priority", row.blockId());
        }
        double width = definition.closingColumn();
        ColumnAxis columns = new ColumnAxis(look, strip.tiers(), List.of("inspiring", "priority"), List.of());
        columns.centre(CLOSING_STEP * width, width);
        return FramedChart.plot(data, columns, new CellRenderer(look, 0, (pen, area, column, row, value) -> {
            if (value.isPresent() && definition.draws(Layer.CLOSING)) {
                DataChartMarks marks = marks(strip, area.getHeight());
                Mark mark = column == 0 ? marks::inspiring : marks.priority((int) value.getAsDouble());
                mark.paint(pen, area.getCenterX(), area.getCenterY());
            }
        }));
    }

    private CategoryPlot stages(DataChart chart, Strip strip) {
        List<ColumnHead> heads = new ArrayList<>();
        for (int stage = 0; stage < chart.stages().size(); stage++) {
            heads.add(strip.names().head(stage, look.ink()));
            if (!strip.cycles().isEmpty()) {
                heads.add(new ColumnHead.Detail(stage, strip.cycles().get(stage), Align.CENTRE));
            }
            heads.add(new ColumnHead.Bar(stage, strip.cell(), look.style().palette().stage(stage, chart.stages().size())));
        }
        ColumnAxis columns = new ColumnAxis(look, strip.tiers(), chart.stages().stream().map(DataChart.ChartStage::label).toList(), heads);
        columns.left(strip.step(), strip.whole());
        CategoryPlot plot = FramedChart.plot(shares(chart), columns, new CellRenderer(look, definition.cellGap(),
                (pen, area, stage, row, share) -> cell(pen, area, chart.rows().get(row), share)));
        plot.setDataset(1, PlacementRenderer.dataset(chart, definition));
        plot.setRenderer(1, new PlacementRenderer(look, row -> marks(strip, row), (chart.stages().size() - 1) / 2.0));
        return plot;
    }

    /** How the comparison group is spread, where it is shown; each row has all stages, so that each has a cell. */
    private CategoryDataset shares(DataChart chart) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (DataChart.Row row : chart.rows()) {
            for (int stage = 0; stage < chart.stages().size(); stage++) {
                int index = stage;
                Optional<Double> share = row.comparison().filter(comparison -> definition.draws(Layer.COMPARISON))
                        .map(comparison -> comparison.shares().get(index));
                data.addValue(CellRenderer.value(share), Integer.valueOf(stage), row.blockId());
            }
        }
        return data;
    }

    private void cell(ChartPen pen, Rectangle2D area, DataChart.Row row, OptionalDouble share) {
        double line = look.sizes().hairline();
        double corner = 2 * definition.cellCorner();
        Shape cell = new RoundRectangle2D.Double(area.getX() + line / 2, area.getY() + line / 2, area.getWidth() - line,
                area.getHeight() - line, corner, corner);
        if (share.isPresent()) {
            pen.fill(cell, pen.tint(share.getAsDouble()));
            pen.text(BelgianDutch.percentage(share.getAsDouble()), look.font(look.type().detail()), pen.ink(), area.getMaxX() - 3,
                    area.getMaxY() - 3.2, Align.RIGHT);
        }
        if (row.today().isEmpty()) {
            pen.dash(cell, pen.faint(), line);
        } else if (share.isEmpty()) {
            pen.draw(cell, pen.hairline(), line);
        }
    }

    private CategoryPlot context(DataChart chart, Strip strip, String title, Function<DataChart.Row, Set<String>> named, Context mark) {
        List<DataChart.Category> categories = chart.categories();
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (DataChart.Row row : chart.rows()) {
            categories.forEach(category -> data.addValue(named.apply(row).contains(category.id()) ? 1 : 0, category.id(), row.blockId()));
        }
        double width = definition.contextColumn() / 2;
        double pitch = definition.contextPitch();
        double step = Math.min(pitch, (width - pitch / 2) / categories.size());
        List<ColumnHead> heads = new ArrayList<>();
        double middle = (categories.size() - 1) / 2.0;
        heads.add(levelContext(chart)
                ? new ColumnHead.Name(middle, look.fitter().fit(title, look.type().column(), contextHead()), look.ink())
                : new ColumnHead.Upwards(middle, look.fitter().fit(title, look.type().column(), Room.oneLine(UPWARDS)), look.ink()));
        for (int at = 0; at < categories.size(); at++) {
            heads.add(new ColumnHead.Detail(at, look.fitter().fit(categories.get(at).mark(), look.type().detail(),
                    Room.oneLine(width)), Align.CENTRE));
        }
        ColumnAxis columns = new ColumnAxis(look, strip.tiers(), categories.stream().map(DataChart.Category::mark).toList(), heads);
        columns.centre(step, width);
        return FramedChart.plot(data, columns, new CellRenderer(look, 0, (pen, area, column, row, value) -> {
            double x = area.getCenterX();
            double y = area.getCenterY();
            if (value.orElse(0) > 0) {
                mark.of(marks(strip, area.getHeight()), step).paint(pen, x, y);
            } else {
                pen.fill(Mark.disc(x, y, 0.8), pen.faint());
            }
        }));
    }

    /** The mark of a lever or a bottleneck for a column of this width. */
    private interface Context {
        Mark of(DataChartMarks marks, double width);
    }

    private FramedChart.Header header(DataChart chart) {
        String sent = chart.sent().map(day -> "verzonden " + BelgianDutch.date(day)).orElse("concept, nog niet verzonden");
        return new FramedChart.Header(look, "Datagrafiek", chart.title(), chart.centre(), chart.round() + " · " + sent);
    }
}
