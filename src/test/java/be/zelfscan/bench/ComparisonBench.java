package be.zelfscan.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The pages of comparing, after so many scans were sent in ten rounds: {@code -Dbench.sent=1000,100000} says how many. Their figure is the
 * time that 95 of 100 pages take at most.
 */
final class ComparisonBench {
    private static final int SECONDS = 3;
    private static final int CLIENTS = 2;
    private static final long FREEZE_LIMIT_MS = 900_000;

    private ComparisonBench() {}

    static void compare(Path folder, Consumer<Bench.Row> rows) throws Exception {
        for (int sent : Stream.of(System.getProperty("bench.sent", "1000,10000").split(",")).mapToInt(Integer::parseInt).toArray()) {
            compare(folder.resolve(String.valueOf(sent)), sent, rows);
        }
    }

    private static void compare(Path folder, int sent, Consumer<Bench.Row> rows) throws Exception {
        try (BenchDatabase database = BenchDatabase.open(folder)) {
            BenchService.on(database).close(); // makes the tables
            try (Connection owner = database.owner()) {
                LargeNet.make(owner, sent / LargeNet.ROUNDS);
            }
            try (BenchService service = BenchService.on(database); Connection owner = database.owner()) {
                long begun = System.nanoTime();
                awaitFrozen(database);
                rows.accept(Bench.Row.of("compare %d, frozen".formatted(sent), LargeNet.ROUNDS, (System.nanoTime() - begun) / 1e9, "s", 0));
                UUID round = database.one(UUID.class, "select id from round where title = 'grote ronde 9'");
                UUID group = database.one(UUID.class,
                        "select school_group_id from comparison_group where round_id = '" + round + "' order by centres desc limit 1");
                String leader = BenchDatabase.signedIn(owner,
                        "insert into school_group_leader (person_id, school_group_id) values ('%s', '" + group + "')");
                String support = database.signedInSupport();
                page(database, service, "compare %d, net".formatted(sent), support, "/vergelijking/" + round, rows);
                page(database, service, "compare %d, group".formatted(sent), leader, "/scholengroep/" + group + "/ronde/" + round, rows);
                page(database, service, "compare %d, notes".formatted(sent), support,
                        "/vergelijking/" + round + "/toelichtingen?zoek=overleg", rows);
            }
        }
    }

    private static void awaitFrozen(BenchDatabase database) throws Exception {
        long limit = System.currentTimeMillis() + FREEZE_LIMIT_MS;
        while (database.one(Long.class, "select count(*) from comparison c join round r on r.id = c.round_id"
                + " where r.title like 'grote ronde %'") < LargeNet.ROUNDS) {
            if (System.currentTimeMillis() > limit) {
                throw new IOException("The rounds were not frozen in time");
            }
            Thread.sleep(200);
        }
    }

    private static void page(BenchDatabase database, BenchService service, String name, String cookies, String path,
            Consumer<Bench.Row> rows) throws Exception {
        Load load = Load.during(database, List.of(service), CLIENTS, 1000 * SECONDS, 1000 * SECONDS, client -> {
            LoadClient http = new LoadClient(service.port(), cookies);
            return () -> AnsweringBench.expect(http.get(path), 200);
        });
        rows.accept(new Bench.Row(name, CLIENTS, load.p95(), "ms", 0, 0, load.p50(), load.p99(), load.serviceMs(), load.databaseMs(),
                load.clientMs()));
    }
}
