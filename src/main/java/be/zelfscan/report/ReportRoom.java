package be.zelfscan.report;

import be.zelfscan.web.DocumentRoom;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Room for the reports that are made at once. Those that were made last are kept for who asks for the same, up to some megabytes: what is
 * sent or closed is mailed to several people at about the same time, and looked at by them. Thread-safe.
 */
@Singleton
public class ReportRoom extends DocumentRoom {
    private static final int MOST_BYTES = 4_000_000;

    private final Duration longestWait;
    private final int mostBytes;
    /** By their content, the one that was asked for longest ago first. */
    private final Map<Object, CompletableFuture<byte[]>> recent = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    ReportRoom() {
        this(3, Duration.ofSeconds(15), MOST_BYTES);
    }

    /** @param mostBytes how much is kept of reports that were made */
    ReportRoom(int places, Duration longestWait, int mostBytes) {
        super(places, longestWait);
        this.longestWait = longestWait;
        this.mostBytes = mostBytes;
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
            byte[] document = make(report);
            mine.complete(document);
            keep(document.length);
            return document;
        } catch (RuntimeException | Error failure) {
            synchronized (recent) {
                recent.remove(content, mine);
            }
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    /** Forgets the oldest as long as there are too many; what is still being made stays. */
    private void keep(int more) {
        synchronized (recent) {
            bytes += more;
            Iterator<CompletableFuture<byte[]>> oldest = recent.values().iterator();
            while (bytes > mostBytes && oldest.hasNext()) {
                CompletableFuture<byte[]> one = oldest.next();
                if (one.isDone()) {
                    bytes -= one.join().length;
                    oldest.remove();
                }
            }
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
