package be.zelfscan.chart;

import be.zelfscan.chart.DistributionChart.Bar;
import be.zelfscan.chart.Pen.Align;
import be.zelfscan.chart.SheetLayout.RowPlace;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Paints the bars of a distribution, the stages above and n at the end. */
final class DistributionPainter {
    private static final double[] TICKS = {-1, -0.5, 0, 0.5, 1};

    private final DistributionDefinition definition;
    private final DistributionChart chart;
    private final DistributionLayout layout;
    private final Pen pen;

    DistributionPainter(DistributionDefinition definition, DistributionChart chart, DistributionLayout layout, Pen pen) {
        this.definition = definition;
        this.chart = chart;
        this.layout = layout;
        this.pen = pen;
    }

    void heads() {
        List<FittedText> labels = layout.labels();
        double width = 2 * layout.barLength() / labels.size();
        double left = layout.middle() - layout.barLength();
        double detail = definition.type().detail().size();
        double bottom = layout.rows().headsBottom() - detail - definition.sizes().headGap();
        for (int stage = 0; stage < labels.size(); stage++) {
            double start = left + stage * width;
            pen.linesUpTo(labels.get(stage), pen.ink(), start + width / 2, bottom - definition.sizes().columnHead() - 4, Align.CENTRE);
            pen.fill(new Rectangle2D.Double(start + 0.75, bottom - definition.sizes().columnHead(), width - 1.5,
                    definition.sizes().columnHead()), pen.stage(stage, labels.size()));
        }
        Font font = pen.font(definition.type().detail());
        for (double tick : TICKS) {
            double x = layout.middle() + tick * layout.barLength();
            Align align = tick == -1 ? Align.LEFT : tick == 1 ? Align.RIGHT : Align.CENTRE;
            pen.text(DutchWords.percentage(Math.abs(tick)), font, pen.muted(), x, layout.rows().headsBottom(), align);
        }
    }

    /** The lines behind the bars, a cluster's rows long. */
    void grid() {
        int row = 0;
        for (RowCluster<DistributionChart.Row> cluster : chart.clusters()) {
            if (!cluster.rows().isEmpty()) {
                double top = layout.rows().rows().get(row).top() - 2;
                row += cluster.rows().size();
                double bottom = layout.rows().rows().get(row - 1).bottom() + 2;
                for (double tick : TICKS) {
                    double x = layout.middle() + tick * layout.barLength();
                    pen.draw(new Line2D.Double(x, top, x, bottom), pen.hairline(), definition.sheet().hairline());
                }
            }
        }
    }

    void row(RowPlace place, DistributionChart.Row row) {
        double height = layout.barHeight(place);
        boolean between = chart.stages().size() % 2 == 0;
        if (!between) {
            middle(place);
        }
        for (int bar = 0; bar < row.bars().size(); bar++) {
            if (row.bars().get(bar) instanceof Bar.Counts counts && counts.n() > 0) {
                segments(counts, layout.barTop(place, bar), height);
            }
        }
        if (between) {
            middle(place);
        }
        for (int bar = 0; bar < row.bars().size(); bar++) {
            beside(row.bars().get(bar), layout.barTop(place, bar) + height / 2);
            if (row.bars().size() > 1) {
                pen.linesAround(layout.groups().get(bar), pen.ink(), layout.right() + definition.sizes().endGap(),
                        layout.barTop(place, bar) + height / 2, Align.LEFT);
            }
        }
    }

    private void middle(RowPlace place) {
        pen.draw(new Line2D.Double(layout.middle(), place.top() - 2, layout.middle(), place.bottom() + 2), pen.ink(), 1);
    }

    /** What is said of a bar: how many it counts, or why it is not there. */
    private void beside(Bar bar, double axis) {
        switch (bar) {
            case Bar.TooFew(int atLeast) -> instead(definition.texts().tooFew().replace("{n}", "" + atLeast), axis);
            case Bar.NearlyAll(int stage) -> instead(DistributionText.nearlyAll(chart, stage), axis);
            case Bar.NotShown() -> instead(DistributionText.NOT_SHOWN, axis);
            case Bar.Counts counts when counts.n() == 0 -> instead(definition.texts().nobody(), axis);
            case Bar.Counts counts -> end(definition.texts().n().replace("{n}", "" + counts.n()), axis);
        }
    }

    private void segments(Bar.Counts counts, double top, double height) {
        double left = layout.barLeft(counts);
        Font font = font(height);
        for (int stage = 0; stage < counts.centres().size(); stage++) {
            int count = counts.centres().get(stage);
            double width = layout.barLength() * count / counts.n();
            if (count > 0) {
                Color ground = pen.stage(stage, counts.centres().size());
                Rectangle2D segment = new Rectangle2D.Double(left, top, width, height);
                pen.fill(segment, ground);
                pen.draw(segment, pen.paper(), 0.8);
                number(Integer.toString(count), font, pen.on(ground), segment);
            }
            left += width;
        }
    }

    /** The count, smaller in a narrow segment; a segment without room for it leaves it to the table. */
    private void number(String text, Font font, Color colour, Rectangle2D segment) {
        Font fitting = font;
        while (pen.width(text, fitting) > segment.getWidth() - 1.2 && fitting.getSize2D() > 4.5f) {
            fitting = fitting.deriveFont(fitting.getSize2D() - 0.5f);
        }
        if (pen.width(text, fitting) <= segment.getWidth() - 1) {
            pen.text(text, fitting, colour, segment.getCenterX(), segment.getCenterY() + fitting.getSize2D() * 0.36, Align.CENTRE);
        }
    }

    private Font font(double height) {
        ChartDefinition.Style style = definition.type().value();
        return pen.font(new ChartDefinition.Style(style.weight(), Math.min(style.size(), height * 0.72)));
    }

    private void instead(String text, double axis) {
        Font font = pen.font(definition.type().detail());
        double width = pen.width(text, font) + 8;
        pen.fill(new Rectangle2D.Double(layout.middle() - width / 2, axis - 5, width, 10), pen.paper());
        pen.dash(new Rectangle2D.Double(layout.middle() - width / 2, axis - 5, width, 10), pen.faint(), definition.sheet().hairline());
        pen.text(text, font, pen.muted(), layout.middle(), axis + font.getSize2D() * 0.36, Align.CENTRE);
    }

    private void end(String text, double axis) {
        Font font = pen.font(definition.type().end());
        pen.text(text, font, pen.muted(), definition.sheet().width(), axis + font.getSize2D() * 0.36, Align.RIGHT);
    }
}
