package be.zelfscan.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** PostgreSQL's configuration: safe for data, modest for a small machine, and without the content of rows in its log. */
final class Settings {
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");
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

    private Settings() {}

    static void write(Path cluster, int port) throws IOException {
        OwnerOnly.write(cluster.resolve("postgresql.conf"), CONFIGURATION.formatted(port));
        OwnerOnly.write(cluster.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    }

    /** Asks the server itself, since other files can overrule ours. */
    static void requireDurable(Connection connection) throws SQLException {
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
}
