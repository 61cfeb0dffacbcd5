package be.zelfscan.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/**
 * A mark of a chart, drawn around a point, the same in a row and in the legend; and the shapes that marks are made of: no font is needed to
 * draw them, and none can be missing.
 */
interface Mark {
    double INNER_STAR = 0.42;
    double TRIANGLE_HEIGHT = 0.88;
    double LINE = 0.6;

    void paint(ChartPen pen, double x, double y);

    /** @param width in points */
    static Mark lever(double width) {
        return (pen, x, y) -> pen.fill(triangle(x, y + width * TRIANGLE_HEIGHT / 2, width, -width * TRIANGLE_HEIGHT), pen.ink());
    }

    /** @param width in points */
    static Mark bottleneck(double width) {
        double inner = width - LINE;
        return (pen, x, y) -> {
            Shape shape = triangle(x, y - inner * TRIANGLE_HEIGHT / 2, inner, inner * TRIANGLE_HEIGHT);
            pen.fill(shape, pen.paper());
            pen.draw(shape, pen.ink(), 1.15);
        };
    }

    static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static Shape diamond(double x, double y, double radius) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - radius, y);
        path.lineTo(x, y - radius);
        path.lineTo(x + radius, y);
        path.lineTo(x, y + radius);
        path.closePath();
        return path;
    }

    private static Shape triangle(double x, double base, double width, double height) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - width / 2, base);
        path.lineTo(x + width / 2, base);
        path.lineTo(x, base + height);
        path.closePath();
        return path;
    }

    static Shape star(double x, double y, double radius) {
        Path2D path = new Path2D.Double();
        for (int corner = 0; corner < 10; corner++) {
            double distance = corner % 2 == 0 ? radius : radius * INNER_STAR;
            double angle = Math.PI * (corner / 5.0 - 0.5);
            double cornerX = x + distance * Math.cos(angle);
            double cornerY = y + distance * Math.sin(angle);
            if (corner == 0) {
                path.moveTo(cornerX, cornerY);
            } else {
                path.lineTo(cornerX, cornerY);
            }
        }
        path.closePath();
        return path;
    }

    /** An arrow along a horizontal line, pointing at {@code to}; open, so it is drawn and not filled. */
    static Shape arrow(double from, double to, double y, double head) {
        double back = to - Math.signum(to - from) * head;
        Path2D path = new Path2D.Double();
        path.moveTo(from, y);
        path.lineTo(to, y);
        path.moveTo(back, y - head * 0.8);
        path.lineTo(to, y);
        path.lineTo(back, y + head * 0.8);
        return path;
    }
}
