package be.zelfscan.chart;

import be.zelfscan.chart.Pen.Align;
import java.awt.Font;
import java.awt.Shape;

/** Draws each mark in the one way that rows and legend share. */
final class MarkPainter {
    private static final double PRIORITY_RADIUS = 6.4;
    private static final double STAR_RADIUS = 6.2;
    private static final double TRIANGLE = 9;
    private static final double EARLIER_RADIUS = 3.1;
    private static final double DIGIT_HEIGHT = 0.727;

    private final ChartDefinition definition;
    private final ChartDefinition.Sizes sizes;
    private final Pen pen;
    private final double scale;

    MarkPainter(ChartDefinition definition, Pen pen, double scale) {
        this.definition = definition;
        this.sizes = definition.sizes();
        this.pen = pen;
        this.scale = scale;
    }

    void today(double x, double y) {
        pen.fill(Marks.disc(x, y, sizes.dot() * scale), pen.ink());
    }

    void hold(double x, double y) {
        pen.draw(Marks.disc(x, y, sizes.ring() * scale), pen.ink(), line() * 0.85);
    }

    void ambition(double x, double y) {
        Shape dot = Marks.disc(x, y, sizes.dot() * scale - line() / 2);
        pen.fill(dot, pen.paper());
        pen.draw(dot, pen.ink(), line() * 1.1);
    }

    void grow(double from, double to, double y) {
        double towards = Math.signum(to - from);
        double end = to - towards * (sizes.dot() * scale + 1);
        pen.draw(Marks.arrow(from, end, y, 3.8 * scale), pen.ink(), line());
        ambition(to, y);
    }

    /** Where a mark has room between the top of a row and the ring on its axis. */
    double aboveRing(double axis) {
        return axis - (sizes.ring() + EARLIER_RADIUS + 1.2) * scale;
    }

    void earlier(double x, double y) {
        Shape diamond = Marks.diamond(x, y, EARLIER_RADIUS * scale);
        pen.fill(diamond, pen.faint());
        pen.draw(diamond, pen.muted(), 0.7);
    }

    void differs(double x, double y) {
        for (int dot = -1; dot <= 1; dot++) {
            pen.fill(Marks.disc(x + dot * 2.8, y, 0.95), pen.ink());
        }
    }

    void inspiring(double x, double y) {
        pen.fill(Marks.star(x, y, STAR_RADIUS * scale), pen.accent());
    }

    void priority(double x, double y, String number) {
        pen.draw(Marks.disc(x, y, PRIORITY_RADIUS * scale), pen.accent(), 1.2);
        ChartDefinition.Style style = definition.type().priority();
        Font font = pen.font(new ChartDefinition.Style(style.weight(), style.size() * scale));
        pen.text(number, font, pen.accent(), x, y + font.getSize2D() * DIGIT_HEIGHT / 2, Align.CENTRE);
    }

    void lever(double x, double y, double room) {
        pen.fill(Marks.triangleUp(x, y, triangle(room)), pen.ink());
    }

    void bottleneck(double x, double y, double room) {
        Shape shape = Marks.triangleDown(x, y, triangle(room) - 0.6);
        pen.fill(shape, pen.paper());
        pen.draw(shape, pen.ink(), 1.15);
    }

    private double line() {
        return sizes.line() * Math.sqrt(scale);
    }

    private double triangle(double room) {
        return Math.min(TRIANGLE * scale, room - 2.5);
    }
}
