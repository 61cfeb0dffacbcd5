package be.zelfscan.chart;

import be.zelfscan.chart.Pen.Align;
import be.zelfscan.chart.SheetLayout.RowPlace;
import be.zelfscan.chart.TextFitter.Room;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Paints the columns of a chart of categories: levers to the left of the middle of a column, bottlenecks to the right, each with its mark and number in
 * one line from top to bottom and a bar that points outwards.
 */
final class CategoryPainter {
    private static final double DETAIL_SPACE = 10;
    private static final double MIDDLE = 4;
    private static final int HEAD_LINES = 3;

    private final CategoryDefinition definition;
    private final CategoryChart chart;
    private final Pen pen;
    private final CategoryMarks marks;

    CategoryPainter(CategoryDefinition definition, CategoryChart chart, Pen pen) {
        this.definition = definition;
        this.chart = chart;
        this.pen = pen;
        this.marks = new CategoryMarks(definition);
    }

    static List<FittedText> labels(CategoryDefinition definition, CategoryChart chart, Fonts fonts) {
        double width = columnWidth(definition, chart);
        List<String> labels = chart.categories().stream().map(category -> DutchWords.capital(category.label())).toList();
        return new TextFitter(fonts).fitAll(labels, definition.type().column(), new Room(width, HEAD_LINES, Double.MAX_VALUE));
    }

    static double headsHeight(CategoryDefinition definition, List<FittedText> labels) {
        return labels.stream().mapToDouble(FittedText::height).max().orElse(0) + DETAIL_SPACE + definition.sizes().headGap();
    }

    private static double columnWidth(CategoryDefinition definition, CategoryChart chart) {
        double room = definition.sheet().width() - definition.sheet().titleColumn();
        int count = chart.categories().size();
        return (room - (count - 1) * definition.sizes().columnGap()) / count;
    }

    private double left(int category) {
        return definition.sheet().titleColumn() + category * (columnWidth(definition, chart) + definition.sizes().columnGap());
    }

    private double middle(int category) {
        return left(category) + columnWidth(definition, chart) / 2;
    }

    void heads(List<FittedText> labels, double bottom) {
        for (int category = 0; category < labels.size(); category++) {
            double base = bottom - definition.sizes().headGap();
            pen.linesUpTo(labels.get(category), pen.ink(), middle(category), base - DETAIL_SPACE, Align.CENTRE);
            var font = pen.font(definition.type().detail());
            pen.text(definition.texts().lever(), font, pen.muted(), middle(category) - MIDDLE - 4, base, Align.RIGHT);
            pen.text(definition.texts().bottleneck(), font, pen.muted(), middle(category) + MIDDLE + 4, base, Align.LEFT);
        }
    }

    void row(RowPlace place, CategoryChart.Row row) {
        for (int category = 0; category < row.named().size(); category++) {
            CategoryChart.Named named = row.named().get(category);
            double middle = middle(category);
            pen.draw(new Line2D.Double(middle, place.top() + 1, middle, place.bottom() - 1), pen.hairline(), definition.sheet().hairline());
            side(category, place.axis(), named.levers(), -1);
            side(category, place.axis(), named.bottlenecks(), 1);
        }
    }

    /** @param side -1 for levers, at the left; 1 for bottlenecks, at the right */
    private void side(int category, double axis, Count told, int side) {
        double middle = middle(category);
        double mark = middle + side * (MIDDLE + definition.sizes().triangle() / 2);
        if (told.equals(new Count.Exactly(0))) {
            pen.fill(Marks.disc(mark, axis, 0.8), pen.faint());
            return;
        }
        int count = told.drawn();
        if (told instanceof Count.NotShown) {
            var font = pen.font(definition.type().value());
            pen.text(told.sign(), font, pen.muted(), mark, axis + font.getSize2D() * 0.36, Align.CENTRE);
            return;
        }
        if (side < 0) {
            marks.lever(pen, mark, axis);
        } else {
            marks.bottleneck(pen, mark, axis);
        }
        boolean half = 2 * count >= chart.centres() && chart.centres() > 1;
        var font = pen.font(half ? definition.type().strong() : definition.type().value());
        double number = middle + side * (MIDDLE + definition.sizes().triangle() + 2.5);
        pen.text(told.sign(), font, pen.ink(), number, axis + font.getSize2D() * 0.36, side < 0 ? Align.RIGHT : Align.LEFT);
        double start = MIDDLE + definition.sizes().number();
        double length = (columnWidth(definition, chart) / 2 - start) * count / chart.centres();
        if (count == 0) {
            return;
        }
        double from = side < 0 ? middle - start - length : middle + start;
        bar(new Rectangle2D.Double(from, axis - definition.sizes().bar() / 2, length, definition.sizes().bar()), side);
    }

    private void bar(Rectangle2D bar, int side) {
        if (side < 0) {
            pen.fill(bar, pen.darkest());
        } else {
            double line = 1;
            Shape inner = new Rectangle2D.Double(bar.getX() + line / 2, bar.getY() + line / 2, Math.max(0.5, bar.getWidth() - line),
                    bar.getHeight() - line);
            pen.draw(inner, pen.darkest(), line);
        }
    }

    static Keys keys(CategoryDefinition definition, CategoryChart chart, Fonts fonts) {
        CategoryMarks marks = new CategoryMarks(definition);
        Keys keys = new Keys(definition, fonts);
        keys.add(9, (pen, left, axis) -> marks.lever(pen, left + 4.5, axis), definition.texts().lever());
        keys.add(9, (pen, left, axis) -> marks.bottleneck(pen, left + 4.5, axis), definition.texts().bottleneck());
        if (chart.centres() > 1) {
            keys.add(9, (pen, left, axis) -> pen.text("7", pen.font(definition.type().strong()), pen.ink(), left + 4.5,
                    axis + definition.type().strong().size() * 0.36, Align.CENTRE), definition.texts().half());
        }
        String centres = chart.centres() == 1 ? definition.texts().centre()
                : definition.texts().centres().replace("{n}", "" + chart.centres());
        return keys.note(definition.texts().explanation().replace("{n}", centres));
    }
}
