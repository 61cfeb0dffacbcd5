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
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The packaged jar as a process of its own with 256 MB of heap, on a database that the measurements share. */
final class BenchService implements AutoCloseable {
    private static final long START_LIMIT_MS = 60_000;

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

    /**
     * A scan to fill in.
     *
     * @param cookies of a director of its centre, who is signed in
     */
    record Opened(UUID scan, String cookies) {}

    /** So many new centres in one new round, each with a director of its own. */
    List<Opened> scans(int count) throws SQLException {
        List<Opened> opened = new ArrayList<>();
        try (Connection connection = owner()) {
            connection.setAutoCommit(false);
            UUID round = UUID.randomUUID();
            run(connection,
                    "insert into round (id, title, questionnaire_id, version, opens_on, closes_on) select ?, 'bench', questionnaire_id, "
                            + "version, "
                            + "date '" + LocalDate.EPOCH
                            + "', date '2100-01-01' from questionnaire_version where questionnaire_id = 'poolster-clb' "
                            + "order by version limit 1",
                    round);
            run(connection, "insert into round_recipient (round_id, kind, role) values (?, 'scan-sent', 'director')", round);
            for (int i = 0; i < count; i++) {
                UUID centre = UUID.randomUUID();
                UUID scan = UUID.randomUUID();
                run(connection, "insert into centre (id, name) values (?, 'Bench " + centre + "')", centre);
                run(connection, "insert into round_centre (round_id, centre_id) values ('" + round + "', ?)", centre);
                run(connection,
                        "insert into scan (id, round_id, centre_id, questionnaire_id, version, started_at) select ?, r.id, '" + centre
                                + "', r.questionnaire_id, r.version, now() from round r where r.id = '" + round + "'",
                        scan);
                opened.add(new Opened(scan,
                        signedIn(connection,
                                "insert into membership (person_id, centre_id, role) values ('%s', '" + centre + "', 'director')")));
            }
            connection.commit();
        }
        return opened;
    }

    private static void run(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }

    /**
     * Somebody new, signed in.
     *
     * @param role a statement that gives the person a role
     * @return the cookie
     */
    static String signedIn(Connection owner, String role) throws SQLException {
        UUID person = UUID.randomUUID();
        String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
        try (Statement sql = owner.createStatement();
                PreparedStatement session = owner
                        .prepareStatement("insert into session (id, secret_hash, person_id, created_at, seen_at, ends_at)"
                                + " values (?, sha256(convert_to(?, 'UTF8')), ?, now(), now(), now() + interval '1 day')")) {
            sql.execute("insert into person (id, name, email) values ('%1$s', 'Bench', '%1$s@bench.example')".formatted(person));
            sql.execute(role.formatted(person));
            session.setObject(1, UUID.randomUUID());
            session.setString(2, secret);
            session.setObject(3, person);
            session.executeUpdate();
        }
        return "zelfscan=" + secret;
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
