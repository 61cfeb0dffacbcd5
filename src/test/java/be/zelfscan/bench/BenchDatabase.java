package be.zelfscan.bench;

import be.zelfscan.database.Credentials;
import be.zelfscan.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A PostgreSQL of its own for measurements, with rounds, centres and people made as they are needed. */
final class BenchDatabase implements AutoCloseable {
    private final EmbeddedDatabase database;
    private final Path folder;

    private BenchDatabase(EmbeddedDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    static BenchDatabase open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new BenchDatabase(EmbeddedDatabase.open(folder, Path.of("target", "postgres-programs")), folder);
    }

    /** What a service on it needs to know. */
    Map<String, String> environment() {
        Credentials application = database.application();
        return Map.of("JDBC_URL", application.jdbcUrl(), "JDBC_USER", application.user(), "JDBC_PASSWORD", application.password(),
                "JDBC_OWNER_USER", database.owner().user(), "JDBC_OWNER_PASSWORD", database.owner().password());
    }

    Path folder() {
        return folder;
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(database.owner().jdbcUrl(), database.owner().user(), database.owner().password());
    }

    Connection application() throws SQLException {
        Credentials credentials = database.application();
        return DriverManager.getConnection(credentials.jdbcUrl(), credentials.user(), credentials.password());
    }

    /** Milliseconds of processor time of all its processes, also of those that ended. */
    double processorMs() throws IOException {
        List<String> pid = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
        return ProcessorTime.withChildren(Long.parseLong(pid.getFirst().strip()));
    }

    /**
     * A scan to fill in.
     *
     * @param cookies of a director of its centre, who is signed in
     */
    record Opened(UUID scan, UUID round, String cookies) {}

    /** So many new centres in one new round, each with a scan and a director of its own; nobody but the director is mailed. */
    List<Opened> scans(int count) throws SQLException {
        List<Opened> opened = new ArrayList<>();
        try (Connection connection = owner()) {
            connection.setAutoCommit(false);
            UUID round = UUID.randomUUID();
            run(connection, """
                    insert into round (id, title, questionnaire_id, version, opens_on, closes_on)
                    select ?, 'ronde ' || gen_random_uuid(), questionnaire_id, version, date '%s', date '2100-01-01'
                    from questionnaire_version where questionnaire_id = 'poolster-clb' order by version desc limit 1"""
                    .formatted(LocalDate.EPOCH), round);
            run(connection, "insert into round_recipient (round_id, kind, role) select ?, k, 'director' from unnest(array['scan-sent',"
                    + " 'round-closed']) k", round);
            for (int i = 0; i < count; i++) {
                UUID centre = UUID.randomUUID();
                UUID scan = UUID.randomUUID();
                run(connection, "insert into centre (id, name) values (?, 'Centrum " + centre + "')", centre);
                run(connection, "insert into round_centre (round_id, centre_id) values ('" + round + "', ?)", centre);
                run(connection, """
                        insert into scan (id, round_id, centre_id, questionnaire_id, version, started_at)
                        select ?, r.id, '%s', r.questionnaire_id, r.version, now() from round r where r.id = '%s'"""
                        .formatted(centre, round), scan);
                opened.add(new Opened(scan, round, signedIn(connection,
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

    String signedInSupport() throws SQLException {
        try (Connection owner = owner()) {
            return signedIn(owner, "insert into support_member (person_id) values ('%s')");
        }
    }

    /** What a query of one value returns. */
    <T> T one(Class<T> type, String sql) throws SQLException {
        try (Connection owner = owner(); Statement statement = owner.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, type);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection owner = owner(); Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
