package be.zelfscan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import be.zelfscan.support.FaultySmtpServer;
import be.zelfscan.support.TestDatabase;
import io.micronaut.transaction.exceptions.IllegalTransactionStateException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A message exists once, with its cause or not at all, however many instances there are. */
class OutboxIT {
    private static FaultySmtpServer server;
    private static Instance one;
    private static Instance other;

    private final UUID subject = UUID.randomUUID();

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh();
        server = new FaultySmtpServer();
        one = Instance.start(database, Instance.through(server.port()));
        other = Instance.start(database, Instance.through(server.port()));
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        server.close();
    }

    @Test
    void aMessageThatIsPutTwiceExistsOnce() {
        one.put(subject);
        other.put(subject);
        one.inTransaction(() -> {
            one.bean(Outbox.class).put(TestComposer.KIND, "directeur@clb.example", subject, 1);
            one.bean(Outbox.class).put(TestComposer.KIND, "directeur@clb.example", subject, 2);
        });
        assertThat(one.all(subject)).extracting(MessageLedger.Status::number).containsExactly(1, 2);
    }

    @Test
    void aMessageOfATransactionThatIsRolledBackIsNeverSent() {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> one.inTransaction(() -> {
            one.bean(Outbox.class).put(TestComposer.KIND, "directeur@clb.example", subject, 1);
            throw new IllegalStateException("the cause fails after all");
        }));
        one.deliver();
        assertThat(one.all(subject)).isEmpty();
        assertThat(server.received()).noneMatch(mail -> mail.contains(subject.toString()));
    }

    @Test
    void aMessageWithoutATransactionIsRefused() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> one.bean(Outbox.class).put(TestComposer.KIND, "directeur@clb.example", subject, 1));
        assertThat(one.all(subject)).isEmpty();
    }

    @Test
    void instancesThatDeliverTogetherDeliverEachMessageOnce() throws Exception {
        List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(40).toList();
        int before = server.received().size();
        while (one.deliver() > 0) {
            before = server.received().size();
        }
        subjects.forEach(one::put);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> runs = Stream.of(one, other, one, other).map(each -> threads.submit(each::deliver)).toList();
            int taken = 0;
            for (Future<Integer> run : runs) {
                taken += run.get(30, TimeUnit.SECONDS);
            }
            assertThat(taken).isEqualTo(40);
        }
        assertThat(server.received()).hasSize(before + 40);
        assertThat(new HashSet<>(server.received().subList(before, before + 40))).hasSize(40);
        assertThat(subjects).allSatisfy(each -> {
            assertThat(one.status(each).state()).isEqualTo(Message.State.delivered);
            assertThat(one.status(each).tries()).isOne();
        });
    }
}
