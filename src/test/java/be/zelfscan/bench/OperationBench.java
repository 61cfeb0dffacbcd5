package be.zelfscan.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starting, and how little memory is enough. */
final class OperationBench {
    private static final int TEAMS = 50;
    private static final int THINKING_MS = 2_000;
    private static final long TEAMS_MS = 30_000;

    private OperationBench() {}

    /** From the start of the process to the first page. */
    static void start(Path folder, Consumer<Bench.Row> rows) throws Exception {
        Path own = Files.createDirectories(folder.resolve("own"));
        for (String name : List.of("start, first time", "start, embedded")) {
            try (BenchService service = BenchService.start(folder, "-Xmx256m", Map.of("ZELFSCAN_DATA", own.toString()))) {
                rows.accept(Bench.Row.of(name, 1, service.startMs() / 1000, "s", 0));
                TimeUnit.SECONDS.sleep(10); // it goes on with its invented scans
            }
        }
        try (BenchDatabase database = BenchDatabase.open(folder.resolve("external"))) {
            BenchService.on(database).close();
            try (BenchService service = BenchService.on(database)) {
                rows.accept(Bench.Row.of("start, external", 1, service.startMs() / 1000, "s", 0));
            }
        }
    }

    /** Fifty teams that think two seconds between any two requests, with a heap of 128 MB. */
    static void memory(Path folder, Consumer<Bench.Row> rows) throws Exception {
        try (BenchDatabase database = BenchDatabase.open(folder); BenchService service = BenchService.on(database, "-Xmx128m", Map.of())) {
            List<BenchDatabase.Opened> scans = database.scans(TEAMS);
            Load load = Load.during(database, List.of(service), TEAMS, 0, TEAMS_MS, client -> {
                Load.Work save = AnsweringBench.saving(service, scans.get(client));
                return () -> {
                    Thread.sleep(THINKING_MS);
                    save.once();
                };
            });
            AnsweringBench.wholeScans(database, List.of(service), TEAMS, 2 * TEAMS);
            AnsweringBench.awaitDelivered(database);
            rows.accept(Bench.Row.of("memory at most", TEAMS, service.mostMemoryMb(), "MB", 0));
            rows.accept(
                    new Bench.Row("memory, a save", TEAMS, load.perSecond(), "/s", 0, 0, load.p50() - THINKING_MS, load.p99() - THINKING_MS,
                            load.serviceMs(), load.databaseMs(), load.clientMs()));
        }
    }
}
