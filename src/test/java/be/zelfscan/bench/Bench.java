package be.zelfscan.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How fast the packaged service is, beside a floor measured in the same run where there is one. Prints a table and writes
 * {@code target/bench.json}; judges nothing. {@code mvn -Pbench verify} runs all of it, {@code -Dbench=save,page} some.
 */
public final class Bench {
    /**
     * A figure.
     *
     * @param clients how many asked at once
     * @param value in its unit
     * @param floor what does no more than has to be done for the same, in the same unit; 0 where there is none
     * @param ratio value to floor; 0 where there is none
     * @param p50Ms milliseconds that half of the units of work took at most
     * @param p99Ms milliseconds that 99 of 100 took at most
     * @param serviceMs milliseconds of processor time of the service, a unit of work
     * @param databaseMs of PostgreSQL, a unit of work
     * @param clientMs of whoever asked, a unit of work; it runs on the same machine
     */
    record Row(String name, int clients, double value, String unit, double floor, double ratio, @JsonProperty("p50_ms") double p50Ms,
            @JsonProperty("p99_ms") double p99Ms, @JsonProperty("service_ms") double serviceMs,
            @JsonProperty("database_ms") double databaseMs,
            @JsonProperty("client_ms") double clientMs) {
        /** How often a second. */
        static Row of(String name, int clients, Load load, double floor) {
            return new Row(name, clients, load.perSecond(), "/s", floor, floor > 0 ? load.perSecond() / floor : 0, load.p50(), load.p99(),
                    load.serviceMs(), load.databaseMs(), load.clientMs());
        }

        static Row of(String name, int clients, double value, String unit, double floor) {
            return new Row(name, clients, value, unit, floor, floor > 0 ? value / floor : 0, 0, 0, 0, 0, 0);
        }
    }

    /** Measures something, and says each figure when it has it. */
    interface Measurement {
        void run(Path folder, Consumer<Row> rows) throws Exception;
    }

    private Bench() {}

    /** @param arguments which measurements, with commas between them; "all" for each */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of("target", "bench-" + System.currentTimeMillis());
        List<Row> rows = new ArrayList<>();
        try (AnsweringBench answering = new AnsweringBench(folder.resolve("answering"))) {
            Map<String, Measurement> measurements = new LinkedHashMap<>();
            measurements.put("start", OperationBench::start);
            measurements.put("flow", (own, each) -> answering.flow(each));
            measurements.put("page", (own, each) -> answering.page(each));
            measurements.put("save", (own, each) -> answering.save(each));
            measurements.put("scale", (own, each) -> answering.scale(each));
            measurements.put("cold", (own, each) -> answering.cold(each));
            measurements.put("pdf", ReportBench::pdf);
            measurements.put("mailout", ReportBench::mailout);
            measurements.put("compare", ComparisonBench::compare);
            measurements.put("live", LiveBench::live);
            measurements.put("memory", OperationBench::memory);
            List<String> names = arguments[0].equals("all") ? List.copyOf(measurements.keySet()) : List.of(arguments[0].split(","));
            if (!measurements.keySet().containsAll(names)) {
                throw new IllegalArgumentException("Known are " + measurements.keySet() + ", not all of " + names);
            }
            print("%-22s %7s %16s %10s %6s %9s %9s | %s", "what", "clients", "", "floor", "ratio", "p50 ms", "p99 ms",
                    "processor ms a unit: service, database, client");
            for (String name : names) {
                measurements.get(name).run(folder.resolve(name), row -> {
                    rows.add(row);
                    print(row);
                });
            }
        }
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(Path.of("target", "bench.json").toFile(), rows);
    }

    private static void print(Row row) {
        print("%-22s %7d %11.1f %-4s %10s %6s %9s %9s | %s", row.name, row.clients, row.value, row.unit, some(row.floor, "%.1f"),
                some(row.ratio, "%.2f"), some(row.p50Ms, "%.1f"), some(row.p99Ms, "%.1f"),
                row.serviceMs + row.databaseMs == 0 ? ""
                        : "%.2f %.2f %.2f".formatted(row.serviceMs, row.databaseMs, row.clientMs));
    }

    private static String some(double figure, String format) {
        return figure == 0 ? "" : format.formatted(figure);
    }

    private static void print(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }
}
