package be.zelfscan.database;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * For whom the database works: each transaction begins by saying so, and row-level security shows it no row that is not theirs. In a
 * request it is the person who is signed in, or nobody. What runs by itself (jobs, commands, the start) says that it is the service; a
 * thread that was given no scope asks the database nothing.
 */
public sealed interface Scope extends PropagatedContextElement {
    /**
     * A person.
     *
     * @param session by which the person came; empty where the service works for somebody who is not here, such as who gets a mail
     */
    record Person(UUID id, Optional<Session> session) implements Scope {
        public Person(UUID id) {
            this(id, Optional.empty());
        }
    }

    /**
     * What was known of a session when a request came. Every transaction makes sure of it before anything else, see
     * {@code R__ways_in.sql}; one that finds it changed ends with {@link SessionChanged}.
     *
     * @param hash of its secret
     * @param at when the request came
     */
    record Session(byte[] hash, Instant at, String name, boolean support, boolean leader) {}

    /** The session of a request has ended, or its person is not what was known; nothing was done, and the request can begin anew. */
    final class SessionChanged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SessionChanged(SQLException cause) {
            super("The session is not what it was when the request came", cause);
        }
    }

    /** Everything: the service at work for itself. */
    record Service() implements Scope {}

    /** Nothing of anybody. */
    record Nobody() implements Scope {}

    /** The scope of whatever runs here now. @throws IllegalStateException when it was given none */
    static Scope current() {
        return given().orElseThrow(() -> new IllegalStateException("Nothing says for whom the database works here"));
    }

    /** The same; empty when it was given none. */
    static Optional<Scope> given() {
        return PropagatedContext.getOrEmpty().find(Scope.class);
    }

    /**
     * Runs something in this scope. This goes around a transaction, not into it: one that began in another scope refuses to work in this
     * one.
     */
    default <T> T call(Supplier<T> task) {
        PropagatedContext context = PropagatedContext.getOrEmpty();
        PropagatedContext without = context.find(Scope.class).map(context::minus).orElse(context);
        return without.plus(this).propagate(task);
    }

    /** The same, for what returns nothing. */
    default void run(Runnable task) {
        call(() -> {
            task.run();
            return this;
        });
    }

    /** For messages, which name nobody. */
    default String kind() {
        return switch (this) {
            case Person person -> "a person";
            case Service service -> "the service";
            case Nobody nobody -> "nobody";
        };
    }

    /** As the database knows it, see {@code R__scope.sql}. */
    default String setting() {
        return switch (this) {
            case Person person -> person.id().toString();
            case Service service -> "service";
            case Nobody nobody -> "nobody";
        };
    }
}
