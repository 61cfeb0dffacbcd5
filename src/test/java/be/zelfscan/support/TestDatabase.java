package be.zelfscan.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * A fresh database with the schema of the service, on a real PostgreSQL of which there is one a JVM. The service signs in as a role that is
 * neither superuser nor owner.
 */
public final class TestDatabase {
    private static final String ROLE = "zelfscan_app";
    private static final String TEMPLATE = "zelfscan_template";
    private static final AtomicInteger MADE = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** Makes a database of its own for a test class. */
    public static TestDatabase fresh() {
        String name = "test_" + MADE.incrementAndGet();
        asSuperuser("postgres", "create database " + name + " template " + TEMPLATE);
        return new TestDatabase(name);
    }

    public String url() {
        return Server.RUNNING.getJdbcUrl(ROLE, name);
    }

    /** For who owns the tables, a superuser here. */
    public String ownerUrl() {
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    /** The data source of the service on this database, as configuration. */
    public Map<String, Object> configuration() {
        return Map.of("datasources.default.url", url(), "datasources.default.username", ROLE, "datasources.default.password", ROLE,
                "datasources.default.maximum-pool-size", 6);
    }

    /** Changes the database behind the back of the service. */
    public void execute(String sql) {
        asSuperuser(name, sql);
    }

    /** Opens a connection as the role of the service. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), ROLE, ROLE);
    }

    private static void asSuperuser(String database, String sql) {
        try (Connection connection = Server.RUNNING.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("Test database: " + sql, failure);
        }
    }

    /** Started when the first test asks, stopped with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("timezone", "Asia/Kathmandu").start();
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create role " + ROLE + " login password '" + ROLE + "'");
                    statement.execute("create database " + TEMPLATE);
                }
                Flyway.configure().dataSource(server.getDatabase("postgres", TEMPLATE)).locations("classpath:db/migration")
                        .failOnMissingLocations(true).placeholders(Map.of("application_role", ROLE)).load().migrate();
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
