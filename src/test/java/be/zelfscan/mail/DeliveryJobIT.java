package be.zelfscan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.support.Await;
import be.zelfscan.support.FaultySmtpServer;
import be.zelfscan.support.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail leaves by itself while the service runs. */
class DeliveryJobIT {
    private final TestDatabase database = TestDatabase.fresh();
    private final FaultySmtpServer server = new FaultySmtpServer();
    private Instance service;

    @BeforeEach
    void start() {
        service = Instance.start(database, delivering());
    }

    @AfterEach
    void stop() {
        service.close();
        server.close();
    }

    @Test
    void aMailLeavesWithinASecondOfItsTransaction() {
        for (UUID subject : Stream.generate(UUID::randomUUID).limit(5).toList()) {
            service.put(subject);
            Await.until(Duration.ofSeconds(1), "the mail is delivered", () -> isDelivered(subject));
        }
        assertThat(server.received()).hasSize(5);
    }

    @Test
    void aMailThatAnotherInstanceLeftIsFoundBySchedule() {
        UUID subject = UUID.randomUUID();
        try (Instance idle = Instance.start(database, Instance.through(server.port()))) {
            idle.put(subject);
        }
        Await.until(Duration.ofSeconds(20), "the mail is delivered", () -> isDelivered(subject));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void whatIsUnderWayIsFinishedWhenTheServiceStopsAndTheRestComesAfterTheRestart() throws InterruptedException {
        CountDownLatch composing = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        service.bean(TestComposer.class).before(() -> {
            composing.countDown();
            awaitQuietly(stopping);
        });
        List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(3).toList();
        service.inTransaction(
                () -> subjects.forEach(subject -> service.bean(Outbox.class).put(TestComposer.KIND, "d@clb.example", subject, 1)));
        composing.await();
        Thread stop = Thread.ofPlatform().start(service::close);
        Await.until(Duration.ofSeconds(5), "the service waits for the mail", () -> stop.getState() == Thread.State.TIMED_WAITING);
        stopping.countDown();
        stop.join(Duration.ofSeconds(10));
        assertThat(server.received()).hasSize(1);
        service = Instance.start(database, delivering());
        Await.until(Duration.ofSeconds(20), "all mails are delivered", () -> subjects.stream().allMatch(this::isDelivered));
        assertThat(server.received()).hasSize(3);
        assertThat(subjects).allSatisfy(subject -> assertThat(service.status(subject).tries()).isOne());
    }

    private boolean isDelivered(UUID subject) {
        return service.status(subject).state() == MessageState.delivered;
    }

    private Map<String, Object> delivering() {
        Map<String, Object> settings = new HashMap<>(Instance.through(server.port()));
        settings.put("zelfscan.mail.deliver", true);
        return settings;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
