package be.zelfscan.chart;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Makes the bundled definition and everything that draws by it available to the service. */
@Factory
class ChartFactory {
    @Singleton
    Fonts fonts() {
        return new Fonts();
    }

    @Singleton
    ChartDefinition definition(ChartDefinitionReader reader) {
        return reader.bundled();
    }

    @Singleton
    DataChartDrawing drawing(ChartDefinition definition, Fonts fonts) {
        return new DataChartDrawing(definition, fonts);
    }

    @Singleton
    DataChartText text() {
        return new DataChartText();
    }

    @Singleton
    DataChartSvg svg(DataChartDrawing drawing, DataChartText text) {
        return new DataChartSvg(drawing, text);
    }
}
