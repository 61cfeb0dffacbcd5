package be.zelfscan.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;

/**
 * PostgreSQL's own data directory: made once, then kept, with the roles and the database that must be there before anyone works in it. Its
 * configuration, written anew at each start, is safe for data, modest for a small machine, and keeps the content of rows out of the log.
 */
record PostgresCluster(Path folder, Programs programs) {
    static final String DATABASE = "zelfscan";
    static final String ADMIN = "postgres";
    static final String OWNER = "zelfscan_owner";
    static final String APPLICATION = "zelfscan";

    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final String ORDINARY = " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";
    private static final Duration CREATION = Duration.ofMinutes(2);
    private static final String CONFIGURATION = """
            # Written by Zelfscan at every start: what is changed here is lost.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 60
            password_encryption = 'scram-sha-256'

            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_compression = on
            max_wal_size = 512MB
            checkpoint_timeout = 15min

            shared_buffers = 64MB
            effective_cache_size = 512MB
            maintenance_work_mem = 32MB
            random_page_cost = 1.1
            jit = off

            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            log_checkpoints = off
            log_error_verbosity = terse
            log_min_error_statement = panic
            """;
    private static final String WHO_MAY_CONNECT = """
            # Written by Zelfscan at every start: what is changed here is lost.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    /** Makes it where there is none; refuses one that these programs cannot read. */
    void prepare(String adminPassword) throws IOException {
        if (!exists()) {
            create(adminPassword);
            return;
        }
        String major = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!major.equals(programs.major())) {
            throw new StartProblem("The data in " + folder + " was made by PostgreSQL " + major + " and this Zelfscan brings PostgreSQL "
                    + programs.major() + "; run the Zelfscan that made it and export the data, or choose an empty data folder with "
                    + "ZELFSCAN_DATA.");
        }
    }

    void configure(int port) throws IOException {
        OwnerOnly.write(folder.resolve("postgresql.conf"), CONFIGURATION.formatted(port));
        OwnerOnly.write(folder.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    }

    // Sorted by code point, by PostgreSQL's own rules: the same on every machine, and no library update can make an index wrong.
    private void create(String adminPassword) throws IOException {
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        Path password = folder.resolveSibling("admin-password");
        Programs.delete(fresh);
        OwnerOnly.write(password, adminPassword + "\n");
        try {
            Programs.Outcome outcome = programs.run(CREATION, folder.getParent(), "initdb", "--pgdata=" + fresh,
                    "--username=" + ADMIN, "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums");
            if (!outcome.succeeded()) {
                throw problem(outcome);
            }
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private StartProblem problem(Programs.Outcome outcome) {
        if (StartProblem.isFullDisk(outcome.output())) {
            return StartProblem.fullDisk(folder);
        }
        if (outcome.output().contains("cannot be run as root")) {
            return new StartProblem("PostgreSQL does not run as root and this machine does not allow 'unshare -U'; start Zelfscan as an "
                    + "ordinary user, or give it the address of a PostgreSQL of your own.");
        }
        return new StartProblem("The database could not be made in " + folder + " (" + outcome.lastLines()
                + "); put right what it names and start again.");
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * In a server that runs: asks for safe settings, and makes the roles and the database that are not there. Repeatable, also half-way.
     */
    static void complete(int port, Passwords passwords) throws SQLException {
        try (Connection connection = connect(port, passwords.admin())) {
            requireDurable(connection);
            role(connection, OWNER, passwords.owner());
            role(connection, APPLICATION, passwords.application());
            if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", DATABASE)) {
                execute(connection, "CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
            execute(connection, "REVOKE ALL ON DATABASE postgres, template1, " + DATABASE + " FROM PUBLIC");
            execute(connection, "GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APPLICATION);
        }
    }

    /** Asks the server itself, since other files can overrule ours. */
    private static void requireDurable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : DURABILITY) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    row.next();
                    if (!row.getString(1).equals("on")) {
                        throw new StartProblem("PostgreSQL runs with " + setting + " = " + row.getString(1)
                                + ", which can lose answers; remove that setting from postgresql.auto.conf in its data directory.");
                    }
                }
            }
        }
    }

    private static Connection connect(int port, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", ADMIN);
        properties.setProperty("password", password);
        properties.setProperty("sslmode", "disable");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(jdbcUrl(port, "postgres"), properties);
    }

    // The driver hashes the password before it sends it, so that the server never sees it.
    private static void role(Connection connection, String name, String password) throws SQLException {
        if (exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", name)) {
            return;
        }
        connection.setAutoCommit(false);
        execute(connection, "CREATE ROLE " + name + ORDINARY);
        connection.unwrap(PGConnection.class).alterUserPassword(name, password.toCharArray(), "scram-sha-256");
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The passwords of the three roles, kept in a file that only its owner may read. Its text form shows none of them. */
    record Passwords(String admin, String owner, String application) {

        /** Those of the file; made where there is none yet, unless a database exists that was made with others. */
        static Passwords of(Path file, boolean databaseExists) throws IOException {
            if (Files.exists(file)) {
                return read(file);
            }
            if (databaseExists) {
                throw new StartProblem("The passwords of the database are missing: put the file " + file
                        + " back from your backup, or choose an empty data folder with ZELFSCAN_DATA.");
            }
            SecureRandom random = new SecureRandom();
            Passwords passwords = new Passwords(password(random), password(random), password(random));
            OwnerOnly.write(file,
                    "admin=%s\nowner=%s\napplication=%s\n".formatted(passwords.admin, passwords.owner, passwords.application));
            return passwords;
        }

        private static Passwords read(Path file) throws IOException {
            Properties lines = new Properties();
            lines.load(new StringReader(Files.readString(file)));
            return new Passwords(required(lines, "admin", file), required(lines, "owner", file), required(lines, "application", file));
        }

        private static String required(Properties lines, String name, Path file) {
            String value = lines.getProperty(name, "").strip();
            if (value.isEmpty()) {
                throw new StartProblem("The file " + file + " has no line '" + name + "=': put it back from your backup.");
            }
            return value;
        }

        private static String password(SecureRandom random) {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        @Override
        public String toString() {
            return "Passwords[hidden]";
        }
    }
}
