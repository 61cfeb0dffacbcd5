package be.zelfscan.chart;

import be.zelfscan.chart.ChartStyle.Palette;
import be.zelfscan.chart.TextFitter.FittedText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws on one canvas in one chart's coordinates. Not thread-safe. */
final class ChartPen {
    private static final float[] DASHES = {2.2f, 2.2f};
    private static final double HATCH = 3.6;

    private final Graphics2D canvas;
    private final Look look;

    /** Which end of a text stands at the given x. */
    enum Align {
        LEFT(0), CENTRE(0.5), RIGHT(1);

        private final double part;

        Align(double part) {
            this.part = part;
        }
    }

    ChartPen(Graphics2D canvas, Look look) {
        this.canvas = canvas;
        this.look = look;
    }

    Color ink() {
        return look.ink();
    }

    Color muted() {
        return look.muted();
    }

    Color accent() {
        return Palette.color(look.style().palette().accent());
    }

    Color hairline() {
        return look.hairline();
    }

    Color faint() {
        return Palette.color(look.style().palette().faint());
    }

    Color paper() {
        return look.paper();
    }

    Color darkest() {
        return look.darkest();
    }

    Color stage(int index, int stages) {
        return look.style().palette().stage(index, stages);
    }

    Color tint(double share) {
        return look.style().palette().tint(share);
    }

    double width(String text, Font font) {
        return look.fonts().width(text, font);
    }

    /** The baseline on which capitals and digits stand around a height. */
    static double middle(Font font, double y) {
        return y + font.getSize2D() * 0.3635;
    }

    void text(String text, Font font, Color colour, double x, double baseline, Align align) {
        canvas.setFont(font);
        canvas.setPaint(colour);
        canvas.drawString(text, (float) (x - look.fonts().width(text, font) * align.part), (float) baseline);
    }

    /** Lines of which the last stands on the given baseline. */
    void linesUpTo(FittedText text, Color colour, double x, double lastBaseline, Align align) {
        for (int index = 0; index < text.lines().size(); index++) {
            double baseline = lastBaseline - (text.lines().size() - 1 - index) * text.leading();
            text(text.lines().get(index), text.font(), colour, x, baseline, align);
        }
    }

    /** Lines of which the first stands on the given baseline. */
    void linesFrom(FittedText text, Color colour, double x, double firstBaseline, Align align) {
        linesUpTo(text, colour, x, firstBaseline + (text.lines().size() - 1) * text.leading(), align);
    }

    /** Lines that are centred around a height. */
    void linesAround(FittedText text, Color colour, double x, double axis, Align align) {
        linesUpTo(text, colour, x, axis + text.height() / 2, align);
    }

    /** Lines that are read upwards, side by side around {@code x}, all of which begin at {@code bottom}. */
    void linesUpwards(FittedText text, Color colour, double x, double bottom) {
        AffineTransform before = canvas.getTransform();
        canvas.rotate(-Math.PI / 2, x, bottom);
        linesAround(text, colour, x, bottom, Align.LEFT);
        canvas.setTransform(before);
    }

    /** Ink or paper, whichever can be read better on a ground of this colour. */
    Color on(Color ground) {
        return look.style().palette().on(ground);
    }

    /** Slanting lines within a rectangle. */
    void hatch(Rectangle2D area, Color colour, double width) {
        Path2D lines = new Path2D.Double();
        for (double start = HATCH; start < area.getWidth() + area.getHeight(); start += HATCH) {
            double left = Math.max(0, start - area.getHeight());
            double top = Math.max(0, start - area.getWidth());
            lines.moveTo(area.getX() + left, area.getY() + start - left);
            lines.lineTo(area.getX() + start - top, area.getY() + top);
        }
        draw(lines, colour, width);
    }

    void fill(Shape shape, Color colour) {
        canvas.setPaint(colour);
        canvas.fill(shape);
    }

    void draw(Shape shape, Color colour, double width) {
        canvas.setPaint(colour);
        canvas.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        canvas.draw(shape);
    }

    void dash(Shape shape, Color colour, double width) {
        canvas.setPaint(colour);
        canvas.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, DASHES, 0f));
        canvas.draw(shape);
    }
}
