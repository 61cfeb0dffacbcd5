package be.zelfscan.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws on one canvas in one chart's coordinates. Not thread-safe. */
final class Pen {
    private static final float[] DASHES = {2.2f, 2.2f};
    private static final int HALF_LIGHT = 122;
    private static final double HATCH = 3.6;

    private final Graphics2D canvas;
    private final Fonts fonts;
    private final Palette palette;

    /** Which end of a text stands at the given x. */
    enum Align {
        LEFT(0), CENTRE(0.5), RIGHT(1);

        private final double part;

        Align(double part) {
            this.part = part;
        }
    }

    Pen(Graphics2D canvas, Fonts fonts, Palette palette) {
        this.canvas = canvas;
        this.fonts = fonts;
        this.palette = palette;
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    Color ink() {
        return Palette.color(palette.ink());
    }

    Color muted() {
        return Palette.color(palette.muted());
    }

    Color accent() {
        return Palette.color(palette.accent());
    }

    Color hairline() {
        return Palette.color(palette.hairline());
    }

    Color faint() {
        return Palette.color(palette.faint());
    }

    Color paper() {
        return Palette.color(palette.paper());
    }

    Color darkest() {
        return Palette.color(palette.ramp().getLast());
    }

    Color stage(int index, int stages) {
        return palette.stage(index, stages);
    }

    Color tint(double share) {
        return palette.tint(share);
    }

    Font font(ChartDefinition.Style style) {
        return fonts.font(style.typeface(), style.size());
    }

    double width(String text, Font font) {
        return fonts.width(text, font);
    }

    void text(String text, Font font, Color colour, double x, double baseline, Align align) {
        canvas.setFont(font);
        canvas.setPaint(colour);
        canvas.drawString(text, (float) (x - fonts.width(text, font) * align.part), (float) baseline);
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

    /** Ink or paper, whichever can be read on a stage of this colour. */
    Color on(Color ground) {
        int light = (2126 * ground.getRed() + 7152 * ground.getGreen() + 722 * ground.getBlue()) / 10_000;
        return light > HALF_LIGHT ? ink() : paper();
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
