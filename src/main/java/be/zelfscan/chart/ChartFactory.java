package be.zelfscan.chart;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Makes the bundled definitions and everything that draws by it available to the service. */
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

    @Singleton
    MatrixDrawing matrixDrawing(ChartDefinitionReader reader, Fonts fonts) {
        return new MatrixDrawing(reader.matrix(), fonts);
    }

    @Singleton
    MatrixText matrixText() {
        return new MatrixText();
    }

    @Singleton
    MatrixSvg matrixSvg(MatrixDrawing drawing, MatrixText text) {
        return new MatrixSvg(drawing, text);
    }

    @Singleton
    DistributionDrawing distributionDrawing(ChartDefinitionReader reader, Fonts fonts) {
        return new DistributionDrawing(reader.distribution(), fonts);
    }

    @Singleton
    DistributionText distributionText() {
        return new DistributionText();
    }

    @Singleton
    DistributionSvg distributionSvg(DistributionDrawing drawing, DistributionText text) {
        return new DistributionSvg(drawing, text);
    }

    @Singleton
    CategoryDrawing categoryDrawing(ChartDefinitionReader reader, Fonts fonts) {
        return new CategoryDrawing(reader.categories(), fonts);
    }

    @Singleton
    CategoryText categoryText() {
        return new CategoryText();
    }

    @Singleton
    CategorySvg categorySvg(CategoryDrawing drawing, CategoryText text) {
        return new CategorySvg(drawing, text);
    }
}
