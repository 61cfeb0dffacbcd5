package be.zelfscan.bench;

import be.zelfscan.database.Credentials;
import be.zelfscan.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar as a process of its own with 256 MB of heap, on a database that the measurements share. */
final class BenchService implements AutoCloseable {
    private static final long START_LIMIT_MS = 60_000;
    private static final String EMAIL = "bench@bench.example";

    private final EmbeddedDatabase database;
    private final Process process;
    private final int port;

    private BenchService(EmbeddedDatabase database, Process process, int port) {
        this.database = database;
        this.process = process;
        this.port = port;
    }

    static BenchService start(Path jar, Path folder) throws IOException, InterruptedException {
        EmbeddedDatabase database = EmbeddedDatabase.open(folder, Path.of("target", "postgres-programs"));
        int port = freePort();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-Xmx256m", "-jar", jar.toString());
        Credentials application = database.application();
        builder.environment().put("JDBC_URL", application.jdbcUrl());
        builder.environment().put("JDBC_USER", application.user());
        builder.environment().put("JDBC_PASSWORD", application.password());
        builder.environment().put("JDBC_OWNER_USER", database.owner().user());
        builder.environment().put("JDBC_OWNER_PASSWORD", database.owner().password());
        builder.environment().put("ZELFSCAN_DEMO", "true");
        builder.environment().put("ZELFSCAN_PORT", String.valueOf(port));
        Path log = folder.resolve("service.log");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        BenchService service = new BenchService(database, builder.start(), port);
        long limit = System.currentTimeMillis() + START_LIMIT_MS;
        while (!Files.readString(log).contains("is ready: ")) {
            if (System.currentTimeMillis() > limit || !service.process.isAlive()) {
                service.close();
                throw new IOException("The service did not start:\n" + Files.readString(log));
            }
            Thread.sleep(100);
        }
        return service;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(database.owner().jdbcUrl(), database.owner().user(), database.owner().password());
    }

    Connection application() throws SQLException {
        Credentials credentials = database.application();
        return DriverManager.getConnection(credentials.jdbcUrl(), credentials.user(), credentials.password());
    }

    /** A director with scans to fill in: one in each of so many new rounds of one new centre. */
    List<UUID> scans(int count) throws SQLException {
        UUID centre = UUID.randomUUID();
        List<UUID> scans = new ArrayList<>();
        try (Connection connection = owner()) {
            connection.setAutoCommit(false);
            run(connection, "insert into person (id, name, email) values (?, 'Bench', '" + EMAIL + "') on conflict do nothing",
                    UUID.randomUUID());
            run(connection, "insert into centre (id, name) values (?, 'Bench " + centre + "')", centre);
            run(connection, "insert into membership (person_id, centre_id, role) select id, ?, 'director' from person where email = '"
                    + EMAIL + "'", centre);
            for (int i = 0; i < count; i++) {
                UUID round = UUID.randomUUID();
                UUID scan = UUID.randomUUID();
                run(connection,
                        "insert into round (id, title, questionnaire_id, version, opens_on, closes_on) select ?, 'bench', questionnaire_id, version, "
                                + "date '" + LocalDate.EPOCH + "', date '2100-01-01' from questionnaire_version limit 1",
                        round);
                run(connection, "insert into round_centre (round_id, centre_id) values ('" + round + "', ?)", centre);
                run(connection, "insert into round_recipient (round_id, kind, role) values (?, 'scan-sent', 'director')", round);
                run(connection,
                        "insert into scan (id, round_id, centre_id, questionnaire_id, version, started_at) select ?, r.id, '" + centre
                                + "', r.questionnaire_id, r.version, now() from round r where r.id = '" + round + "'",
                        scan);
                scans.add(scan);
            }
            connection.commit();
        }
        return scans;
    }

    private static void run(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }

    /** Signs the director in by the mailed link; answers the cookies. */
    String signIn() throws IOException, InterruptedException {
        try (LoadClient client = new LoadClient(port, "")) {
            client.post("/aanmelden", ("email=" + EMAIL).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            Pattern mail = Pattern.compile("href=\"(/postvak/[0-9a-f-]+)\">(?s:.){0,300}?" + EMAIL);
            for (int i = 0; i < 100; i++) {
                Matcher found = mail.matcher(client.get("/postvak").text());
                if (found.find()) {
                    Matcher link = Pattern.compile("(/aanmelden/link/[\\w-]+)\"").matcher(client.get(found.group(1)).text());
                    if (link.find()) {
                        client.post(link.group(1), new byte[0]);
                        return client.cookies();
                    }
                }
                Thread.sleep(100);
            }
        }
        throw new IOException("No mail came");
    }

    /** The memory of the process that the system counts, now and at most, in Linux's words. */
    String memory() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return !Files.exists(status) ? "not known here"
                : String.join(", ", Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                        .map(line -> line.replaceAll("\\s+", " ")).toList());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
