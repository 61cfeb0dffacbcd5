package be.zelfscan.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The marks of the chart as shapes, each centred on a point: no font is needed to draw them, and none can be missing. */
final class Marks {
    private static final double INNER_STAR = 0.42;
    private static final double TRIANGLE_HEIGHT = 0.88;

    private Marks() {}

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

    static Shape triangleUp(double x, double y, double width) {
        return triangle(x, y + width * TRIANGLE_HEIGHT / 2, width, -width * TRIANGLE_HEIGHT);
    }

    static Shape triangleDown(double x, double y, double width) {
        return triangle(x, y - width * TRIANGLE_HEIGHT / 2, width, width * TRIANGLE_HEIGHT);
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
