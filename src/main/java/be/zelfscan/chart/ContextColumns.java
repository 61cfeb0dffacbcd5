package be.zelfscan.chart;

/** The columns of levers and bottlenecks at the right edge, so that each category can be read downwards. */
final class ContextColumns {
    private final double slot;
    private final double pitch;
    private final double left;
    private final int count;

    ContextColumns(ChartDefinition definition, DataChart chart) {
        ChartDefinition.Sizes sizes = definition.sizes();
        this.slot = sizes.contextColumn() / 2;
        this.count = chart.categories().size();
        this.pitch = Math.min(sizes.contextPitch(), (slot - sizes.contextPitch() / 2) / count);
        this.left = sizes.width() - sizes.contextColumn();
    }

    double pitch() {
        return pitch;
    }

    double leverCentre() {
        return left + slot / 2;
    }

    double bottleneckCentre() {
        return left + slot * 1.5;
    }

    double lever(int category) {
        return leverCentre() + offset(category);
    }

    double bottleneck(int category) {
        return bottleneckCentre() + offset(category);
    }

    private double offset(int category) {
        return (category - (count - 1) / 2.0) * pitch;
    }
}
