package be.zelfscan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ReportRoomTest {
    @Test
    void whoFindsNoRoomInTimeIsToldSo() throws Exception {
        ReportRoom room = new ReportRoom(1, Duration.ofMillis(50));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<String> first = threads.submit(() -> room.make(() -> {
                inside.countDown();
                awaitQuietly(leave);
                return "eerste";
            }));
            inside.await();
            assertThatThrownBy(() -> room.make(() -> "tweede")).isInstanceOfSatisfying(ReportRoom.Full.class,
                    full -> assertThat(full.status().getCode()).isEqualTo(503));
            leave.countDown();
            assertThat(first.get()).isEqualTo("eerste");
            assertThat(room.make(() -> "derde")).isEqualTo("derde");
        }
    }

    @Test
    void aDocumentThatFailsLeavesItsPlace() {
        ReportRoom room = new ReportRoom(1, Duration.ofMillis(50));
        assertThatThrownBy(() -> room.make(() -> {
            throw new IllegalStateException("stuk");
        })).hasMessage("stuk");
        assertThat(room.make(() -> "daarna")).isEqualTo("daarna");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
