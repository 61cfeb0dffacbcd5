package be.zelfscan.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Draws each mark of a matrix in the one way that cells and legend share. */
record MatrixMarks(MatrixDefinition definition) {
    private static final double KEY_WIDTH = 14;
    private static final double KEY_HEIGHT = 10;

    Shape shape(Rectangle2D area) {
        double corner = 2 * definition.sizes().cellCorner();
        return new RoundRectangle2D.Double(area.getX(), area.getY(), area.getWidth(), area.getHeight(), corner, corner);
    }

    /** The place of a cell in the legend. */
    Rectangle2D key(double left, double axis) {
        return new Rectangle2D.Double(left, axis - KEY_HEIGHT / 2, KEY_WIDTH, KEY_HEIGHT);
    }

    void stage(Pen pen, double left, double axis, Color colour, String label) {
        Rectangle2D area = key(left, axis);
        pen.fill(shape(area), colour);
        Font font = pen.font(new ChartDefinition.Style(definition.type().value().weight(), 6.8));
        pen.text(label, font, pen.on(colour), area.getCenterX(), axis + font.getSize2D() * 0.36, Pen.Align.CENTRE);
    }

    /** A dashed cell with a dash in it. */
    void notAnswered(Pen pen, Rectangle2D area) {
        Rectangle2D inner = inner(area);
        pen.dash(shape(inner), pen.muted(), definition.sheet().hairline());
        double dash = Math.min(2.6, area.getWidth() / 4);
        Path2D line = new Path2D.Double();
        line.moveTo(area.getCenterX() - dash, area.getCenterY());
        line.lineTo(area.getCenterX() + dash, area.getCenterY());
        pen.draw(line, pen.muted(), 1);
    }

    void notSent(Pen pen, Rectangle2D area) {
        Rectangle2D inner = inner(area);
        pen.hatch(inner, pen.hairline(), definition.sheet().hairline());
        pen.draw(inner, pen.hairline(), definition.sheet().hairline());
    }

    private Rectangle2D inner(Rectangle2D area) {
        double line = definition.sheet().hairline();
        return new Rectangle2D.Double(area.getX() + line / 2, area.getY() + line / 2, area.getWidth() - line, area.getHeight() - line);
    }

    void grows(Pen pen, double x, double axis, Color colour, double scale) {
        pen.draw(Marks.arrow(x - 3.4 * scale, x + 3.4 * scale, axis, 2.6 * scale), colour, 1.1 * Math.sqrt(scale));
    }

    /** Two equal lines. */
    void alike(Pen pen, double left, double axis) {
        Path2D lines = new Path2D.Double();
        lines.moveTo(left, axis - 1.8);
        lines.lineTo(left + 8, axis - 1.8);
        lines.moveTo(left, axis + 1.8);
        lines.lineTo(left + 8, axis + 1.8);
        pen.draw(lines, pen.ink(), 1.5);
    }

    /** An arrow to both sides. */
    void spread(Pen pen, double left, double axis) {
        pen.draw(Marks.arrow(left + 4, left + 9, axis, 2.8), pen.ink(), 1.2);
        pen.draw(Marks.arrow(left + 5, left, axis, 2.8), pen.ink(), 1.2);
    }
}
