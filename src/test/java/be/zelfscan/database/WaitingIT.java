package be.zelfscan.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.support.Await;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.support.Visitor;
import be.zelfscan.web.StaticFiles;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for the database keeps nobody else waiting, waits for a bounded time, and is told the truth. */
@Timeout(600)
@Order(3)
class WaitingIT {
    private static final String WAITING = "select count(distinct pid) from pg_locks where not granted";
    /** Longer than where people use it, so that a page that waits for a lock or a connection is told from one on a busy machine. */
    private static final Map<String, Object> LONG_WAITS = Map.of("datasources.default.connection-timeout", 12_000,
            "datasources.default.connection-init-sql", "set plan_cache_mode = force_generic_plan; set lock_timeout = '12s'; "
                    + "set statement_timeout = '25s'; set idle_in_transaction_session_timeout = '60s'");
    private static final Duration LESS_THAN_THE_LOCK = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Its own, since all of its database connections are taken. */
    private static final TestService SERVICE = TestService.with(LONG_WAITS);

    private final TestService service = SERVICE;
    private final TestCentre centre = service.centre("Centrum dat wacht");
    private final Visitor director = service.inSession(centre.director());
    private final String scan = director.submit(director.get("/centrum").form("/zelfscan")).path().replaceAll("/inleiding$", "");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private interface Work {
        void run() throws Exception;
    }

    /** While somebody holds the scan, and this many people try to save an answer to it. */
    private List<Page> whileSavesWait(int savers, int waiting, Work work) throws Exception {
        List<Future<Page>> saves = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor(); Connection other = service.owner()) {
            List<Form> forms = new ArrayList<>(); // all read before, since a page that is read would wait for a connection itself
            for (int i = 0; i < savers; i++) {
                forms.add(form().set("motive.note", "Wat wacht, nummer " + i).set("go", "stay"));
            }
            hold(other);
            forms.forEach(form -> saves.add(people.submit(() -> director.submit(form))));
            Await.until(LONGEST, "saves wait", () -> service.count(WAITING) >= waiting);
            work.run();
            other.rollback();
            List<Page> answers = new ArrayList<>();
            for (Future<Page> save : saves) {
                answers.add(save.get());
            }
            return answers;
        }
    }

    private void hold(Connection other) throws SQLException {
        other.setAutoCommit(false);
        try (PreparedStatement lock = other.prepareStatement("select 1 from scan where id = ?::uuid for update")) {
            lock.setString(1, scan.split("/")[2]);
            lock.execute();
        }
    }

    private Form form() {
        return director.get(scan + "/deel/preventie").form("/deel/");
    }

    private static <T> T within(Duration limit, Callable<T> work) throws Exception {
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            T result = one.submit(work).get();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(limit);
            return result;
        }
    }

    @Test
    void savesThatWaitStopNothingElse() throws Exception {
        int savers = 2 * Runtime.getRuntime().availableProcessors() + 4;
        List<Page> saved = whileSavesWait(savers, savers, () -> {
            for (String path : List.of(StaticFiles.address("saving.js"), "/health", "/privacy", "/centrum")) {
                assertThat(within(LESS_THAN_THE_LOCK, () -> director.get(path)).status()).as(path).isEqualTo(200);
            }
        });

        assertThat(saved).extracting(Page::status).isSubsetOf(200, 409, 503);
        assertThat(saved).filteredOn(page -> page.status() == 200).hasSizeLessThan(2);
    }

    @Test
    void whatIsServedWithoutTheDatabaseIsServedWhenThePoolIsUsedUp() throws Exception {
        whileSavesWait(40, 12, () -> {
            for (String path : List.of(StaticFiles.address("saving.js"), "/health", "/privacy")) {
                assertThat(within(LESS_THAN_THE_LOCK, () -> service.visitor().get(path)).status()).as(path).isEqualTo(200);
            }
        });
    }

    @Test
    void aLockIsNotWaitedForWithoutEndAndTheSameSaveGoesThroughAfterwards() throws Exception {
        Form form = form().set("motive.note", "Wat niet verloren mag gaan").set("go", "stay");
        try (Connection other = service.owner()) {
            hold(other);

            Page unavailable = director.submit(form);

            assertThat(unavailable.status()).isEqualTo(503);
            assertThat(unavailable.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(unavailable.text()).contains("Wacht een halve minuut").contains("Wat niet verloren mag gaan");
            assertThat(unavailable.form(form.action()).get("motive.note")).containsExactly("Wat niet verloren mag gaan");
            Page part = director.post(form.action(), form.fields(), "HX-Request", "true");
            assertThat(part.status()).isEqualTo(503);
            assertThat(part.text()).contains("Wacht een halve minuut").doesNotContain("Meld je aan");
            other.rollback();
        }
        for (int times = 0; times < 2; times++) {
            assertThat(director.submit(form).text()).contains("bewaard om");
        }
        assertThat(service.count("select count(*) from answer_history where scan_id = ? and note = 'Wat niet verloren mag gaan'",
                UUID.fromString(scan.split("/")[2]))).isOne();
    }

    @Test
    void whatNeedsTheDatabaseSaysToPeopleAndProgramsThatItIsAwayForAMoment() throws Exception {
        try (Connection other = service.owner(); ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Form form = form().set("motive.note", "Getypt terwijl er niets ging");
            other.setAutoCommit(false);
            other.createStatement().execute("lock table session, api_token in access exclusive mode");
            Future<Page> read = people.submit(() -> director.get("/centrum?gedaan=einde"));
            Future<Page> write = people.submit(() -> director.submit(form));
            Future<Page> program = people.submit(() -> service.visitor().get("/api/v1/rondes", "Authorization", "Bearer zs_geen"));

            assertThat(read.get().status()).isEqualTo(503);
            assertThat(read.get().response().headers().firstValue("Retry-After")).isPresent();
            assertThat(read.get().link("Opnieuw proberen")).isEqualTo("/centrum?gedaan=einde");
            assertThat(read.get().text()).doesNotContain("anmelden");
            assertThat(write.get().status()).isEqualTo(503);
            assertThat(write.get().form(form.action()).get("motive.note")).containsExactly("Getypt terwijl er niets ging");
            assertThat(program.get().status()).isEqualTo(503);
            assertThat(program.get().response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(program.get().response().headers().firstValue("Retry-After")).isPresent();
            other.rollback();
            assertThat(director.submit(write.get().form(form.action()).set("go", "stay")).text()).contains("bewaard om");
        }
        assertThat(form().get("motive.note")).containsExactly("Getypt terwijl er niets ging");
    }

    @Test
    void aStatementOfLongWorkMayTakeLongerInItsOwnTransactionOnly() {
        assertThat(limit()).isEqualTo("25s");
        assertThat(LongWork.call(this::limit)).isEqualTo("10min");
        assertThat(limit()).isEqualTo("25s");
    }

    private String limit() {
        @SuppressWarnings("unchecked")
        TransactionOperations<Connection> transactions = service.context().getBean(TransactionOperations.class);
        return transactions.executeRead(status -> {
            try (Statement statement = status.getConnection().createStatement();
                    ResultSet row = statement.executeQuery("show statement_timeout")) {
                row.next();
                return row.getString(1);
            }
        });
    }

    @Test
    void aServiceThatStopsFinishesWhatIsUnderWayAndTakesInNothingNew() throws Exception {
        TestService stopping = TestService.with(Map.of("zelfscan.service.last-question", "3s"));
        TestCentre own = stopping.centre("Centrum van de laatste");
        Visitor person = stopping.signedIn(own.director());
        String address = person.submit(person.get("/centrum").form("/zelfscan")).path().replaceAll("/inleiding$", "");
        Form form = person.get(address + "/deel/preventie").form("/deel/").set("motive.note", "Net op tijd").set("go", "stay");
        InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(stopping.address()).getPort());
        try (Connection other = stopping.owner();
                Socket open = connection(there);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select 1 from scan where id = '%s' for update".formatted(address.split("/")[2]));
            Future<Page> save = people.submit(() -> person.post(form.action(), form.fields(), "HX-Request", "true"));
            Await.until(LONGEST, "the save waits", () -> stopping.count(WAITING) == 1);
            assertThat(headOfAPage(open)).startsWith("http/1.1 200").doesNotContain("connection: close");

            Future<?> stop = people.submit(stopping::close);
            Await.until(LONGEST, "new connections are refused", () -> refused(there));
            Await.until(LONGEST, "a connection that was there is told that it ends", () -> headOfAPage(open).contains("connection: close"));
            other.rollback();

            assertThat(save.get().status()).isEqualTo(200);
            assertThat(save.get().text()).contains("bewaard");
            assertThat(save.get().response().headers().firstValue("Connection")).hasValue("close");
            stop.get();
        }
    }

    private static Socket connection(InetSocketAddress there) throws IOException {
        Socket socket = new Socket();
        socket.connect(there);
        socket.setSoTimeout(Math.toIntExact(LONGEST.toMillis()));
        return socket;
    }

    /** Asks for a page on this connection; returns the answer's status and headers in small letters. */
    private static String headOfAPage(Socket open) {
        try {
            open.getOutputStream()
                    .write("GET /privacy HTTP/1.1\r\nHost: localhost:%d\r\n\r\n".formatted(open.getPort()).getBytes(US_ASCII));
            InputStream answer = open.getInputStream();
            StringBuilder written = new StringBuilder();
            while (written.indexOf("\r\n\r\n") < 0) {
                int sign = answer.read();
                assertThat(sign).as("a connection that was open is answered").isNotNegative();
                written.append((char) sign);
            }
            String head = written.toString().toLowerCase(Locale.ROOT);
            answer.skipNBytes(Long.parseLong(head.replaceFirst("(?s).*\r\ncontent-length: (\\d+)\r\n.*", "$1")));
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean refused(InetSocketAddress there) {
        try {
            connection(there).close();
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
