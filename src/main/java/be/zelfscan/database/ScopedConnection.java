package be.zelfscan.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A connection of which every transaction works for whoever it began for, and says so before its first statement. What would go on in it for somebody else is
 * refused, since it would see what is not theirs, or miss what is. Outside of a transaction nothing is anybody's.
 */
final class ScopedConnection implements InvocationHandler {
    private static final int VALIDATION_SECONDS = 1;

    private final Connection connection;
    private boolean inTransaction;
    private Scope scope = Scope.current();
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
        scope = Scope.current();
        said = false;
    }

    private void say() throws SQLException {
        if (!inTransaction) {
            return;
        }
        if (!scope.equals(Scope.current())) {
            throw new IllegalStateException("A transaction that began for " + scope.kind() + " cannot go on for " + Scope.current().kind());
        }
        if (said) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("select set_config('app.person', ?, true)")) {
            statement.setString(1, scope.setting());
            statement.execute();
        }
        if (LongWork.isHere()) {
            allowLongWork();
        }
        said = true;
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
