package be.zelfscan.chart;

import be.zelfscan.chart.CategoryChart.Mentions;
import be.zelfscan.chart.ColumnAxis.ColumnHead;
import be.zelfscan.chart.ChartPen.Align;
import be.zelfscan.chart.TextFitter.FittedText;
import be.zelfscan.chart.TextFitter.Room;
import be.zelfscan.text.BelgianDutch;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Draws which categories return as lever and as bottleneck: a plot for each category, side by side on the same rows, with levers to the
 * left of its line and bottlenecks to the right. Thread-safe.
 */
public final class CategoryDrawing extends ChartDrawing<CategoryChart> {
    private static final int HEAD_LINES = 3;
    /** Between the line in the middle and what stands beside it. */
    private static final double MIDDLE = 4;
    private static final double NUMBER = 12;

    private final Definition definition;
    private final boolean header;

    /**
     * How a chart of levers and bottlenecks looks, as {@code charts/categorieen.json} says; sizes in points.
     *
     * @param columnGap between the columns of two categories
     * @param bar height of a bar
     * @param triangle width of the marks
     */
    @Serdeable
    record Definition(
            @NotNull @Valid ChartStyle.Rows rows,
            @Positive(message = ChartStyle.ABOVE_ZERO) double columnGap,
            @Positive(message = ChartStyle.ABOVE_ZERO) double bar,
            @Positive(message = ChartStyle.ABOVE_ZERO) double triangle) {}

    /** The series, and their sides of the line. */
    private enum Side {
        LEVER(-1, Align.RIGHT), BOTTLENECK(1, Align.LEFT);

        private final int sign;
        private final Align align;

        Side(int sign, Align align) {
            this.sign = sign;
            this.align = align;
        }

        Count count(Mentions mentions) {
            return this == LEVER ? mentions.levers() : mentions.bottlenecks();
        }
    }

    CategoryDrawing(Look look, Definition definition) {
        this(look, definition, true);
    }

    private CategoryDrawing(Look look, Definition definition, boolean header) {
        super("categorieen", new CategoryText(), look);
        this.definition = definition;
        this.header = header;
    }

    /** The same without its header; used by a page or document that has one of its own. */
    public CategoryDrawing withoutHeader() {
        return new CategoryDrawing(look, definition, false);
    }

    @Override
    CategoryDrawing with(Look other) {
        return new CategoryDrawing(other, definition, header);
    }

    @Override
    FramedChart framed(CategoryChart chart) {
        RowAxis rows = new RowAxis(look, definition.rows(), RowCluster.titles(chart.clusters(), CategoryChart.Row::title));
        CombinedDomainCategoryPlot plot = FramedChart.combined(rows, definition.columnGap(),
                FramedChart.beside(definition.rows().titleColumn(), 0));
        int categories = chart.categories().size();
        double width = (width() - definition.rows().titleColumn() - (categories - 1) * definition.columnGap()) / categories;
        List<FittedText> names = look.fitter().fitAll(
                chart.categories().stream().map(category -> BelgianDutch.capital(category.label())).toList(), look.type().column(),
                new Room(width, HEAD_LINES, Double.MAX_VALUE));
        ColumnAxis.Tiers tiers = new ColumnAxis.Tiers(ColumnAxis.Tiers.tallest(names), ColumnAxis.Tiers.tallest(sides(chart, width)), 0);
        for (int category = 0; category < categories; category++) {
            plot.add(category(chart, category, rows, width, tiers, names.get(category)), 1);
        }
        String centres = BelgianDutch.counted(chart.centres(), "centrum", "centra");
        FramedChart.Header whole = new FramedChart.Header(look, chart.words().helpAndHinder(), chart.title(), chart.group(),
                chart.round() + " · " + centres);
        return new FramedChart(look, plot, rows, tiers.height(), new FramedChart.Frame(Optional.of(whole).filter(shown -> header),
                List.of(),
                List.of(new Legend(look, keys(chart)), FramedChart.note(look,
                        "Getal en balk: hoeveel van %s de categorie bij %s noemen. Een punt: door geen enkel centrum genoemd."
                                .formatted(centres, chart.words().block().thisOne()),
                        1))));
    }

    /** Levers count downwards from zero, bottlenecks upwards; beside the line there is room for a mark and its number. */
    private CategoryPlot category(CategoryChart chart, int category, RowAxis rows, double width, ColumnAxis.Tiers tiers, FittedText name) {
        double room = width / 2 - beside();
        double reach = chart.centres() * (width / 2) / room;
        double gap = chart.centres() * MIDDLE / room;
        List<ColumnHead> heads = new ArrayList<>(List.of(new ColumnHead.Name(0, name, look.ink())));
        List<FittedText> sides = sides(chart, width);
        if (!sides.isEmpty()) {
            heads.add(new ColumnHead.Detail(-gap, sides.getFirst(), Align.RIGHT));
            heads.add(new ColumnHead.Detail(gap, sides.getLast(), Align.LEFT));
        }
        ColumnAxis axis = new ColumnAxis(look, tiers, List.of(chart.categories().get(category).label()), heads);
        axis.setRange(-reach, reach);
        LineBarRenderer renderer = new LineBarRenderer(look, rows, false, definition.bar(),
                (pen, bar, series, row) -> told(pen, bar, Side.values()[series],
                        Side.values()[series].count(chart.rows().get(row).mentions().get(category)),
                        chart.centres()));
        renderer.setSeriesPaint(Side.LEVER.ordinal(), look.darkest());
        renderer.setSeriesPaint(Side.BOTTLENECK.ordinal(), look.paper());
        renderer.setDefaultOutlinePaint(look.darkest());
        renderer.setDefaultOutlineStroke(new BasicStroke(1));
        CategoryPlot plot = FramedChart.plot(counts(chart, category), axis, renderer);
        plot.setRangeZeroBaselineVisible(true);
        LineBarRenderer.lines(plot, look);
        return plot;
    }

    /** The names of the two sides; none where they would be cut, since the legend says them as well. */
    private List<FittedText> sides(CategoryChart chart, double width) {
        List<String> words = List.of(chart.words().lever().one(), chart.words().bottleneck().one());
        Room room = Room.oneLine(width / 2 - MIDDLE);
        return look.fitter().fits(words, look.type().detail(), room) ? look.fitter().fitAll(words, look.type().detail(), room) : List.of();
    }

    private double beside() {
        return MIDDLE + definition.triangle() + 2.5 + NUMBER;
    }

    /** Nothing is a trace of a count, so that it stands on its own side of the line. */
    private static CategoryDataset counts(CategoryChart chart, int category) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (CategoryChart.Row row : chart.rows()) {
            for (Side side : Side.values()) {
                data.addValue(side.sign * Math.max(Double.MIN_VALUE, side.count(row.mentions().get(category)).drawn()), side,
                        row.blockId());
            }
        }
        return data;
    }

    /** A mark and its number at the end of a bar; a point where nobody named the category. */
    private void told(ChartPen pen, Rectangle2D bar, Side side, Count count, int centres) {
        double end = side == Side.LEVER ? bar.getMinX() : bar.getMaxX();
        double axis = bar.getCenterY();
        double mark = end + side.sign * (MIDDLE + definition.triangle() / 2);
        Font font = look.font(2 * count.drawn() >= centres && centres > 1 ? look.type().strong() : look.type().value());
        if (count.equals(new Count.Exactly(0))) {
            pen.fill(Mark.disc(mark, axis, 0.8), pen.faint());
        } else if (count instanceof Count.NotShown) {
            pen.text(count.sign(), font, pen.muted(), mark, ChartPen.middle(font, axis), Align.CENTRE);
        } else {
            mark(side).paint(pen, mark, axis);
            pen.text(count.sign(), font, pen.ink(), mark + side.sign * (definition.triangle() / 2 + 2.5), ChartPen.middle(font, axis),
                    side.align);
        }
    }

    private Mark mark(Side side) {
        return side == Side.LEVER ? Mark.lever(definition.triangle()) : Mark.bottleneck(definition.triangle());
    }

    private List<Legend.Key> keys(CategoryChart chart) {
        List<Legend.Key> keys = new ArrayList<>(List.of(new Legend.Key(9, mark(Side.LEVER), chart.words().lever().one()),
                new Legend.Key(9, mark(Side.BOTTLENECK), chart.words().bottleneck().one())));
        if (chart.centres() > 1) {
            Font font = look.font(look.type().strong());
            keys.add(new Legend.Key(9, (pen, x, y) -> pen.text("7", font, pen.ink(), x, ChartPen.middle(font, y), Align.CENTRE),
                    "vet: genoemd door de helft van de centra of meer"));
        }
        return keys;
    }
}
