package be.zelfscan.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How fast the pages of comparing are with 100,000 sent scans over ten rounds. Prints rows; judges nothing.
 * {@code mvn -Pbench verify -Dbench=be.zelfscan.bench.ComparisonBench} runs it; with the data folder of an earlier run as its argument it
 * makes none anew.
 */
public final class ComparisonBench {
    private static final int REQUESTS = 400;
    private static final int WARM_REQUESTS = 200;
    /** Of pages that count anew, which takes long in a net as large as this. */
    private static final int FEW_REQUESTS = 40;
    private static final long FREEZE_LIMIT_MS = 900_000;

    private ComparisonBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : made();
        try (BenchService service = BenchService.start(Path.of("target", "zelfscan.jar"), folder); Connection owner = service.owner()) {
            long begun = System.nanoTime();
            awaitFrozen(owner);
            System.out.printf(Locale.ROOT, "ten rounds frozen in %.0f s%n", (System.nanoTime() - begun) / 1e9);
            UUID round = id(owner, "select id from round where title = 'grote ronde 9'");
            UUID group = id(owner,
                    "select school_group_id from comparison_group where round_id = '" + round + "' order by centres desc limit 1");
            String support = BenchService.signedIn(owner, "insert into support_member (person_id) values ('%s')");
            String leader = BenchService.signedIn(owner,
                    "insert into school_group_leader (person_id, school_group_id) values ('%s', '" + group + "')");
            UUID centre = id(owner,
                    "select centre_id from comparison_member where round_id = '" + round + "' and school_group_id = '" + group
                            + "' limit 1");
            String member = BenchService.signedIn(owner,
                    "insert into membership (person_id, centre_id, role) values ('%s', '" + centre + "', 'director')");
            for (int clients : new int[]{1, 2}) {
                measure(service, clients, REQUESTS, "POC+ overview", support, "/vergelijking/" + round);
                measure(service, clients, REQUESTS, "school group", leader, "/scholengroep/" + group + "/ronde/" + round);
                measure(service, clients, REQUESTS, "centre", member, "/centrum/" + centre + "/vergelijking/" + round);
            }
            measure(service, 1, FEW_REQUESTS, "POC+ overview, by stage", support,
                    "/vergelijking/" + round + "?deel=preventie&stap=planmatig");
            measure(service, 1, FEW_REQUESTS, "POC+ centres beside each other", support, "/vergelijking/" + round + "/centra");
            System.out.printf(Locale.ROOT, "memory of the service: %s%n", service.memory());
        }
    }

    private static Path made() throws Exception {
        Path folder = Path.of("target", "bench-data-" + System.currentTimeMillis());
        try (BenchService migrated = BenchService.start(Path.of("target", "zelfscan.jar"), folder); Connection owner = migrated.owner()) {
            long begun = System.nanoTime();
            LargeNet.make(owner);
            System.out.printf(Locale.ROOT, "%d sent scans made in %.0f s%n", LargeNet.CENTRES * LargeNet.ROUNDS,
                    (System.nanoTime() - begun) / 1e9);
        }
        return folder;
    }

    private static void awaitFrozen(Connection owner) throws SQLException, InterruptedException, IOException {
        long limit = System.currentTimeMillis() + FREEZE_LIMIT_MS;
        while (number(owner,
                "select count(*) from comparison c join round r on r.id = c.round_id where r.title like 'grote ronde "
                        + "%'") < LargeNet.ROUNDS) {
            if (System.currentTimeMillis() > limit) {
                throw new IOException("The rounds were not frozen in time");
            }
            Thread.sleep(500);
        }
    }

    private static void measure(BenchService service, int clients, int requests, String what, String cookies, String path)
            throws Exception {
        times(service, clients, cookies, path, Math.min(requests, WARM_REQUESTS));
        double[] times = times(service, clients, cookies, path, requests);
        System.out.printf(Locale.ROOT, "%-32s %d client%s  median %6.1f ms   p95 %6.1f ms%n", what, clients, clients == 1 ? " " : "s",
                times[times.length / 2], times[times.length * 95 / 100]);
    }

    private static double[] times(BenchService service, int clients, String cookies, String path, int requests) throws Exception {
        List<Callable<double[]>> tasks = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            tasks.add(() -> {
                double[] times = new double[requests / clients];
                try (LoadClient http = new LoadClient(service.port(), cookies)) {
                    for (int at = 0; at < times.length; at++) {
                        long begun = System.nanoTime();
                        LoadClient.Answer answer = http.get(path);
                        times[at] = (System.nanoTime() - begun) / 1e6;
                        if (answer.status() != 200) {
                            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.text());
                        }
                    }
                }
                return times;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<double[]> all = new ArrayList<>();
            for (Future<double[]> done : threads.invokeAll(tasks)) {
                all.add(done.get());
            }
            return all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        }
    }

    private static UUID id(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static long number(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
