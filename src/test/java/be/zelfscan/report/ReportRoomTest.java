package be.zelfscan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportRoomTest {
    @Test
    void whoFindsNoRoomInTimeIsToldSo() throws Exception {
        ReportRoom room = new ReportRoom(1, Duration.ofMillis(50), 1_000);
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
        ReportRoom room = new ReportRoom(1, Duration.ofMillis(50), 1_000);
        assertThatThrownBy(() -> room.make(() -> {
            throw new IllegalStateException("stuk");
        })).hasMessage("stuk");
        assertThat(room.make(() -> "daarna")).isEqualTo("daarna");
    }

    @Test
    void whatSeveralAskForAtOnceIsMadeOnce() throws Exception {
        ReportRoom room = new ReportRoom(3, Duration.ofSeconds(20), 1_000);
        AtomicInteger made = new AtomicInteger();
        CountDownLatch leave = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<byte[]>> all = Stream.generate(() -> threads.submit(() -> room.make("centrum 1", () -> {
                awaitQuietly(leave);
                return new byte[]{(byte) made.incrementAndGet()};
            }))).limit(4).toList();
            leave.countDown();
            for (Future<byte[]> one : all) {
                assertThat(one.get()).containsExactly(1);
            }
        }
        assertThat(room.make("centrum 1", () -> new byte[]{9})).containsExactly(1);
        assertThat(room.make("centrum 2", () -> new byte[]{9})).containsExactly(9);
    }

    @Test
    void aReportThatFailedIsMadeAgainAndTheOldestIsForgotten() {
        ReportRoom room = new ReportRoom(1, Duration.ofMillis(50), 1_000);
        assertThatThrownBy(() -> room.make("centrum", () -> {
            throw new IllegalStateException("stuk");
        })).hasMessage("stuk");
        assertThat(room.make("centrum", () -> new byte[]{1})).containsExactly(1);
        for (int other = 0; other < 20; other++) {
            room.make(other, () -> new byte[90]);
        }
        assertThat(room.make("centrum", () -> new byte[]{3})).containsExactly(3);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
