package be.zelfscan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.support.Await;
import be.zelfscan.support.FaultySmtpServer.Fault;
import be.zelfscan.support.FaultySmtpServer;
import be.zelfscan.support.LogLines;
import be.zelfscan.support.TestDatabase;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a message when the mail server, a composer or an instance lets it down. */
@Order(Integer.MAX_VALUE - 9)
class MailDeliveryIT {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Pattern MESSAGE_ID = Pattern.compile("^Message-ID: (<.+>)$", Pattern.MULTILINE);

    private final UUID subject = UUID.randomUUID();
    private final FaultySmtpServer server = new FaultySmtpServer();
    private final TestDatabase database = TestDatabase.fresh();
    private Instance service;

    @BeforeEach
    void start() {
        service = Instance.start(database, Instance.through(server.port()));
    }

    @AfterEach
    void stop() {
        service.close();
        server.close();
    }

    @Test
    void anAcceptedMailIsDeliveredWithTheAnswerOfTheServer() {
        service.put(subject);
        assertThat(service.status(subject).state()).isEqualTo(Message.State.waiting);
        assertThat(service.deliver()).isOne();
        MessageLedger.Status status = service.status(subject);
        assertThat(status.state()).isEqualTo(Message.State.delivered);
        assertThat(status.deliveredAt()).contains(Instant.parse(Instance.NOW));
        assertThat(status.lastAnswer()).isEqualTo("250 2.0.0 kept as 1");
        assertThat(service.bean(TestComposer.class).sawTransaction()).isFalse();
        assertThat(service.deliver()).isZero();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aTemporaryRefusalIsTriedAgainAfterAPause() {
        server.misbehave(Fault.recipient_refused_for_now);
        service.put(subject);
        service.deliver();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.waiting);
        assertThat(service.status(subject).lastAnswer()).startsWith("451 4.7.1 greylisted");
        server.misbehave(Fault.none);
        service.advance(FIRST_PAUSE.minusMillis(1));
        assertThat(service.deliver()).isZero();
        service.advance(Duration.ofMillis(1));
        assertThat(service.deliver()).isOne();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.delivered);
        assertThat(service.status(subject).tries()).isEqualTo(2);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aMailOfWhichTheFateIsUnknownGoesAgainWithTheSameMessageId() {
        server.misbehave(Fault.drops_after_content);
        service.put(subject);
        service.deliver();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.waiting);
        server.misbehave(Fault.none);
        service.advance(FIRST_PAUSE);
        service.deliver();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.delivered);
        List<String> ids = server.received().stream().map(MailDeliveryIT::messageId).toList();
        assertThat(ids).hasSize(2);
        assertThat(ids.getFirst()).isEqualTo(ids.getLast()).endsWith("@pro.example>");
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"recipient_refused_for_good", "content_refused_for_good"})
    void aRefusalForGoodIsNotTriedAgain(Fault fault) {
        server.misbehave(fault);
        service.put(subject);
        service.deliver();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.failed);
        assertThat(service.status(subject).lastAnswer()).matches("55[04] 5\\..*").doesNotContain("datagrafiek");
        service.advance(Duration.ofDays(30));
        assertThat(service.deliver()).isZero();
    }

    /** It waited, and was tried ten times in three days. */
    @Test
    void whatCanNeverBeAMailFailsAtOnceAndSaysWhy() {
        service.put(TestComposer.KIND, "jan..p.@clb.example", subject);
        service.deliver();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.failed);
        assertThat(service.status(subject).lastAnswer()).isNotBlank();
        UUID second = UUID.randomUUID();
        service.bean(TestComposer.class).before(() -> {
            throw new Mail.Impossible("A mail needs a subject");
        });
        service.put(second);
        service.deliver();
        assertThat(service.status(second).state()).isEqualTo(Message.State.failed);
        assertThat(service.status(second).lastAnswer()).contains("kan niet gemaakt worden");
        service.advance(Duration.ofDays(30));
        assertThat(service.deliver()).isZero();
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"sender_refused", "sign_in_wanted", "hangs", "trickles"})
    void troubleThatIsNotOfThisMailKeepsItWaitingAndHoldsNobodyUp(Fault fault) {
        server.misbehave(fault);
        service.put(subject);
        long begun = System.nanoTime();
        service.deliver();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(service.status(subject).state()).isEqualTo(Message.State.waiting);
        assertThat(service.status(subject).lastAnswer()).isNotBlank();
        assertThat(server.received()).isEmpty();
        server.misbehave(Fault.none);
        service.advance(FIRST_PAUSE);
        service.deliver();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.delivered);
    }

    @Test
    void aServerThatHangsAtTheFarewellHasTheMail() {
        server.misbehave(Fault.hangs_at_farewell);
        service.put(subject);
        service.deliver();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.delivered);
    }

    @Test
    void aServerThatCannotBeReachedCostsOneMessageATryAndNotAll() throws IOException {
        List<UUID> subjects = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        try (Instance without = Instance.start(database, Instance.through(closedPort()))) {
            subjects.forEach(without::put);
            assertThat(without.deliver()).isOne();
            assertThat(subjects.stream().mapToInt(each -> without.status(each).tries()).sum()).isOne();
        }
        service.advance(FIRST_PAUSE);
        assertThat(service.deliver()).isEqualTo(3);
        assertThat(subjects).allSatisfy(each -> assertThat(service.status(each).state()).isEqualTo(Message.State.delivered));
    }

    @Test
    void aMessageIsGivenUpAfterTenTries() {
        server.misbehave(Fault.recipient_refused_for_now);
        service.put(subject);
        for (int i = 0; i < MailDelivery.MOST_TRIES; i++) {
            assertThat(service.status(subject).state()).isEqualTo(Message.State.waiting);
            assertThat(service.deliver()).isOne();
            service.advance(Duration.ofDays(2));
        }
        assertThat(service.status(subject).state()).isEqualTo(Message.State.failed);
        assertThat(service.status(subject).lastAnswer()).startsWith("Opgegeven na 10 pogingen. 451");
        assertThat(service.deliver()).isZero();
    }

    @Test
    void aMessageWhoseWorkerDiedIsTakenUpWhenTheClaimLapses() {
        service.put(subject);
        Instant now = Instant.parse(Instance.NOW);
        MessageQueries.Claim lost = service.bean(MessageQueries.class).claim(now, now.plus(MailDelivery.CLAIM), Set.of(), false)
                .orElseThrow();
        service.close();
        service = Instance.start(database, Instance.through(server.port()));
        assertThat(service.status(subject).state()).isEqualTo(Message.State.sending);
        assertThat(service.deliver()).isZero();
        service.advance(MailDelivery.CLAIM);
        assertThat(service.deliver()).isOne();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.delivered);
        assertThat(service.status(subject).tries()).isEqualTo(2);
        assertThat(server.received()).hasSize(1);
        assertThat(service.bean(MessageQueries.class).settle(lost, Message.State.failed, now, "late")).as("a worker that comes back late")
                .isFalse();
    }

    @Test
    void aMailThatTakesEveryWorkerDownIsGivenUp() {
        service.put(subject);
        Instant now = Instant.parse(Instance.NOW);
        for (int i = 0; i < MailDelivery.MOST_TRIES; i++) {
            assertThat(service.bean(MessageQueries.class).claim(now, now, Set.of(), false)).isPresent();
        }
        service.deliver();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.failed);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aComposerThatTookSoLongThatAnotherTookOverSendsNothing() {
        service.put(subject);
        TestComposer composer = service.bean(TestComposer.class);
        composer.before(() -> {
            service.advance(MailDelivery.CLAIM);
            Instant now = Instant.parse(Instance.NOW).plus(MailDelivery.CLAIM);
            assertThat(service.bean(MessageQueries.class).claim(now, now.plus(MailDelivery.CLAIM), Set.of(), false)).isPresent();
            composer.before(() -> {});
        });
        service.deliver();
        assertThat(server.received()).isEmpty();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.sending);
        service.advance(MailDelivery.CLAIM);
        service.deliver();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aMailThatIsNoLongerWantedIsWithdrawnWithTheReason() {
        service.bean(TestComposer.class).before(() -> {
            throw new NoLongerWanted("De aanmeldlink is verlopen.");
        });
        service.put(subject);
        service.deliver();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.withdrawn);
        assertThat(service.status(subject).lastAnswer()).isEqualTo("De aanmeldlink is verlopen.");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aComposerThatFailsIsAskedAgainAndItsTroubleStaysInside() {
        service.bean(TestComposer.class).before(() -> {
            throw new IllegalStateException("nota van het centrum");
        });
        service.put(subject);
        UUID unheardOf = UUID.randomUUID();
        service.put("unheard-of", "directeur@clb.example", unheardOf);
        try (LogLines log = new LogLines()) {
            assertThat(service.deliver()).as("one message that cannot be made holds up no other").isEqualTo(2);
            assertThat(log.traces()).as("for who manages the service").anyMatch(trace -> trace.contains("IllegalStateException"));
        }
        assertThat(service.status(subject).state()).isEqualTo(Message.State.waiting);
        assertThat(service.status(subject).lastAnswer()).isEqualTo("De mail kon niet gemaakt of afgegeven worden. De oorzaak staat in het"
                + " log van de dienst; vraag het aan wie Zelfscan beheert.");
        assertThat(service.status(unheardOf).lastAnswer())
                .isEqualTo("Deze soort mail kent Zelfscan niet. Vraag het aan wie Zelfscan beheert.");
        service.bean(TestComposer.class).before(() -> {});
        service.advance(FIRST_PAUSE);
        service.deliver();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.delivered);
    }

    @Test
    void whatIsNotOneAddressFailsWithoutAMail() {
        for (String recipient : List.of("a@clb.example, b@clb.example", "a@clb.example\r\nBcc: b@clb.example", "niemand")) {
            UUID each = UUID.randomUUID();
            service.put(TestComposer.KIND, recipient, each);
            service.deliver();
            assertThat(service.status(each).state()).as(recipient).isEqualTo(Message.State.failed);
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aServerWithoutTheChosenProtectionGetsNoMail() {
        Map<String, Object> protectedOnly = new HashMap<>(Instance.through(server.port()));
        protectedOnly.put("zelfscan.mail.smtp.tls", "starttls");
        try (Instance careful = Instance.start(database, protectedOnly)) {
            careful.put(subject);
            careful.deliver();
            assertThat(careful.status(subject).state()).isEqualTo(Message.State.waiting);
            assertThat(careful.status(subject).lastAnswer()).contains("STARTTLS");
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aMailForWhichSomebodySitsWaitingGoesBeforeAllOthers() {
        service.put(subject);
        service.advance(Duration.ofMinutes(1));
        UUID urgent = UUID.randomUUID();
        service.put(UrgentTestComposer.KIND, "ongeduld@clb.example", urgent);
        assertThat(service.deliver()).isEqualTo(2);
        assertThat(server.received()).first().asString().contains("To: ongeduld@clb.example");
    }

    @Test
    void aClaimThatLapsedDoesNotQueueBehindWhatWaits() {
        service.put(subject);
        Instant now = Instant.parse(Instance.NOW);
        assertThat(service.bean(MessageQueries.class).claim(now, now.plus(MailDelivery.CLAIM), Set.of(), false)).isPresent();
        service.put(TestComposer.KIND, "wacht@clb.example", UUID.randomUUID());
        service.advance(MailDelivery.CLAIM);
        assertThat(service.deliver()).isEqualTo(2);
        assertThat(server.received()).first().asString().contains("To: directeur@clb.example");
    }

    @Test
    void whoeverIsAtWorkKeepsItsClaimAndADeadInstanceDoesNotKeepItAMinute() {
        assertThat(MailDelivery.CLAIM).isLessThan(Duration.ofSeconds(50));
        service.put(subject);
        service.bean(TestComposer.class).before(() -> {
            service.advance(MailDelivery.CLAIM.minusSeconds(1));
            Await.until(Duration.ofSeconds(20), "the claim lasts longer",
                    () -> entry().dueAt().isAfter(Instant.parse(Instance.NOW).plus(MailDelivery.CLAIM)));
            service.advance(Duration.ofSeconds(3));
        });
        service.deliver();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.delivered);
        assertThat(service.status(subject).tries()).isOne();
    }

    @Test
    void aMailGoesToTheAddressThatItsPersonHasWhenItLeaves() {
        database.execute("insert into person (id, name, email) values ('%s', 'Dina', 'fuot@clb.example')".formatted(subject));
        service.put(TestComposer.KIND, "fuot@clb.example", subject);
        database.execute("update person set email = 'juist@clb.example' where id = '%s'".formatted(subject));
        service.deliver();
        assertThat(server.received()).singleElement().asString().contains("To: juist@clb.example").doesNotContain("fuot@");
        assertThat(service.status(subject).recipient()).isEqualTo("juist@clb.example");
        assertThat(entry().formerly()).as("the ledger shows both").contains("fuot@clb.example");

        database.execute("update message set recipient = 'verwijderd-%s@removed.invalid'".formatted(subject));
        assertThat(entry().formerly()).as("whoever is removed takes both along").isEmpty();
    }

    private LedgerQueries.Entry entry() {
        return service.bean(MessageLedger.class).page(LedgerQueries.Filter.ofRound(Optional.empty())).entries().getFirst();
    }

    @Test
    void anAddressThatChangesWhileTheMailIsWrittenDoesNotWithdrawIt() {
        database.execute("insert into person (id, name, email) values ('%s', 'Dina', 'oud@clb.example')".formatted(subject));
        service.put(TestComposer.KIND, "oud@clb.example", subject);
        service.bean(TestComposer.class).before(() -> {
            database.execute("update person set email = 'nieuw@clb.example' where id = '%s'".formatted(subject));
            throw new NoLongerWanted("Niemand meldt zich nog met dit e-mailadres aan.");
        });
        service.deliver();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.waiting);
        service.bean(TestComposer.class).before(() -> {});
        service.advance(FIRST_PAUSE);
        service.deliver();
        assertThat(server.received()).singleElement().asString().contains("To: nieuw@clb.example");
    }

    @Test
    void aServiceThatIsTooBusyToWriteAMailCountsAsNoTry() {
        service.bean(TestComposer.class).before(() -> {
            throw new Busy();
        });
        service.put(subject);
        for (int i = 0; i <= MailDelivery.MOST_TRIES; i++) {
            service.deliver();
            assertThat(service.status(subject).state()).isEqualTo(Message.State.waiting);
            assertThat(service.status(subject).tries()).isZero();
            service.advance(FIRST_PAUSE);
        }
        service.bean(TestComposer.class).before(() -> {});
        service.deliver();
        assertThat(service.status(subject).state()).isEqualTo(Message.State.delivered);
        assertThat(service.status(subject).tries()).isOne();
    }

    private static final class Busy extends Problem {
        private static final long serialVersionUID = 1L;

        Busy() {
            super(HttpStatus.SERVICE_UNAVAILABLE, "Er worden nu veel documenten tegelijk gemaakt.");
        }
    }

    private static String messageId(String mail) {
        return MESSAGE_ID.matcher(mail).results().map(found -> found.group(1)).findFirst().orElseThrow();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
