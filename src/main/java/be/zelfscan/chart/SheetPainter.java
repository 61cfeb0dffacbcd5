package be.zelfscan.chart;

import be.zelfscan.chart.HeaderPainter.Part;
import be.zelfscan.chart.Pen.Align;
import java.awt.geom.Line2D;

/** Paints what the charts of many centres share: header, titles of clusters and rows, legend. */
record SheetPainter(SheetDefinition definition, SheetLayout layout, Pen pen) {
    private static final double HEADING_PART = 0.45;

    void header(TextFitter fitter, String heading, String instrument, String group, String round) {
        Sheet sheet = definition.sheet();
        if (sheet.header() > 0) {
            SheetType type = definition.type();
            new HeaderPainter(pen, fitter, sheet.width(), sheet.header()).paint(HEADING_PART, new Part(heading, type.heading()),
                    new Part(instrument, type.instrument()), new Part(group, type.group()), new Part(round, type.round()));
        }
    }

    /** @param right where the lines under the titles of clusters end */
    void clusters(double right) {
        for (SheetLayout.Heading heading : layout.headings()) {
            pen.linesUpTo(heading.title(), pen.darkest(), 0, heading.baseline(), Align.LEFT);
            pen.draw(new Line2D.Double(0, heading.rule(), right, heading.rule()), pen.hairline(), definition.sheet().hairline());
        }
    }

    void title(SheetLayout.RowPlace row) {
        pen.linesAround(row.title(), pen.ink(), 0, row.axis(), Align.LEFT);
    }

    void legend() {
        double rule = layout.legendTop() - definition.sheet().legendGap() * 0.4;
        pen.draw(new Line2D.Double(0, rule, definition.sheet().width(), rule), pen.hairline(), definition.sheet().hairline());
        layout.keys().paint(pen, layout.legendTop());
    }
}
