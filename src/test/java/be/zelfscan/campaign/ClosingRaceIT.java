package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.database.Scope;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.support.Await;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.support.Visitor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens in a round while it closes is before the closing or after it. {@code -Dreliability.closing=1000} tries it at full size. */
@Timeout(600)
class ClosingRaceIT {
    private static final int SAVES = Integer.getInteger("reliability.closing", 88);
    private static final int SAVERS = 40;
    /** Long in the ordinary build, which may share its machine with others. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(Integer.getInteger("reliability.wait", 30));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> QUESTIONS = List.of("motive", "levers", "bottlenecks", "differences");

    private final TestService service = TestService.get();
    private final String support = Net.support();
    private final Visitor poc = service.inSession(support);

    /** One answer that somebody gives. */
    private record Save(Visitor visitor, String page, String question, String text) {
        Page post() {
            return visitor.post(page, Map.of(question + ".revision", List.of("0"), question + ".note", List.of(text), "key",
                    List.of(UUID.randomUUID().toString())), "HX-Request", "true");
        }
    }

    private record Saved(String text, int status, Duration waited) {}

    @Test
    void noAnswerComesAfterTheClosingAndNobodyWaitsLong() throws Exception {
        List<String> blocks = service.questionnaire().blocks().stream().map(Section::id).toList();
        int ofOneCentre = blocks.size() * QUESTIONS.size();
        List<TestCentre> centres = IntStream.rangeClosed(0, (SAVES - 1) / ofOneCentre)
                .mapToObj(number -> service.centre("Centrum in de drukte " + number)).toList();
        String round = Net.open(poc, Net.unique("ronde in de drukte"), centres.toArray(TestCentre[]::new));
        Queue<Save> saves = new ConcurrentLinkedQueue<>(centres.stream().flatMap(centre -> {
            Visitor director = service.inSession(person(centre.director()));
            String scan = Net.start(director, centre, round);
            return blocks.stream().flatMap(block -> QUESTIONS.stream()
                    .map(question -> new Save(director, scan + "/deel/" + block, question, "gedrang " + UUID.randomUUID())));
        }).limit(SAVES).toList());
        Visitor.Form confirmation = poc.get(round + "/afsluiting").form("/afsluiting");
        AtomicInteger acknowledged = new AtomicInteger();
        List<Saved> saved = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(SAVERS + 1)) {
            List<Future<List<Saved>>> savers = IntStream.range(0, SAVERS).mapToObj(number -> people.submit(() -> {
                List<Saved> mine = new ArrayList<>();
                for (Save save = saves.poll(); save != null; save = saves.poll()) {
                    long begun = System.nanoTime();
                    int status = save.post().status();
                    mine.add(new Saved(save.text(), status, Duration.ofNanos(System.nanoTime() - begun)));
                    acknowledged.addAndGet(status == 200 ? 1 : 0);
                }
                return mine;
            })).toList();
            Future<Page> closing = people.submit(() -> {
                Await.until(PATIENCE, "a third is saved", () -> acknowledged.get() > SAVES / 3 || saves.isEmpty());
                return poc.submit(confirmation);
            });
            for (Future<List<Saved>> saver : savers) {
                saved.addAll(saver.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
            assertThat(closing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).text()).contains("De ronde is afgesloten");
        }

        assertThat(saved).hasSize(SAVES).extracting(Saved::status).containsOnly(200, 409);
        assertThat(afterTheClosing(round)).as("answers after the closing").isZero();
        assertThat(service.texts("select note from answer_history where note like 'gedrang %'"))
                .containsAll(saved.stream().filter(one -> one.status() == 200).map(Saved::text).toList())
                .doesNotContainAnyElementsOf(saved.stream().filter(one -> one.status() == 409).map(Saved::text).toList());
        assertThat(saved).extracting(Saved::waited).allMatch(waited -> waited.compareTo(LONGEST_WAIT) <= 0);
    }

    private long afterTheClosing(String round) {
        return service.count("select count(*) from answer_history h join scan s on s.id = h.scan_id join round r on r.id = s.round_id "
                + "where r.id = ? and h.answered_at > r.closed_at", Net.id(round));
    }

    /** What somebody does in a round that another closes meanwhile. */
    private enum Deed {
        save("select count(*) from answer_history h join scan s on s.id = h.scan_id where h.note = 'net te laat' and s.round_id = ?",
                0), start("select count(*) from scan where round_id = ?", 2), send(
                        "select count(*) from sent_scan x join scan s on s.id = x.scan_id where s.round_id = ?",
                        1), reopen("select count(*) from scan s where s.state = 'open' and s.round_id = ?", 1), add(
                                "select count(*) from round_centre where round_id = ?",
                                3), remove(add.sql, 3), remind("select count(*) from message where kind = 'reminder' and round_id = ?", 0);

        /** Counts what the deed changes, and how much of it there is without the deed. */
        private final String sql;
        private final int before;

        Deed(String sql, int before) {
            this.sql = sql;
            this.before = before;
        }
    }

    private final class Closing {
        private final TestCentre sent = service.centre("Centrum dat verzond");
        private final TestCentre started = service.centre("Centrum dat begon");
        private final TestCentre waiting = service.centre("Centrum dat wacht");
        private final TestCentre outside = service.centre("Centrum erbuiten");
        private final String round = Net.open(poc, Net.unique("ronde die net sluit"), sent, started, waiting);
        private final Visitor director = service.inSession(person(started.director()));
        private final String scan;

        Closing() {
            Net.send(service.inSession(person(sent.director())), sent, round);
            scan = Net.start(director, started, round);
        }

        Page act(Deed deed) {
            return switch (deed) {
                case save -> new Save(director, scan + "/deel/preventie", "motive", "net te laat").post();
                case start -> service.inSession(person(waiting.director()))
                        .post("/centrum/" + waiting.id() + "/ronde/" + Net.id(round) + "/zelfscan", Map.of());
                case send -> Net.confirm(director, scan + "/verzending");
                case reopen -> poc.post(round + "/centrum/" + sent.id() + "/heropening",
                        Map.of("reason", List.of("te laat")));
                case add -> poc.post(round + "/centra", Map.of("centre", List.of(outside.id().toString())));
                case remove -> poc.post(round + "/centra/verwijdering", Map.of("centre", List.of(waiting.id().toString())));
                case remind -> poc.post(round + "/herinnering",
                        Map.of("centre", List.of(waiting.id().toString()), "sleutel", List.of(UUID.randomUUID().toString())));
            };
        }

        long count(Deed deed) {
            return service.count(deed.sql, Net.id(round));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatBeginsWhileTheRoundClosesIsRefused(Deed deed) throws Exception {
        Closing closing = new Closing();
        if (deed == Deed.send) {
            Net.fillIn(closing.director, closing.scan);
        }
        try (ExecutorService somebody = Executors.newSingleThreadExecutor(); Connection database = service.application()) {
            database.setAutoCommit(false);
            run(database, "select set_config('app.person', 'service', true)");
            run(database, "update round set state = 'closed', closed_at = clock_timestamp() where id = '" + Net.id(closing.round) + "'");
            Future<Page> act = somebody.submit(() -> closing.act(deed));
            Await.until(PATIENCE, "somebody waits for the closing", () -> act.isDone() || isSomebodyWaiting());
            database.commit();
            assertThat(act.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).status()).isEqualTo(409);
        }
        assertThat(closing.count(deed)).isEqualTo(deed.before);
    }

    @Test
    void anAnswerThatWaitedForAColleagueUntilTheRoundWasClosedIsRefused() throws Exception {
        Closing closing = new Closing();
        try (ExecutorService somebody = Executors.newSingleThreadExecutor(); Connection colleague = service.application()) {
            colleague.setAutoCommit(false);
            run(colleague, "select set_config('app.person', 'service', true)");
            run(colleague, "select from scan where id = '" + Net.id(closing.scan) + "' for update");
            Future<Page> act = somebody.submit(() -> closing.act(Deed.save));
            Await.until(PATIENCE, "somebody waits for the scan", () -> act.isDone() || isSomebodyWaiting());
            run(colleague, "update round set state = 'closed', closed_at = clock_timestamp() where id = '" + Net.id(closing.round) + "'");
            colleague.commit();
            assertThat(act.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).status()).isEqualTo(409);
        }
        assertThat(closing.count(Deed.save)).isZero();
    }

    private boolean isSomebodyWaiting() {
        return service.count("select count(*) from pg_locks where not granted") > 0;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** Keeps whoever freezes the figures of a round waiting, until it rolls back; returns its process in the database. */
    private static int holdFigures(Connection holder, String round) throws SQLException {
        holder.setAutoCommit(false);
        run(holder, "select set_config('app.person', 'service', true)");
        run(holder, "insert into comparison select id, 1, questionnaire_id, version, minimum_group_size, now() from round where id = '"
                + Net.id(round) + "'");
        try (PreparedStatement statement = holder.prepareStatement("select pg_backend_pid()"); ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void end(CloseRound closeRound, String round) {
        new Scope.Service().run(() -> closeRound.end(Net.id(round), closeRound.version(Net.id(round))));
    }

    private boolean isSomebodyWaitingFor(int process) {
        return service.count("select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid))", process) > 0;
    }

    @Test
    void whoSavesWhileTheFiguresAreMadeIsToldMeanwhileThatTheRoundIsClosed() throws Exception {
        Closing closing = new Closing();
        CloseRound closeRound = service.context().getBean(CloseRound.class);
        try (ExecutorService somebody = Executors.newSingleThreadExecutor(); Connection holder = service.application()) {
            int held = holdFigures(holder, closing.round);
            end(closeRound, closing.round);
            Future<?> figures = somebody.submit(closeRound::run);
            Await.until(PATIENCE, "the figures wait", () -> isSomebodyWaitingFor(held));

            Page late = closing.act(Deed.save);

            assertThat(late.status()).as(late.text()).isEqualTo(409);
            assertThat(isSomebodyWaitingFor(held)).as("the figures still wait").isTrue();
            holder.rollback();
            figures.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(closing.count(Deed.save)).isZero();
    }

    @Test
    void aClosingThatWasCutOffIsFinishedOnceAndIsToldTrulyMeanwhile() throws Exception {
        TestCentre centre = service.centre("Centrum dat wacht op de cijfers");
        String round = Net.open(poc, Net.unique("ronde met een onderbreking"), centre);
        Visitor director = service.inSession(person(centre.director()));
        Net.send(director, centre, round);
        try (Connection holder = service.application()) {
            holdFigures(holder, round);
            end(service.context().getBean(CloseRound.class), round);
            assertThat(poc.get(round).text()).contains("wordt nu gemaakt");
            Page comparison = director.get("/centrum/%s/vergelijking/%s".formatted(centre.id(), Net.id(round)));
            assertThat(comparison.status()).isEqualTo(409);
            assertThat(comparison.text()).contains("De vergelijking wordt nu gemaakt").doesNotContain("nog niet afgesloten");
            assertThat(poc.get("/vergelijking/" + Net.id(round)).text()).contains("worden nu vastgelegd").doesNotContain("Nog open");
            holder.rollback();
        }
        Stream.generate(() -> service.context().getBean(CloseRound.class)).limit(3).parallel().forEach(CloseRound::run);
        Await.until(PATIENCE, "the closing is finished", () -> Net.messages(round, "round-closed", centre.director()) > 0);
        assertThat(Net.messages(round, "round-closed", centre.director())).isEqualTo(1);
        assertThat(service.count("select count(*) from comparison where round_id = ?", Net.id(round))).isEqualTo(1);
        assertThat(director.get("/centrum/%s/vergelijking/%s".formatted(centre.id(), Net.id(round))).status()).isEqualTo(200);
        assertThat(poc.get(round).text()).doesNotContain("wordt nu gemaakt");
    }

    @Test
    void theDatabaseRefusesAScanOfACentreThatTakesNoPart() {
        TestCentre centre = service.centre("Centrum dat niet meedoet");
        String round = Net.open(poc, Net.unique("ronde zonder dat centrum"), service.centre("Centrum dat wel meedoet"));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> service.change("""
                insert into scan (id, round_id, centre_id, questionnaire_id, version, started_at)
                select gen_random_uuid(), r.id, ?, r.questionnaire_id, r.version, now() from round r where r.id = ?""", centre.id(),
                Net.id(round)))).hasStackTraceContaining("scan_of_centre_in_round");
    }

    private UUID person(String email) {
        return UUID.fromString(service.texts("select id::text from person where email = '" + email + "'").getFirst());
    }
}
