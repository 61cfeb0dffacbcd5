package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.database.Credentials;
import be.zelfscan.database.EmbeddedDatabase;
import be.zelfscan.support.DataFolder;
import be.zelfscan.web.StaticFiles;
import be.zelfscan.support.Await;
import be.zelfscan.support.FaultySmtpServer;
import be.zelfscan.support.FaultySmtpServer.Fault;
import be.zelfscan.support.RoundRobin;
import be.zelfscan.support.ServiceProcess;
import be.zelfscan.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Broken on purpose, while people save: whatever is killed or stopped, what was acknowledged is there, once, and nobody was overwritten.
 * Two instances work on one PostgreSQL behind a proxy. Each save carries a text and a key of its own; one that is not answered, or with a
 * 5xx, is sent again as it was.
 *
 * <p>Small in the usual build; {@code mvn -Preliability verify} does it at size, and prints the same table.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(5)
class ReliabilityIT {
    private static final int TIMES = Integer.getInteger("reliability.times", 1);
    private static final int RACES = Integer.getInteger("reliability.races", 10);
    private static final int PEOPLE = 8;
    private static final int MAILS = Integer.getInteger("reliability.mails", 60);
    private static final int MOST_TRIES = 9;
    private static final String OF_THE_QUEUE = "select count(*) from message where number > 100";
    private static final Duration DELIVERED = Duration.ofMinutes(20);
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (\\S+)");
    private static final Duration RECOVERY = Duration.ofSeconds(Integer.getInteger("reliability.recovery", 60));
    /** Between two saves of one person: none at size; in the usual build the other tests need the processors as well. */
    private static final Duration PAUSE = Duration.ofMillis(Integer.getInteger("reliability.pause", 250));
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMillis(50);
    private static final String QUESTION = "motive";
    private static final List<String> TABLE = new ArrayList<>();
    private static final Queue<Saved> ACKNOWLEDGED = new ConcurrentLinkedQueue<>();
    private static final Deque<Connection> IDLE = new ConcurrentLinkedDeque<>();

    private static Path folder;
    private static EmbeddedDatabase database;
    private static RoundRobin proxy;
    private static FaultySmtpServer smtp;
    private static ServiceProcess one;
    private static ServiceProcess other;
    private static String cookie;
    private static String scan;
    private static List<String> blocks;

    /** @param base revision that it was made from */
    private record Saved(String block, String text, int base) {}

    @BeforeAll
    static void startTwoInstances() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "reliability-").toAbsolutePath();
        database = EmbeddedDatabase.open(DataFolder.withTables(folder.resolve("data")), DataFolder.PROGRAMS);
        proxy = new RoundRobin();
        smtp = new FaultySmtpServer();
        one = start();
        other = start();
        cookie = session("directeur@democentrum-noord.example");
        Visitor director = visitor();
        scan = director.submit(director.get("/centrum").form("/zelfscan")).path().replaceAll("/inleiding$", "");
        blocks = director.get(scan + "/overzicht").document().select("a[href*=/deel/]").stream().map(link -> link.attr("href"))
                .map(address -> address.replaceFirst(".*/deel/([^/?#]+).*", "$1")).distinct()
                .filter(section -> !section.equals("slotvragen")).toList();
        assertThat(blocks).hasSizeGreaterThan(PEOPLE);
    }

    private static ServiceProcess start() {
        Credentials application = database.application();
        ServiceProcess started = ServiceProcess.start(folder,
                Map.of("ZELFSCAN_DEMO", "true", "SMTP_HOST", "localhost", "SMTP_PORT", String.valueOf(smtp.port()), "SMTP_TLS", "none",
                        "ZELFSCAN_MAIL_FROM", "zelfscan@pro.example", "JDBC_URL", application.jdbcUrl(), "JDBC_USER",
                        application.user(), "JDBC_PASSWORD", application.password(), "JDBC_OWNER_USER", database.owner().user(),
                        "JDBC_OWNER_PASSWORD", database.owner().password()));
        proxy.add(started.port());
        return started;
    }

    @AfterAll
    static void stop() throws IOException {
        System.out.println(String.join("\n", TABLE));
        for (ServiceProcess instance : List.of(one, other)) {
            instance.stop();
        }
        proxy.close();
        smtp.close();
        database.close();
    }

    @Test
    void savingGoesOnAfterABackendIsKilled() throws Exception {
        whilePeopleSave("kill -9 of a backend", TIMES, () -> {
            long backend = ask("select pid from pg_stat_activity where usename = '%s' limit 1".formatted(database.application().user()));
            ProcessHandle.of(backend).orElseThrow().destroyForcibly();
        });
    }

    @Test
    void savingGoesOnAfterTheDatabaseIsKilled() throws Exception {
        whilePeopleSave("kill -9 of PostgreSQL", TIMES, () -> {
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pidFile().getFirst())).orElseThrow();
            List<ProcessHandle> all = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        });
    }

    @Test
    void aDatabaseThatSaysNothingMoreIsSaidToBeAwayAndStopsNothingElse() throws Exception {
        whilePeopleSave("PostgreSQL hangs", TIMES, () -> {
            Stream<ProcessHandle> all = ProcessHandle.of(Long.parseLong(pidFile().getFirst())).stream()
                    .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()));
            List<String> pids = all.map(ProcessHandle::pid).map(String::valueOf).toList();
            signal("-STOP", pids);
            try {
                Visitor visitor = visitor();
                Await.until(RECOVERY, "health says so", () -> visitor.get("/health").status() == 503);
                assertThat(visitor.get(StaticFiles.address("saving.js")).status()).isEqualTo(200);
            } finally {
                signal("-CONT", pids);
            }
        });
    }

    private static void signal(String signal, List<String> pids) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        command.addAll(pids);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static List<String> pidFile() throws IOException {
        return Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"));
    }

    @Test
    void savingGoesOnAfterAnInstanceIsKilled() throws Exception {
        whilePeopleSave("kill -9 of an instance", TIMES, () -> {
            one.kill();
            proxy.remove(one.port());
            one = start();
        });
    }

    @Test
    void aRollingRestartFailsNoRequest() throws Exception {
        People people = whilePeopleSave("rolling restart", TIMES, () -> {
            one = restarted(one);
            other = restarted(other);
        });

        assertThat(people.failures).isEmpty();
    }

    private static ServiceProcess restarted(ServiceProcess instance) {
        instance.stop();
        proxy.remove(instance.port());
        return start();
    }

    @Test
    void oneOfThoseWhoSaveOnTheSameBaseWins() throws Exception {
        String block = blocks.getLast();
        CyclicBarrier together = new CyclicBarrier(PEOPLE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int race = 0; race < RACES; race++) {
                int base = race;
                List<Future<Integer>> racing = IntStream.range(0, PEOPLE).mapToObj(person -> threads.submit(() -> {
                    Visitor visitor = visitor();
                    String text = "wedloop %d van %d".formatted(base, person);
                    together.await();
                    int status = post(visitor, block, base, text, UUID.randomUUID());
                    if (status == 200) {
                        ACKNOWLEDGED.add(new Saved(block, text, base));
                    }
                    return status;
                })).toList();
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> answer : racing) {
                    statuses.add(answer.get());
                }
                assertThat(statuses).as("race %d", race).containsOnlyOnce(200).containsOnly(200, 409);
            }
        }
        note("racing saves on one base", RACES, RACES, 0, Duration.ZERO);
        check();
    }

    /** Twice comes what the server accepted right before its instance was killed: under one Message-ID, by which a mailbox knows it. */
    @Test
    void everyMailArrivesHoweverOftenAnInstanceIsKilled() throws Exception {
        smtp.misbehave(Fault.is_moody);
        assertThat(change("""
                insert into message (id, kind, recipient, person_id, subject_id, number, message_id, round_id, created_at, due_at)
                select gen_random_uuid(), 'invitation', p.email, p.id, c.id, 100 + n, gen_random_uuid(), c.round_id, now(), now()
                from round_centre c join membership m on m.centre_id = c.centre_id and m.role = 'director'
                join person p on p.id = m.person_id, generate_series(1, %d) n where c.round_id = '%s' order by n, c.id limit %d"""
                .formatted(MAILS, roundId(), MAILS)))
                .isEqualTo(MAILS);
        long begun = System.nanoTime();
        for (int kill = 1; kill <= TIMES; kill++) {
            int sent = MAILS * kill / (TIMES + 1);
            Await.until(DELIVERED, sent + " mails were taken", () -> ofTheQueue().size() >= sent);
            one.kill();
            proxy.remove(one.port());
            one = start();
        }
        for (int times = 0; times < MOST_TRIES && ask(OF_THE_QUEUE + " and state <> 'delivered'") > 0; times++) {
            Await.until(DELIVERED, "none is under way",
                    () -> ask(OF_THE_QUEUE + " and state <> 'delivered' and (state <> 'waiting' or due_at <= now())") == 0);
            change("update message set due_at = now() where number > 100 and state = 'waiting'"); // as if the pause of each had passed
        }
        assertThat(ask(OF_THE_QUEUE + " and state = 'delivered'")).as("delivered").isEqualTo(MAILS);
        smtp.misbehave(Fault.none);
        List<String> taken = ofTheQueue();
        assertThat(Set.copyOf(taken)).as("each of them").hasSize(MAILS);
        note("kill -9 while mails leave", TIMES, MAILS, taken.size() - MAILS, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** The Message-ID of each mail of the queue that the server took, as often as it took it. */
    private static List<String> ofTheQueue() {
        Set<String> queue = new HashSet<>(texts("select message_id from message where number > 100"));
        return smtp.received().stream().map(MESSAGE_ID::matcher).filter(Matcher::find).map(found -> found.group(1))
                .filter(id -> queue.stream().anyMatch(id::contains)).toList();
    }

    /** The last of all: the round stays closed. */
    @Test
    @Order(Integer.MAX_VALUE)
    void nothingIsSavedAfterTheRoundIsClosed() throws Exception {
        long before = ACKNOWLEDGED.size();
        String closing = "/rondes/%s/afsluiting".formatted(roundId());
        Visitor poc = new Visitor(proxy.address()).withCookie("zelfscan", session("paula.proef@poc-demo.example"));
        try (People people = new People()) {
            people.untilAllSaveAgain();
            assertThat(poc.submit(poc.get(closing).form(closing)).text()).contains("De ronde is afgesloten");
            people.untilAllAreTooLate();
            people.stop();
            note("closing a round", 1, ACKNOWLEDGED.size() - Math.toIntExact(before), people.failures.size(), Duration.ZERO);
        }
        assertThat(ask("select count(*) from answer_history a join scan s on s.id = a.scan_id join round r on r.id = s.round_id"
                + " where s.id = '%s' and a.answered_at > r.closed_at".formatted(scanId()))).as("after closing").isZero();
        check();
    }

    private interface Blow {
        void strike() throws Exception;
    }

    /** Strikes some times while people save; each time, everybody must come to save again. */
    private static People whilePeopleSave(String what, int times, Blow blow) throws Exception {
        try (People people = new People()) {
            people.untilAllSaveAgain();
            Duration back = Duration.ZERO;
            for (int i = 0; i < times; i++) {
                blow.strike();
                long struck = System.nanoTime();
                people.untilAllSaveAgain();
                Duration took = Duration.ofNanos(System.nanoTime() - struck);
                back = took.compareTo(back) > 0 ? took : back;
            }
            people.stop();
            note(what, times, people.saves(), people.failures.size(), back);
            check();
            return people;
        }
    }

    private static void note(String what, int times, int acknowledged, int failed, Duration back) {
        if (TABLE.isEmpty()) {
            TABLE.add("%n%-28s %6s %14s %16s %12s".formatted("broken", "times", "acknowledged", "failed requests", "back within"));
        }
        TABLE.add("%-28s %6d %14d %16d %10.1f s".formatted(what, times, acknowledged, failed, back.toMillis() / 1000.0));
    }

    /** People who save again and again, each in a block of their own; whoever gets no answer sends the same again. */
    private static final class People implements AutoCloseable {
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();
        private final List<Person> all = blocks.subList(0, PEOPLE).stream().map(Person::new).toList();
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final List<Future<?>> work = new ArrayList<>();
        private volatile boolean over;

        People() {
            all.forEach(person -> work.add(threads.submit(person)));
        }

        int saves() {
            return all.stream().mapToInt(person -> person.saves).sum();
        }

        void untilAllSaveAgain() {
            List<Integer> before = all.stream().map(person -> person.saves).toList();
            Await.until(RECOVERY, "all save again",
                    () -> IntStream.range(0, all.size()).allMatch(i -> all.get(i).saves > before.get(i) + 1));
        }

        void untilAllAreTooLate() {
            Await.until(RECOVERY, "all are too late", () -> all.stream().allMatch(person -> person.tooLate));
        }

        void stop() throws Exception {
            over = true;
            for (Future<?> one : work) {
                one.get();
            }
        }

        @Override
        public void close() {
            over = true;
            threads.close();
        }

        private final class Person implements Runnable {
            private final String block;
            private final Visitor visitor = visitor();
            private volatile int saves;
            private volatile boolean tooLate;

            Person(String block) {
                this.block = block;
            }

            @Override
            public void run() {
                int base = Math.toIntExact(
                        ask("select coalesce(max(revision), 0) from answer where scan_id = '%s' and section = '%s' and question = '%s'"
                                .formatted(scanId(), block, QUESTION)));
                while (!over) {
                    String text = "%s %s".formatted(block, UUID.randomUUID());
                    UUID key = UUID.randomUUID();
                    while (!acknowledged(base, text, key)) {
                        if (over || tooLate) {
                            return;
                        }
                    }
                    ACKNOWLEDGED.add(new Saved(block, text, base));
                    base++;
                    saves++;
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }

            private boolean acknowledged(int base, String text, UUID key) {
                try {
                    int status = post(visitor, block, base, text, key);
                    if (status == 200) {
                        return true;
                    }
                    if (status == 409 && isClosed()) {
                        tooLate = true;
                        return false;
                    }
                    failures.add("status " + status);
                    assertThat(status).as("answer to a save of %s on %d", block, base).isGreaterThanOrEqualTo(500);
                } catch (IllegalStateException broken) {
                    failures.add(String.valueOf(broken.getCause()));
                }
                LockSupport.parkNanos(BEFORE_TRYING_AGAIN.toNanos());
                return false;
            }
        }
    }

    private static boolean isClosed() {
        return ask("select count(*) from scan s join round r on r.id = s.round_id where s.id = '%s' and r.state = 'closed'"
                .formatted(scanId())) == 1;
    }

    private static Visitor visitor() {
        return new Visitor(proxy.address()).withCookie("zelfscan", cookie);
    }

    private static int post(Visitor visitor, String block, int base, String text, UUID key) {
        return visitor.post(scan + "/deel/" + block, Map.of("key", List.of(key.toString()), QUESTION + ".revision",
                List.of(String.valueOf(base)), QUESTION + ".note", List.of(text)), "HX-Request", "true").status();
    }

    private static String scanId() {
        return scan.split("/")[2];
    }

    private static String roundId() {
        return texts("select round_id from scan where id = '%s'".formatted(scanId())).getFirst();
    }

    /** Signs somebody in, as a link in a mail does it; returns the cookie. */
    private static String session(String email) {
        String secret = UUID.randomUUID().toString();
        change("insert into session (id, secret_hash, person_id, created_at, seen_at, ends_at) select gen_random_uuid(),"
                + " sha256(convert_to('%s', 'UTF8')), id, now(), now(), now() + interval '8 hours' from person where email = '%s'"
                        .formatted(secret, email));
        return secret;
    }

    private interface Work<T> {
        T with(Statement statement) throws SQLException;
    }

    /**
     * By the owner of the tables, over a connection that is kept: to open one takes longer than most questions. One that broke is opened
     * anew.
     */
    private static <T> T asOwner(Work<T> work) {
        Connection kept = IDLE.poll();
        try {
            if (kept != null && !kept.isValid(1)) {
                kept.close();
                kept = null;
            }
            Connection connection = kept == null ? owner() : kept;
            T result;
            try (Statement statement = connection.createStatement()) {
                result = work.with(statement);
            }
            IDLE.push(connection);
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int change(String command) {
        return asOwner(statement -> statement.executeUpdate(command));
    }

    private static List<String> texts(String query) {
        return asOwner(statement -> {
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        });
    }

    /** What was acknowledged is in the history once, no two on one base, and no revision is missing. */
    private static void check() {
        List<Saved> acknowledged = List.copyOf(ACKNOWLEDGED);
        List<String> kept = texts("select note from answer_history where scan_id = '%s'".formatted(scanId()));
        Set<String> texts = new HashSet<>(kept);
        assertThat(acknowledged.stream().map(Saved::text).filter(text -> !texts.contains(text))).as("lost").isEmpty();
        assertThat(kept).as("doubled").doesNotHaveDuplicates();
        assertThat(acknowledged.stream().map(saved -> saved.block() + " " + saved.base())).as("overwritten").doesNotHaveDuplicates();
        assertThat(ask("""
                select count(*) from (select from answer_history group by scan_id, section, question
                having count(*) <> max(revision) or min(revision) <> 1) gap""")).as("chains with gaps").isZero();
    }

    private static long ask(String query) {
        return Long.parseLong(texts(query).getFirst());
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(database.owner().jdbcUrl(), database.owner().user(), database.owner().password());
    }
}
