package be.zelfscan.chart;

import java.awt.Shape;

/** Draws levers and bottlenecks in the one way that columns and legend share. */
record CategoryMarks(CategoryDefinition definition) {
    void lever(Pen pen, double x, double axis) {
        pen.fill(Marks.triangleUp(x, axis, definition.sizes().triangle()), pen.ink());
    }

    void bottleneck(Pen pen, double x, double axis) {
        Shape shape = Marks.triangleDown(x, axis, definition.sizes().triangle() - 0.6);
        pen.fill(shape, pen.paper());
        pen.draw(shape, pen.ink(), 1.1);
    }
}
