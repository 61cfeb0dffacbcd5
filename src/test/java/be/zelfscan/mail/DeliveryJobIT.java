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
    private static final int ONE_AFTER_ANOTHER = 12;
    /** Less than so many looks take. */
    private static final Duration AT_ONCE = Duration.ofSeconds(40);
    /** Less than the 70 seconds after which an instance counts as dead; {@code -Dreliability.mail=10} asks what is wanted. */
    private static final Duration AFTER_A_DEATH = Duration.ofSeconds(Integer.getInteger("reliability.mail", 40));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void aMailLeavesAfterItsTransactionAndNotAtTheNextLookOnly() {
        long begun = System.nanoTime();
        for (UUID subject : Stream.generate(UUID::randomUUID).limit(ONE_AFTER_ANOTHER).toList()) {
            service.put(subject);
            Await.until(PATIENCE, "the mail is delivered", () -> isDelivered(subject));
        }
        assertThat(server.received()).hasSize(ONE_AFTER_ANOTHER);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("there is a look every five seconds").isLessThan(AT_ONCE);
    }

    @Test
    void aMailThatAnotherInstanceLeftIsFoundBySchedule() {
        UUID subject = UUID.randomUUID();
        try (Instance idle = Instance.start(database, Instance.through(server.port()))) {
            idle.put(subject);
        }
        Await.until(PATIENCE, "the mail is delivered", () -> isDelivered(subject));
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
        List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(DeliveryJob.THREADS + 3).toList();
        service.inTransaction(
                () -> subjects.forEach(subject -> service.bean(Outbox.class).put(TestComposer.KIND, "d@clb.example", subject, 1)));
        composing.await();
        Thread stop = Thread.ofPlatform().start(service::close);
        Await.until(PATIENCE, "the service waits for the mail", () -> stop.getState() == Thread.State.TIMED_WAITING);
        stopping.countDown();
        stop.join(PATIENCE);
        assertThat(server.received()).hasSizeBetween(1, DeliveryJob.THREADS);
        service = Instance.start(database, delivering());
        Await.until(PATIENCE, "all mails are delivered", () -> subjects.stream().allMatch(this::isDelivered));
        assertThat(server.received()).hasSize(subjects.size());
        assertThat(subjects).allSatisfy(subject -> assertThat(service.status(subject).tries()).isOne());
    }

    @Test
    void severalMailsLeaveAtOnceAndAnUrgentOneWaitsForNoneOfThem() {
        CountDownLatch atWork = new CountDownLatch(DeliveryJob.THREADS);
        CountDownLatch goOn = new CountDownLatch(1);
        service.bean(TestComposer.class).before(() -> {
            atWork.countDown();
            awaitQuietly(goOn);
        });
        List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(DeliveryJob.THREADS + 3).toList();
        service.inTransaction(
                () -> subjects.forEach(subject -> service.bean(Outbox.class).put(TestComposer.KIND, "d@clb.example", subject, 1)));
        Await.until(PATIENCE, "all threads are at work", () -> atWork.getCount() == 0);

        UUID urgent = UUID.randomUUID();
        service.put(UrgentTestComposer.KIND, "ongeduld@clb.example", urgent);
        Await.until(PATIENCE, "the urgent mail is delivered", () -> isDelivered(urgent));
        assertThat(subjects).noneMatch(this::isDelivered);
        goOn.countDown();
        Await.until(PATIENCE, "all mails are delivered", () -> subjects.stream().allMatch(this::isDelivered));
    }

    @Test
    void mailGoesOnAfterAnotherInstanceDiedAndDoesNotWaitUntilThatIsNoticed() {
        service.close();
        database.execute(
                """
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values ('mail-delivery', 'recurring', now(), true, 'an instance that died', now(), 1)
                on conflict (task_name, task_instance) do update set picked = true, picked_by = excluded.picked_by, last_heartbeat = now()""");
        UUID subject = UUID.randomUUID();
        try (Instance dead = Instance.start(database, Instance.through(server.port()))) {
            dead.put(subject);
        }
        service = Instance.start(database, delivering());
        Await.until(AFTER_A_DEATH, "the mail is delivered", () -> isDelivered(subject));
    }

    private boolean isDelivered(UUID subject) {
        return service.status(subject).state() == Message.State.delivered;
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
