package be.zelfscan.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;

/** What must be there before anyone works in the database: safe settings, the roles, the database. Repeatable, also half-way. */
final class Setup {
    static final String DATABASE = "zelfscan";
    static final String ADMIN = "postgres";
    static final String OWNER = "zelfscan_owner";
    static final String APPLICATION = "zelfscan";

    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final String ORDINARY = " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";

    private Setup() {}

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static void complete(int port, Secrets secrets) throws SQLException {
        try (Connection connection = connect(port, secrets.admin())) {
            requireDurable(connection);
            role(connection, OWNER, secrets.owner());
            role(connection, APPLICATION, secrets.application());
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
}
