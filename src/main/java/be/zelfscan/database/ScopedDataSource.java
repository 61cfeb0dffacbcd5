package be.zelfscan.database;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The pool of connections, each of whose transactions says for whom it works, see {@link Scope}. Closing it closes the pool. A hook of the
 * framework would not do: it is asked before a transaction begins, and never for a connection that somebody takes from the pool itself.
 */
record ScopedDataSource(DataSource pool) implements InvocationHandler {
    /** Puts itself around the pool before anything else sees it. */
    @Singleton
    static final class Installer implements BeanCreatedEventListener<DataSource>, Ordered {
        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
            return (DataSource) Proxy.newProxyInstance(ScopedDataSource.class.getClassLoader(),
                    new Class<?>[]{DataSource.class, Closeable.class}, new ScopedDataSource(event.getBean()));
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            Object result = method.invoke(pool, arguments);
            return result instanceof Connection connection ? ScopedConnection.of(connection) : result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    /**
     * A connection of which every transaction works for whoever it began for, and says so before its first statement. What would go on in
     * it for somebody else is refused, since it would see what is not theirs, or miss what is. Outside of a transaction nothing is
     * anybody's.
     */
    private static final class ScopedConnection implements InvocationHandler {
        private static final int VALIDATION_SECONDS = 1;
        private static final String SESSION_CHANGED = "ZS001";

        private final Connection connection;
        private boolean inTransaction;
        private Optional<Scope> begunFor = Scope.given();
        private boolean said;

        private ScopedConnection(Connection connection) throws SQLException {
            this.connection = connection;
            this.inTransaction = !connection.getAutoCommit();
        }

        static Connection of(Connection connection) throws SQLException {
            return (Connection) Proxy.newProxyInstance(ScopedConnection.class.getClassLoader(), new Class<?>[]{Connection.class},
                    new ScopedConnection(connection));
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "prepareStatement", "createStatement", "prepareCall" -> say();
                default -> {}
            }
            try {
                Object result = method.invoke(connection, arguments);
                follow(method, arguments);
                return result;
            } catch (InvocationTargetException failure) {
                if (method.getName().equals("rollback") && arguments == null && isGone()) {
                    begin();
                    return null; // the database rolled back when it lost the connection; what was in the way before is what matters
                }
                throw failure.getCause();
            }
        }

        private boolean isGone() throws SQLException {
            return connection.isClosed() || !connection.isValid(VALIDATION_SECONDS);
        }

        private void follow(Method method, Object[] arguments) {
            switch (method.getName()) {
                case "setAutoCommit" -> {
                    inTransaction = !(boolean) arguments[0];
                    begin();
                }
                case "commit" -> begin();
                case "rollback" -> {
                    if (arguments == null) { // else back to a savepoint, in the same transaction
                        begin();
                    }
                }
                default -> {}
            }
        }

        private void begin() {
            begunFor = Scope.given();
            said = false;
        }

        private void say() throws SQLException {
            if (!inTransaction) {
                return;
            }
            Scope scope = Scope.current();
            if (!begunFor.equals(Optional.of(scope))) {
                throw new IllegalStateException("A transaction that began for " + begunFor.map(Scope::kind).orElse("no one who was named")
                        + " cannot go on for " + scope.kind());
            }
            if (said) {
                return;
            }
            Optional<Scope.Session> session = scope instanceof Scope.Person person ? person.session() : Optional.empty();
            if (session.isPresent()) {
                enter(((Scope.Person) scope).id(), session.get());
            } else {
                actFor(scope);
            }
            if (LongWork.isHere()) {
                allowLongWork();
            }
            said = true;
        }

        private void actFor(Scope scope) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("select act_for(?)")) {
                statement.setString(1, scope.setting());
                statement.execute();
            }
        }

        private void enter(UUID personId, Scope.Session session) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("select enter(?, ?, ?, ?, ?, ?)")) {
                statement.setBytes(1, session.hash());
                statement.setObject(2, session.at().atOffset(ZoneOffset.UTC));
                statement.setObject(3, personId);
                statement.setString(4, session.name());
                statement.setBoolean(5, session.support());
                statement.setBoolean(6, session.leader());
                statement.execute();
            } catch (SQLException failure) {
                if (SESSION_CHANGED.equals(failure.getSQLState())) {
                    throw new Scope.SessionChanged(failure);
                }
                throw failure;
            }
        }

        /** For this transaction; the pool takes the second limit back with the connection. */
        private void allowLongWork() throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("select set_config('statement_timeout', ?, true)")) {
                statement.setString(1, String.valueOf(LongWork.LONGEST_STATEMENT.toMillis()));
                statement.execute();
            }
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LongWork.LONGEST_STATEMENT.plusSeconds(5).toMillis()));
        }
    }
}
