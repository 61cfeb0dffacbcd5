package be.zelfscan.database;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The pool of connections, each of whose transactions says for whom it works, see {@link Scope}. Closing it closes the pool. */
final class ScopedDataSource implements DataSource, Closeable {
    private final DataSource pool;

    private ScopedDataSource(DataSource pool) {
        this.pool = pool;
    }

    /** Puts itself around the pool before anything else sees it. */
    @Singleton
    static final class Around implements BeanCreatedEventListener<DataSource>, Ordered {
        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
            return event.getBean() instanceof ScopedDataSource scoped ? scoped : new ScopedDataSource(event.getBean());
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ScopedConnection.of(pool.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The pool knows one user");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }

    @Override
    public void close() throws IOException {
        if (pool instanceof Closeable closeable) {
            closeable.close();
        }
    }
}
