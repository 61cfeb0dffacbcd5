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
import javax.sql.DataSource;

/**
 * The pool of connections, each of whose transactions says for whom it works, see {@link Scope}. Closing it closes the pool. A hook of the framework would
 * not do: it is asked before a transaction begins, and never for a connection that somebody takes from the pool itself.
 */
record ScopedDataSource(DataSource pool) implements InvocationHandler {
    /** Puts itself around the pool before anything else sees it. */
    @Singleton
    static final class Around implements BeanCreatedEventListener<DataSource>, Ordered {
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
}
