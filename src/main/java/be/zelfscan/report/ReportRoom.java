package be.zelfscan.report;

import be.zelfscan.web.DocumentRoom;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Room for the reports that are made at once. The last few are kept for who asks for the same: a report goes to several people at about the
 * same time. Thread-safe.
 */
@Singleton
public class ReportRoom extends DocumentRoom {
    private static final int MOST_KEPT = 8;

    private final Duration longestWait;
    private final Map<Object, CompletableFuture<byte[]>> recent = new LinkedHashMap<>(MOST_KEPT, 1, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, CompletableFuture<byte[]>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    ReportRoom() {
        this(3, Duration.ofSeconds(15));
    }

    ReportRoom(int places, Duration longestWait) {
        super(places, longestWait);
        this.longestWait = longestWait;
    }

    /**
     * Makes a report as soon as there is room, or gives the one that was made of the same content before.
     *
     * @param content all that decides what stands in the report; equal content gives equal bytes
     * @return shared: nobody may change it
     * @throws DocumentRoom.Full when there is no room in time
     */
    byte[] make(Object content, Supplier<byte[]> report) {
        CompletableFuture<byte[]> mine = new CompletableFuture<>();
        CompletableFuture<byte[]> made;
        synchronized (recent) {
            made = recent.computeIfAbsent(content, none -> mine);
        }
        if (made != mine) {
            return await(made);
        }
        try {
            mine.complete(make(report));
            return mine.join();
        } catch (RuntimeException | Error failure) {
            synchronized (recent) {
                recent.remove(content, mine);
            }
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    /** What somebody else makes now, or made. */
    private byte[] await(CompletableFuture<byte[]> made) {
        try {
            return made.get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Full();
        } catch (TimeoutException slow) {
            throw new Full();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException same ? same : new IllegalStateException(failure.getCause());
        }
    }
}
