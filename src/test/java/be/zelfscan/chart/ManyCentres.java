package be.zelfscan.chart;

import be.zelfscan.chart.DistributionChart.Bar;
import be.zelfscan.chart.MatrixChart.Cell;
import be.zelfscan.chart.MatrixChart.CentreColumn;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Invented charts of many centres, with the clusters and blocks of the datagrafiek of {@link DataCharts#north()}. */
final class ManyCentres {
    static final String LONG = "Centrum voor leerlingenbegeleiding Heuvelland-Stroomgebied en Omstreken";

    private ManyCentres() {}

    static MatrixDrawing matrixDrawing() {
        return DataCharts.charts().matrix();
    }

    static DistributionDrawing distributionDrawing() {
        return DataCharts.charts().distribution();
    }

    static CategoryDrawing categoryDrawing() {
        return DataCharts.charts().categories();
    }

    /** Every third centre wants to grow; the last of more than three has not sent. */
    static MatrixChart matrix(int count, BiFunction<Integer, Integer, Cell> cell) {
        List<CentreColumn> centres = IntStream.range(0, count)
                .mapToObj(index -> new CentreColumn(index % 8 == 2 ? LONG + " " + index : "CLB " + (char) ('A' + index),
                        count < 4 || index < count - 1))
                .toList();
        int[] row = {0};
        List<RowCluster<MatrixChart.Row>> clusters = DataCharts.north().clusters().stream().map(cluster -> new RowCluster<>(cluster.title(),
                cluster.rows().stream().map(block -> {
                    int number = row[0]++;
                    return new MatrixChart.Row(block.blockId(), block.title(), IntStream.range(0, count)
                            .mapToObj(index -> centres.get(index).sent() ? cell.apply(number, index) : Cell.EMPTY).toList());
                }).toList())).toList();
        return new MatrixChart("GO! poolster-CLB in beeld", DataCharts.WORDS, "Scholengroep Demostroom", "Afname 2025–2026",
                DataCharts.FOUR_STAGES, centres,
                clusters);
    }

    static MatrixChart matrix(int count) {
        return matrix(count, (row, centre) -> {
            int stage = row == 2 ? 1 : (row * 3 + centre * 5 + row * centre) % 4;
            return new Cell(Optional.of(stage), centre % 3 == 0 && stage < 3 ? Optional.of(stage + 1) : Optional.empty());
        });
    }

    static DistributionChart distribution(List<DataChart.ChartStage> stages, List<String> groups, BiFunction<Integer, Integer, Bar> bar) {
        int[] row = {0};
        List<RowCluster<DistributionChart.Row>> clusters = DataCharts.north().clusters().stream()
                .map(cluster -> new RowCluster<>(cluster.title(), cluster.rows().stream().map(block -> {
                    int number = row[0]++;
                    return new DistributionChart.Row(block.blockId(), block.title(),
                            IntStream.range(0, groups.size()).mapToObj(group -> bar.apply(number, group)).toList());
                }).toList())).toList();
        return new DistributionChart("GO! poolster-CLB in beeld", DataCharts.WORDS, "Afname 2025–2026", stages, groups, clusters);
    }

    static DistributionChart distribution() {
        return distribution(DataCharts.FOUR_STAGES, List.of("GO!"), (row, group) -> counts(row % 3, 5, 4, 2));
    }

    static Bar.Counts counts(Integer... counts) {
        return new Bar.Counts(List.of(counts));
    }

    static CategoryChart categories(int centres) {
        int[] row = {0};
        List<RowCluster<CategoryChart.Row>> clusters = DataCharts.north().clusters().stream()
                .map(cluster -> new RowCluster<>(cluster.title(), cluster.rows().stream().map(block -> {
                    int number = row[0]++;
                    return new CategoryChart.Row(block.blockId(), block.title(), IntStream.range(0, 3)
                            .mapToObj(at -> new CategoryChart.Mentions((number + at) % (centres + 1), number * at % (centres + 1)))
                            .toList());
                }).toList())).toList();
        return new CategoryChart("GO! poolster-CLB in beeld", DataCharts.WORDS, "GO!", "Afname 2025–2026", centres, DataCharts.CATEGORIES,
                clusters);
    }
}
