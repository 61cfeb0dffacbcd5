package be.zelfscan.chart;

import static be.zelfscan.chart.DataCharts.HOLD;
import static be.zelfscan.chart.DataCharts.plain;
import static be.zelfscan.chart.DataCharts.row;
import static be.zelfscan.chart.DataCharts.spread;
import static be.zelfscan.chart.DataCharts.to;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.chart.DataChart.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DataChartTest {
    static Stream<Arguments> rowsThatDoNotFit() {
        return Stream.of(Arguments.of(plain("Preventie", 4, HOLD), "the stage of Preventie"),
                Arguments.of(plain("Preventie", 0, to(4)), "the ambition"),
                Arguments.of(row("Preventie", 0, HOLD, "X", "", 0, false, false, Optional.empty()), "known categories"),
                Arguments.of(row("Preventie", 0, HOLD, "", "", 0, false, false, spread(0.5, 0.5)), "a share for each stage"));
    }

    @ParameterizedTest
    @MethodSource("rowsThatDoNotFit")
    void aRowThatDoesNotFitTheInstrumentIsRefused(Row row, String reason) {
        assertRefused(List.of(new RowCluster<>("Cluster", List.of(row))), reason);
    }

    @Test
    void aBlockStandsInOneRow() {
        RowCluster<DataChart.Row> cluster = new RowCluster<>("Cluster", List.of(plain("Preventie", 0, HOLD)));
        assertRefused(List.of(cluster, cluster), "not Preventie twice");
    }

    @Test
    void aChartWithoutRowsIsRefused() {
        assertRefused(List.of(new RowCluster<>("Cluster", List.of())), "at least one block");
    }

    @Test
    void aScaleHasTwoToNineStages() {
        assertThatThrownBy(() -> DataCharts.scale(1, 1, 1, "Blok")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DataCharts.scale(10, 1, 1, "Blok")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesAreSharesOfSomeCentres() {
        assertThatThrownBy(() -> spread(0.6, 0.6, 0, 0)).hasMessageContaining("at most 1");
        assertThatThrownBy(() -> spread(-0.1, 0.6, 0, 0)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> new DataChart.Comparison(List.of(1.0), 0)).hasMessageContaining("at least one centre");
    }

    @Test
    void anEarlierStageIsOfTheScaleAndOfARound() {
        DataChart chart = DataCharts.north();
        assertThatThrownBy(() -> chart.since("Afname 2022–2023", Map.of("Preventie", 4)))
                .hasMessageContaining("the earlier stage of Preventie");
        DataChart followed = chart.since("Afname 2022–2023", Map.of("Preventie", 3));
        assertThatThrownBy(() -> DataCharts.chart("Noord", followed.clusters())).hasMessageContaining("the title of the round");
    }

    private static void assertRefused(List<RowCluster<DataChart.Row>> clusters, String reason) {
        assertThatThrownBy(() -> DataCharts.chart("Noord", clusters)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
