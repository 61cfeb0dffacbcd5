package be.zelfscan.chart;

import be.zelfscan.chart.HeaderPainter.Part;
import be.zelfscan.chart.Pen.Align;
import be.zelfscan.chart.TextFitter.Room;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The heading of the chart and the heads of its columns. */
final class HeadPainter {
    private static final double HEADING_PART = 0.3;

    private final ChartDefinition definition;
    private final DataChart chart;
    private final DataChartLayout layout;
    private final TextFitter fitter;
    private final Pen pen;

    HeadPainter(ChartDefinition definition, DataChart chart, DataChartLayout layout, Fonts fonts, Pen pen) {
        this.definition = definition;
        this.chart = chart;
        this.layout = layout;
        this.fitter = new TextFitter(fonts);
        this.pen = pen;
    }

    void paint() {
        if (definition.draws(Layer.HEADER)) {
            header();
        }
        stages();
        if (layout.hasContext()) {
            ContextColumns columns = new ContextColumns(definition, chart);
            group(definition.texts().levers(), columns.leverCentre(), columns::lever);
            group(definition.texts().bottlenecks(), columns.bottleneckCentre(), columns::bottleneck);
        }
    }

    private void header() {
        ChartDefinition.Type type = definition.type();
        new HeaderPainter(pen, fitter, definition.sizes().width(), definition.sizes().header()).paint(HEADING_PART,
                new Part(definition.texts().heading(), type.heading()), new Part(chart.title(), type.instrument()),
                new Part(chart.centre(), type.centre()), new Part(chart.round() + " · " + sent(), type.round()));
    }

    private String sent() {
        return chart.sent().map(day -> definition.texts().sent().replace("{date}", DutchWords.date(day)))
                .orElse(definition.texts().notSent());
    }

    private void stages() {
        List<DataChart.Stage> stages = chart.stages();
        for (int stage = 0; stage < stages.size(); stage++) {
            double centre = layout.cellCentre(stage);
            pen.linesUpTo(layout.stageLabels().get(stage), pen.ink(), centre, layout.stageBaseline(), Align.CENTRE);
            pen.linesFrom(layout.cycles().get(stage), pen.muted(), centre, layout.cycleBaseline(), Align.CENTRE);
            double bar = definition.sizes().columnHead();
            pen.fill(new Rectangle2D.Double(layout.cellLeft(stage), layout.headsBottom() - bar, layout.cellWidth(), bar),
                    pen.stage(stage, stages.size()));
        }
    }

    private void group(String title, double centre, IntToDoubleFunction column) {
        ChartDefinition.Type type = definition.type();
        double slot = definition.sizes().contextColumn() / 2 - 2;
        pen.linesUpTo(fitter.fit(title, type.context(), Room.oneLine(slot)), pen.ink(), centre, layout.stageBaseline(), Align.CENTRE);
        Font font = pen.font(type.contextMark());
        for (int index = 0; index < chart.categories().size(); index++) {
            pen.text(chart.categories().get(index).mark(), font, pen.muted(), column.applyAsDouble(index), layout.cycleBaseline() + 2,
                    Align.CENTRE);
        }
    }
}
