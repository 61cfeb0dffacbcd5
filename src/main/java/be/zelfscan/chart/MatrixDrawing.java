package be.zelfscan.chart;

import be.zelfscan.chart.ChartPen.Align;
import be.zelfscan.chart.TextFitter.FittedText;
import be.zelfscan.chart.TextFitter.Room;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws centres side by side: a column for each, the stage in each cell, at the end of a row how far they agree. Thread-safe. */
public final class MatrixDrawing extends ChartDrawing<MatrixChart> {
    private static final String STATEMENT = "Elk centrum heeft zichzelf geplaatst. De %s houden geen waardeoordeel in; "
            + "de volgorde van de centra is geen rangorde.";
    /** A second count stays with its stage when the words break into lines. */
    private static final Pattern TIE = Pattern.compile("(, \\d+) ");
    private static final int NAME_LINES = 4;
    private static final double CELL_MARGIN = 1.5;
    /** Room for the arrow behind the name of a stage. */
    private static final double ARROW = 9;
    private static final double END_MARK = 14;
    private static final double NARROW = 26;
    private static final int MOST_LETTERS = 3;
    private static final double KEY_WIDTH = 14;
    private static final double KEY_HEIGHT = 10;

    private final Definition definition;
    private final boolean header;

    /**
     * How a matrix of centres and building blocks looks, as {@code charts/matrix.json} says; sizes in points.
     *
     * @param widestCell how wide a cell becomes at most
     * @param cellGap between two cells
     * @param endColumn room at the end of a row for what it says about agreement, with its mark
     * @param head height that names of centres may take when they are read upwards
     */
    @Serdeable
    record Definition(
            @NotNull @Valid ChartStyle.Rows rows,
            @Positive(message = ChartStyle.ABOVE_ZERO) double widestCell,
            @Positive(message = ChartStyle.ABOVE_ZERO) double cellGap,
            @Positive(message = ChartStyle.ABOVE_ZERO) double cellCorner,
            @Positive(message = ChartStyle.ABOVE_ZERO) double endGap,
            @Positive(message = ChartStyle.ABOVE_ZERO) double endColumn,
            @Positive(message = ChartStyle.ABOVE_ZERO) double head) {}

    MatrixDrawing(Look look, Definition definition) {
        this(look, definition, true);
    }

    private MatrixDrawing(Look look, Definition definition, boolean header) {
        super("matrix", new MatrixText(), look);
        this.definition = definition;
        this.header = header;
    }

    /** The same without its header; used by a page or document that has one of its own. */
    public MatrixDrawing withoutHeader() {
        return new MatrixDrawing(look, definition, false);
    }

    @Override
    MatrixDrawing with(Look other) {
        return new MatrixDrawing(other, definition, header);
    }

    @Override
    FramedChart framed(MatrixChart chart) {
        int shown = chart.shown().count();
        double step = step(chart);
        double strip = Math.ceil(shown * step);
        RowAxis rows = new RowAxis(look, definition.rows(), RowCluster.titles(chart.clusters(), MatrixChart.Row::title));
        ColumnAxis.ColumnNames names = ColumnAxis.ColumnNames.of(look,
                chart.centres().stream().map(MatrixChart.CentreColumn::name).toList(), step,
                NAME_LINES,
                definition.head());
        ColumnAxis.Tiers tiers = new ColumnAxis.Tiers(names.height(look), 0, 0);
        List<ColumnAxis.ColumnHead> heads = new ArrayList<>();
        for (int column = 0; column < shown; column++) {
            Color colour = chart.columns().get(column).sent() ? look.ink() : look.muted();
            heads.add(names.shifted(chart.shown().from()).head(column, colour));
        }
        ColumnAxis columns = new ColumnAxis(look, tiers, chart.columns().stream().map(MatrixChart.CentreColumn::name).toList(), heads);
        columns.left(step, strip);
        Labels labels = labels(chart);
        CategoryPlot plot = FramedChart.plot(stages(chart), columns, new CellRenderer(look, definition.cellGap(),
                (pen, area, column, row, stage) -> cell(pen, area, chart, labels, chart.shown().from() + column, row, stage)));
        plot.setDomainAxis(rows);
        plot.setDomainAxis(1, new RowAxis.Ends(look, rows, rows.count(),
                (pen, room, row) -> agreement(pen, room, MatrixChart.StageCounts.of(chart, chart.rows().get(row)), chart)));
        plot.setDomainAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
        double left = definition.rows().titleColumn();
        plot.setFixedDomainAxisSpace(FramedChart.beside(left, width() - left - strip));
        MatrixChart.Shown part = chart.shown();
        String which = shown == chart.centres().size() ? ""
                : " · centra %d tot %d van %d".formatted(part.from() + 1, part.end(), chart.centres().size());
        FramedChart.Header whole = new FramedChart.Header(look, "Centra naast elkaar", chart.title(), chart.group(), chart.round() + which);
        return new FramedChart(look, plot, rows, tiers.height(),
                new FramedChart.Frame(Optional.of(whole).filter(wanted -> header), List.of(),
                        List.of(new Legend(look, keys(chart)),
                                FramedChart.note(look, STATEMENT.formatted(chart.words().stage().many()), 1))));
    }

    /** From one column to the next. */
    private double step(MatrixChart chart) {
        double strip = width() - definition.rows().titleColumn() - definition.endGap() - definition.endColumn();
        return Math.min(definition.widestCell() + definition.cellGap(), Math.floor(strip) / chart.shown().room());
    }

    private static CategoryDataset stages(MatrixChart chart) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (MatrixChart.Row row : chart.rows()) {
            for (int column = chart.shown().from(); column < chart.shown().end(); column++) {
                data.addValue(CellRenderer.value(row.cells().get(column).today()), Integer.valueOf(column), row.blockId());
            }
        }
        return data;
    }

    /**
     * What stands in the cells.
     *
     * @param whole whether there is room for the names of the stages, and not only for their first letters
     */
    private record Labels(List<String> labels, boolean whole) {}

    private Labels labels(MatrixChart chart) {
        Font font = look.font(look.type().value());
        double room = step(chart) - definition.cellGap() - CELL_MARGIN;
        Set<Integer> growing = chart.rows().stream().flatMap(row -> row.cells().stream()).filter(MatrixChart.Cell::grows)
                .flatMap(cell -> cell.today().stream()).collect(Collectors.toSet());
        List<String> names = chart.stages().stream().map(DataChart.ChartStage::label).toList();
        boolean whole = IntStream.range(0, names.size())
                .allMatch(stage -> look.fonts().width(names.get(stage), font) + (growing.contains(stage) ? ARROW : 0) < room);
        return new Labels(whole ? names : shortLabels(chart.stages()), whole);
    }

    /** The fewest first letters, equally many of each, that tell all stages apart; numbers from 1 where three do not. */
    static List<String> shortLabels(List<DataChart.ChartStage> stages) {
        for (int letters = 1; letters <= MOST_LETTERS; letters++) {
            int length = letters;
            List<String> labels = stages.stream().map(stage -> first(stage.label().strip(), length)).toList();
            if (labels.stream().map(label -> label.toLowerCase(Locale.ROOT)).distinct().count() == labels.size()) {
                return labels;
            }
        }
        return IntStream.rangeClosed(1, stages.size()).mapToObj(Integer::toString).toList();
    }

    private static String first(String label, int letters) {
        return label.substring(0, label.offsetByCodePoints(0, Math.min(letters, label.codePointCount(0, label.length()))));
    }

    private void cell(ChartPen pen, Rectangle2D area, MatrixChart chart, Labels labels, int centre, int row, OptionalDouble stage) {
        if (!chart.centres().get(centre).sent()) {
            notSent(pen, area);
        } else if (stage.isEmpty()) {
            notAnswered(pen, area);
        } else {
            placed(pen, area, (int) stage.getAsDouble(), chart.rows().get(row).cells().get(centre).grows(), labels, chart.stages().size());
        }
    }

    private void placed(ChartPen pen, Rectangle2D area, int stage, boolean grows, Labels labels, int stages) {
        Color ground = pen.stage(stage, stages);
        pen.fill(shape(area), ground);
        String label = labels.labels().get(stage);
        Font font = look.font(look.type().value());
        boolean narrow = grows && area.getWidth() < NARROW;
        double room = narrow ? Math.min(2.6, area.getWidth() * 0.2) : grows && labels.whole() ? ARROW / 2 : 0;
        double centre = area.getCenterX() - room;
        pen.text(label, font, pen.on(ground), centre, ChartPen.middle(font, area.getCenterY()), Align.CENTRE);
        if (grows) {
            double x = narrow ? area.getMaxX() - Math.min(4.4, area.getWidth() * 0.23)
                    : Math.min(area.getMaxX() - 5, centre + pen.width(label, font) / 2 + ARROW * 0.65);
            grows(pen, x, area.getCenterY(), pen.on(ground), narrow ? 0.62 : 1);
        }
    }

    private Shape shape(Rectangle2D area) {
        double corner = 2 * definition.cellCorner();
        return new RoundRectangle2D.Double(area.getX(), area.getY(), area.getWidth(), area.getHeight(), corner, corner);
    }

    /** A dashed cell with a dash in it. */
    private void notAnswered(ChartPen pen, Rectangle2D area) {
        pen.dash(shape(inner(area)), pen.muted(), look.sizes().hairline());
        double dash = Math.min(2.6, area.getWidth() / 4);
        pen.draw(new Line2D.Double(area.getCenterX() - dash, area.getCenterY(), area.getCenterX() + dash, area.getCenterY()), pen.muted(),
                1);
    }

    private void notSent(ChartPen pen, Rectangle2D area) {
        pen.hatch(inner(area), pen.hairline(), look.sizes().hairline());
        pen.draw(inner(area), pen.hairline(), look.sizes().hairline());
    }

    private Rectangle2D inner(Rectangle2D area) {
        double line = look.sizes().hairline();
        return new Rectangle2D.Double(area.getX() + line / 2, area.getY() + line / 2, area.getWidth() - line, area.getHeight() - line);
    }

    private static void grows(ChartPen pen, double x, double axis, Color colour, double scale) {
        pen.draw(Mark.arrow(x - 3.4 * scale, x + 3.4 * scale, axis, 2.6 * scale), colour, 1.1 * Math.sqrt(scale));
    }

    /** Two equal lines. */
    private static void alike(ChartPen pen, double x, double axis) {
        Path2D lines = new Path2D.Double();
        for (double y : new double[]{axis - 1.8, axis + 1.8}) {
            lines.moveTo(x - 4, y);
            lines.lineTo(x + 4, y);
        }
        pen.draw(lines, pen.ink(), 1.5);
    }

    /** An arrow to both sides. */
    private static void spread(ChartPen pen, double x, double axis) {
        pen.draw(Mark.arrow(x - 0.5, x + 4.5, axis, 2.8), pen.ink(), 1.2);
        pen.draw(Mark.arrow(x + 0.5, x - 4.5, axis, 2.8), pen.ink(), 1.2);
    }

    private void agreement(ChartPen pen, Rectangle2D room, MatrixChart.StageCounts agreement, MatrixChart chart) {
        double left = room.getX() + definition.endGap();
        boolean stands = agreement.alike() || agreement.spread();
        if (stands) {
            Mark mark = agreement.alike() ? MatrixDrawing::alike : MatrixDrawing::spread;
            mark.paint(pen, left + 4.5, room.getCenterY());
        }
        String words = agreement.words(chart.stages(), chart.words().stage());
        if (!words.isEmpty()) {
            ChartStyle.Face face = new ChartStyle.Face(stands ? 600 : 400, look.type().value().size());
            FittedText text = look.fitter().fit(TIE.matcher(words).replaceAll("$1\u00a0"), face,
                    new Room(definition.endColumn() - END_MARK, 2, room.getHeight()));
            pen.linesAround(text, stands ? pen.ink() : pen.muted(), left + END_MARK, room.getCenterY(), Align.LEFT);
        }
    }

    private List<Legend.Key> keys(MatrixChart chart) {
        List<DataChart.ChartStage> stages = chart.stages();
        List<String> letters = shortLabels(stages);
        List<Legend.Key> keys = new ArrayList<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            String letter = letters.get(stage);
            Color ground = look.style().palette().stage(stage, stages.size());
            keys.add(new Legend.Key(KEY_WIDTH, (pen, x, y) -> {
                pen.fill(shape(key(x, y)), ground);
                Font font = look.font(look.type().value());
                pen.text(letter, font, pen.on(ground), x, ChartPen.middle(font, y), Align.CENTRE);
            }, stages.get(stage).label()));
        }
        keys.add(new Legend.Key(8, (pen, x, y) -> grows(pen, x, y, pen.ink(), 1), "wil evolueren"));
        keys.add(new Legend.Key(KEY_WIDTH, (pen, x, y) -> notAnswered(pen, key(x, y)), "niet ingevuld"));
        keys.add(new Legend.Key(KEY_WIDTH, (pen, x, y) -> notSent(pen, key(x, y)), "niet verzonden"));
        if (chart.centres().size() > 1) {
            keys.add(new Legend.Key(9, MatrixDrawing::alike, "alle centra gelijk"));
            if (chart.stages().size() > 2) {
                keys.add(new Legend.Key(9, MatrixDrawing::spread, "verspreid over drie of meer " + chart.words().stage().many()));
            }
        }
        return keys;
    }

    private static Rectangle2D key(double x, double y) {
        return new Rectangle2D.Double(x - KEY_WIDTH / 2, y - KEY_HEIGHT / 2, KEY_WIDTH, KEY_HEIGHT);
    }
}
