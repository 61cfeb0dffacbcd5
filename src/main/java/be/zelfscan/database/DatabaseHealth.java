package be.zelfscan.database;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Whether the database answers, within seconds also when it does not. It asks over a connection of its own: a pool that is used up for a
 * moment is no reason to take a service out of use. However often it is asked, the database is asked once a second at most. Thread-safe.
 */
@Singleton
@Requires(beans = {HealthEndpoint.class, DatasourceConfiguration.class})
final class DatabaseHealth implements HealthIndicator {
    private static final int LIMIT_SECONDS = 2;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String url;
    private final Properties properties = new Properties();
    private final Scheduler blocking;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Connection> connection = Optional.empty();
    private boolean well;
    private long askedAt = System.nanoTime() - FRESH_NANOS;

    DatabaseHealth(@Named("default") DatasourceConfiguration pool, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.url = pool.getJdbcUrl();
        this.blocking = Schedulers.fromExecutorService(blocking);
        properties.setProperty("user", pool.getUsername());
        properties.setProperty("password", pool.getPassword());
        properties.setProperty("connectTimeout", String.valueOf(LIMIT_SECONDS));
        properties.setProperty("socketTimeout", String.valueOf(LIMIT_SECONDS));
        properties.setProperty("ApplicationName", "zelfscan health");
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(() -> HealthResult.builder("database", isWell() ? HealthStatus.UP : HealthStatus.DOWN).build())
                .subscribeOn(blocking);
    }

    /** Who comes while somebody asks waits for what that one finds, or counts the database as away. */
    private boolean isWell() throws InterruptedException {
        if (!lock.tryLock(2L * LIMIT_SECONDS, TimeUnit.SECONDS)) {
            return false;
        }
        try {
            if (System.nanoTime() - askedAt >= FRESH_NANOS) {
                well = answers();
                askedAt = System.nanoTime();
            }
            return well;
        } finally {
            lock.unlock();
        }
    }

    private boolean answers() {
        try {
            if (connection.isPresent() && connection.get().isValid(LIMIT_SECONDS)) {
                return true;
            }
            close();
            connection = Optional.of(DriverManager.getConnection(url, properties));
            return connection.get().isValid(LIMIT_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }

    private void close() throws SQLException {
        if (connection.isPresent()) {
            connection.get().close();
            connection = Optional.empty();
        }
    }

    @PreDestroy
    void end() throws SQLException {
        lock.lock();
        try {
            close();
        } finally {
            lock.unlock();
        }
    }
}
