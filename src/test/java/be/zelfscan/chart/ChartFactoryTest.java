package be.zelfscan.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import org.junit.jupiter.api.Test;

class ChartFactoryTest {
    private final ChartFactory factory = new ChartFactory();
    private final ChartDefinitionReader reader = new ChartDefinitionReader(ObjectMapper.getDefault());

    @Test
    void everyChartIsMadeOfTheDefinitionsThatTravelWithTheService() {
        Fonts fonts = factory.fonts();
        assertThat(factory.matrixSvg(factory.matrixDrawing(reader, fonts), factory.matrixText()).render(ManyCentres.matrix(3)))
                .startsWith("<svg").contains("class=\"matrix\"");
        assertThat(factory.distributionSvg(factory.distributionDrawing(reader, fonts), factory.distributionText())
                .render(ManyCentres.distribution())).startsWith("<svg").contains("class=\"verdeling\"");
        assertThat(factory.categorySvg(factory.categoryDrawing(reader, fonts), factory.categoryText()).render(ManyCentres.categories(3)))
                .startsWith("<svg").contains("class=\"hefbomen-knelpunten\"");
    }
}
