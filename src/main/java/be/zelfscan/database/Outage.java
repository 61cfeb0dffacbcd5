package be.zelfscan.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/**
 * Why the database could not do now what it may well do in a moment: it is away or starting, has no room, or somebody else holds what was
 * asked for. Nothing of the transaction was done, unless its commit was under way.
 *
 * @param reason for the log: what the database or the pool says of itself, without the content of any row
 */
public record Outage(String reason) {
    private static final int DEEPEST_CAUSE = 20;
    /** Connection lost; no room, on disk, in memory or for connections; stopped or starting. */
    private static final Set<String> CLASSES = Set.of("08", "53", "58");
    /** Locks and statements that took too long, transactions that stood in each other's way, a server that stops. */
    private static final Set<String> STATES = Set.of("55P03", "57014", "40001", "40P01", "25P03", "57P01", "57P02", "57P03", "57P05");

    /** Why this happened, when it is for such a reason. */
    public static Optional<Outage> of(Throwable problem) {
        Throwable cause = problem;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SQLException failure && isPassing(failure)) {
                String state = failure.getSQLState() == null ? "" : failure.getSQLState() + " ";
                return Optional.of(new Outage(state + String.valueOf(failure.getMessage()).lines().findFirst().orElse("")));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        if (failure instanceof SQLTransientConnectionException) { // the pool had none in time
            return true;
        }
        return state == null ? "Connection is closed".equals(failure.getMessage()) // the pool's word for one that broke
                : STATES.contains(state) || CLASSES.contains(state.substring(0, Math.min(2, state.length())));
    }
}
