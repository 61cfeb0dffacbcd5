package be.zelfscan.chart;

import be.zelfscan.chart.Pen.Align;
import java.awt.Font;
import java.awt.geom.Line2D;

/** The legend and the notes at the foot. */
final class LegendPainter {
    /** How far letters reach beneath their baseline, as a share of their size: nothing of the last line falls outside the drawing. */
    static final double DESCENT = 0.25;

    private final ChartDefinition definition;
    private final DataChartLayout layout;
    private final Pen pen;
    private final MarkPainter marks;

    LegendPainter(ChartDefinition definition, DataChartLayout layout, Pen pen) {
        this.definition = definition;
        this.layout = layout;
        this.pen = pen;
        this.marks = new MarkPainter(definition, pen, 0.92);
    }

    void paint() {
        LegendLayout legend = layout.legend();
        if (legend.height() == 0) {
            return;
        }
        double top = layout.legendTop();
        double rule = top - definition.sizes().legendGap() * 0.4;
        pen.draw(new Line2D.Double(0, rule, definition.sizes().width(), rule), pen.hairline(), definition.sizes().hairline());
        for (LegendLayout.Item item : legend.items()) {
            double axis = top + (item.line() + 0.5) * definition.sizes().legendLine();
            symbol(item, axis);
            pen.linesAround(item.label(), pen.ink(), item.textX(), axis, Align.LEFT);
        }
        Font font = pen.font(definition.type().note());
        double baseline = top + legend.itemsHeight();
        double descent = definition.type().note().size() * DESCENT;
        for (LegendLayout.Note note : legend.notes()) {
            baseline += definition.sizes().noteLine();
            if (note.earlier()) {
                marks.earlier(4, baseline - descent - definition.type().note().size() * 0.36);
            }
            pen.text(note.text(), font, pen.muted(), note.earlier() ? LegendLayout.EARLIER_INDENT : 0, baseline - descent, Align.LEFT);
        }
    }

    private void symbol(LegendLayout.Item item, double axis) {
        double x = item.centre();
        double room = definition.sizes().contextPitch();
        switch (item.symbol()) {
            case TODAY -> marks.today(x, axis);
            case AMBITION -> marks.ambition(x, axis);
            case HOLD -> {
                marks.hold(x, axis);
                marks.today(x, axis);
            }
            case PRIORITY -> marks.priority(x, axis, "1");
            case INSPIRING -> marks.inspiring(x, axis);
            case DIFFERS -> marks.differs(x, axis);
            case LEVER -> marks.lever(x, axis, room);
            case BOTTLENECK -> marks.bottleneck(x, axis, room);
            case LETTER ->
                pen.text(item.letter(), pen.font(new ChartDefinition.Style(600, definition.type().legend().size())), pen.ink(), item.x(),
                        axis + item.label().capitals() / 2, Align.LEFT);
        }
    }
}
