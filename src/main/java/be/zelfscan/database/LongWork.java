package be.zelfscan.database;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Work for which nobody waits at a page, such as a job of the night, or who does wait knows that it takes long, such as an export: a
 * statement of a transaction that begins in it may take minutes, where it is otherwise ended after seconds.
 */
public record LongWork() implements PropagatedContextElement {
    static final Duration LONGEST_STATEMENT = Duration.ofMinutes(10);

    public static void run(Runnable task) {
        call(() -> {
            task.run();
            return true;
        });
    }

    public static <T> T call(Supplier<T> task) {
        return isHere() ? task.get() : PropagatedContext.getOrEmpty().plus(new LongWork()).propagate(task);
    }

    static boolean isHere() {
        return PropagatedContext.getOrEmpty().find(LongWork.class).isPresent();
    }
}
