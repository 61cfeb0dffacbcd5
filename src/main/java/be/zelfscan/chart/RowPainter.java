package be.zelfscan.chart;

import be.zelfscan.chart.DataChartLayout.RowPlace;
import be.zelfscan.chart.Pen.Align;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Set;

/** One row: its title, its strip with the placement, its marks. */
final class RowPainter {
    private static final double STAR_COLUMN = 0.3;
    private static final double SHARE_END = 0.95;
    private static final double PRIORITY_COLUMN = 0.73;

    private final ChartDefinition definition;
    private final ChartDefinition.Sizes sizes;
    private final DataChart chart;
    private final DataChartLayout layout;
    private final Pen pen;
    private final MarkPainter marks;

    RowPainter(ChartDefinition definition, DataChart chart, DataChartLayout layout, Pen pen) {
        this.definition = definition;
        this.sizes = definition.sizes();
        this.chart = chart;
        this.layout = layout;
        this.pen = pen;
        this.marks = new MarkPainter(definition, pen, layout.markScale());
    }

    void paint(RowPlace place) {
        pen.linesAround(place.title(), pen.ink(), 0, place.axis(), Align.LEFT);
        cells(place);
        placement(place);
        if (definition.draws(Layer.CLOSING)) {
            closing(place);
        }
        if (layout.hasContext()) {
            context(place);
        }
    }

    private void cells(RowPlace place) {
        boolean answered = place.row().today().isPresent();
        for (int stage = 0; stage < chart.stages().size(); stage++) {
            Shape cell = cell(place, stage);
            if (definition.draws(Layer.COMPARISON) && place.row().comparison().isPresent()) {
                share(place, stage, cell, place.row().comparison().get().shares().get(stage));
            }
            if (!answered) {
                pen.dash(cell, pen.faint(), sizes.hairline());
            } else if (place.row().comparison().isEmpty() || !definition.draws(Layer.COMPARISON)) {
                pen.draw(cell, pen.hairline(), sizes.hairline());
            }
        }
    }

    private Shape cell(RowPlace place, int stage) {
        double inset = sizes.hairline() / 2;
        return new RoundRectangle2D.Double(layout.cellLeft(stage) + inset, place.top() + inset, layout.cellWidth() - 2 * inset,
                place.height() - 2 * inset, 2 * sizes.cellCorner(), 2 * sizes.cellCorner());
    }

    private void share(RowPlace place, int stage, Shape cell, double share) {
        pen.fill(cell, pen.tint(share));
        Font font = pen.font(definition.type().share());
        pen.text(DutchWords.percentage(share), font, pen.ink(), layout.cellLeft(stage) + layout.cellWidth() * SHARE_END,
                place.top() + place.height() - 3.2,
                Align.RIGHT);
    }

    private void placement(RowPlace place) {
        DataChart.Row row = place.row();
        if (definition.draws(Layer.EARLIER)) {
            row.earlier().ifPresent(stage -> marks.earlier(layout.cellCentre(stage), marks.aboveRing(place.axis())));
        }
        if (row.today().isEmpty()) {
            notAnswered(place);
            return;
        }
        double x = layout.cellCentre(row.today().get());
        if (definition.draws(Layer.AMBITION)) {
            ambition(row, x, place.axis());
        }
        marks.today(x, place.axis());
        if (definition.draws(Layer.DIFFERENCES) && row.subgroupsDiffer()) {
            marks.differs(x, Math.min(place.axis() + sizes.ring() * layout.markScale() + 4, place.top() + place.height() - 1.6));
        }
    }

    private void ambition(DataChart.Row row, double x, double y) {
        switch (row.ambition()) {
            case DataChart.Ambition.NotAnswered() -> {
            }
            case DataChart.Ambition.Hold() -> marks.hold(x, y);
            case DataChart.Ambition.Grow(int stage) when stage == row.today().orElseThrow() -> marks.hold(x, y);
            case DataChart.Ambition.Grow(int stage) -> marks.grow(x, layout.cellCentre(stage), y);
        }
    }

    private void notAnswered(RowPlace place) {
        Font font = pen.font(definition.type().notAnswered());
        String text = definition.texts().notAnswered();
        double width = pen.width(text, font) + 14;
        double height = Math.min(13, place.height() - 2);
        double centre = (layout.stripLeft() + layout.stripRight()) / 2;
        Shape pill = new RoundRectangle2D.Double(centre - width / 2, place.axis() - height / 2, width, height, height, height);
        pen.fill(pill, pen.paper());
        pen.dash(pill, pen.faint(), sizes.hairline());
        pen.text(text, font, pen.muted(), centre, place.axis() + font.getSize2D() * 0.35, Align.CENTRE);
    }

    private void closing(RowPlace place) {
        if (place.row().inspiring()) {
            marks.inspiring(sizes.titleColumn() + sizes.closingColumn() * STAR_COLUMN, place.axis());
        }
        place.row().priority().ifPresent(
                number -> marks.priority(sizes.titleColumn() + sizes.closingColumn() * PRIORITY_COLUMN, place.axis(),
                        Integer.toString(number)));
    }

    private void context(RowPlace place) {
        ContextColumns columns = new ContextColumns(definition, chart);
        List<DataChart.Category> categories = chart.categories();
        for (int index = 0; index < categories.size(); index++) {
            String id = categories.get(index).id();
            if (!point(place.row().levers(), id, columns.lever(index), place.axis())) {
                marks.lever(columns.lever(index), place.axis(), columns.pitch());
            }
            if (!point(place.row().bottlenecks(), id, columns.bottleneck(index), place.axis())) {
                marks.bottleneck(columns.bottleneck(index), place.axis(), columns.pitch());
            }
        }
    }

    /** Draws a faint point where a category is absent. */
    private boolean point(Set<String> chosen, String category, double x, double y) {
        if (chosen.contains(category)) {
            return false;
        }
        pen.fill(Marks.disc(x, y, 0.8), pen.faint());
        return true;
    }
}
