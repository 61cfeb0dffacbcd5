package be.zelfscan.web;

import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Room for a few documents at once, so that a rush does not use up the memory; who comes later waits in line, for a bounded time.
 * Thread-safe.
 */
public class DocumentRoom {
    private final Semaphore places;
    private final Duration longestWait;

    /** Nobody could make a place in time. */
    public static final class Full extends Problem {
        private static final long serialVersionUID = 1L;

        public Full() {
            super(HttpStatus.SERVICE_UNAVAILABLE,
                    "Er worden nu veel documenten tegelijk gemaakt of gelezen. Wacht een halve minuut en probeer het opnieuw.");
        }
    }

    public DocumentRoom(int places, Duration longestWait) {
        this.places = new Semaphore(places, true);
        this.longestWait = longestWait;
    }

    /**
     * Makes or reads a document as soon as there is room.
     *
     * @throws Full when there is none in time
     */
    public <T> T make(Supplier<T> document) {
        if (!enter()) {
            throw new Full();
        }
        try {
            return document.get();
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
