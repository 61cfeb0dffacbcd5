package be.zelfscan.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.database.Scope;
import be.zelfscan.organisation.RemovePerson;
import be.zelfscan.support.Await;
import be.zelfscan.support.Visitor;
import be.zelfscan.text.Slug;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

/** All reports of a round are made in the background, one by one, and fetched as one file. */
@Timeout(600)
@Order(Integer.MAX_VALUE - 4)
class RoundReportIT {
    private static final int ALL = 1 + 3 + 10;
    private static final String MADE = "select count(*) from round_report r join round_report_order o on o.id = r.order_id where o.round_id = ? and r.pdf is not null";

    /** A service whose reports are made when a test says so. */
    private static final class Holder {
        private static final TestService BY_HAND = TestService.with(Map.of("zelfscan.reports.make", false));
    }

    @AfterAll
    static void stop() {
        Holder.BY_HAND.close();
    }

    /** A round of a test's own in the service of this class, in which nothing else waits to be made. */
    private static HandComputedRound closed(TestService service) {
        service.change("delete from round_report_order");
        return HandComputedRound.closed(service);
    }

    private static Visitor.Page order(HandComputedRound round) {
        Visitor support = round.visitor(round.net().support());
        return support.submit(support.get("/rapporten/" + round.id()).form("/opdracht"));
    }

    private static Visitor.Page page(HandComputedRound round) {
        return round.visitor(round.net().support()).get("/rapporten/" + round.id());
    }

    private static Visitor.Page zip(HandComputedRound round) {
        return round.visitor(round.net().support()).get("/rapporten/" + round.id() + "/rapporten.zip");
    }

    private static Map<String, byte[]> files(Visitor.Page page) {
        assertThat(page.response().headers().firstValue("Content-Type")).as(page.text()).hasValue("application/zip");
        return files(page.body());
    }

    private static Map<String, byte[]> files(byte[] content) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Test
    void whoOrdersWhileSomebodyElseDoesSeesThatOrder() throws Exception {
        TestService service = Holder.BY_HAND;
        HandComputedRound round = closed(service);
        try (Connection other = service.owner(); ExecutorService second = Executors.newSingleThreadExecutor()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("insert into round_report_order (id, round_id, requested_by, requested_at)"
                        + " values (gen_random_uuid(), '%s', '%s', now())".formatted(round.id(), round.net().support()));
                Future<Visitor.Page> asked = second.submit(() -> order(round));
                Await.until(Duration.ofSeconds(10), "the second waits", () -> service
                        .count("select count(*) from pg_locks where locktype = 'transactionid' and not granted") > 0);
                other.commit();
                assertThat(asked.get().status()).isEqualTo(200);
            }
        }
        assertThat(service.count("select count(*) from round_report_order where round_id = ?", round.id())).isOne();
    }

    @Test
    @ResourceLock("the reports of a round") // which go when a name in help does
    void theServiceMakesThemByItselfAndEveryReportIsInTheFile() {
        HandComputedRound round = HandComputedRound.shared();
        assertThat(order(round).text()).contains("van 14 klaar");
        Await.until(Duration.ofSeconds(120), "all are made", () -> page(round).text().contains("Alle 14 rapporten zijn klaar"));

        Visitor.Page zip = zip(round);
        assertThat(zip.response().headers().firstValue("Content-Disposition").orElse("")).contains("attachment", "rapporten-", ".zip");
        Map<String, byte[]> files = files(zip);
        assertThat(files).hasSize(ALL).containsKey("het-net.pdf");
        for (String letter : List.of("A", "B", "C")) {
            assertThat(files).containsKey("scholengroepen/" + Slug.of(round.net().schoolGroupName(letter)) + ".pdf");
        }
        IntStream.of(1, 2, 3, 4, 6, 7, 8, 9, 11, 12)
                .forEach(centre -> assertThat(files).containsKey("centra/" + Slug.of(round.net().centreName(centre)) + ".pdf"));
        assertThat(files.values()).allSatisfy(pdf -> assertThat(pdf).startsWith("%PDF-1.7".getBytes()));
    }

    /** What is made without a reader shows no more, and no less, than what its reader gets. */
    @Test
    void aReportThatIsMadeWithoutAReaderIsThatOfItsReader() {
        TestService service = TestService.get();
        HandComputedRound round = HandComputedRound.shared();
        Reports reports = service.context().getBean(Reports.class);
        for (int centre : List.of(1, 2, 6, 11)) {
            assertThat(reports.centreItself(round.centre(centre), round.id()).content()).as("centre " + centre)
                    .isEqualTo(round.visitor(round.net().director(centre))
                            .get("/centrum/%s/vergelijking/%s/rapport.pdf".formatted(round.centre(centre), round.id())).body());
        }
        for (String letter : List.of("A", "B", "C")) {
            assertThat(reports.schoolGroupItself(round.schoolGroup(letter), round.id()).content()).as("school group " + letter)
                    .isEqualTo(round.visitor(round.net().leader(letter))
                            .get("/scholengroep/%s/ronde/%s/rapport.pdf".formatted(round.schoolGroup(letter), round.id())).body());
        }
    }

    @Test
    void aRestartInTheMiddleGoesOnWithTheRestAndAnInterruptedReportIsMadeAgain() {
        TestService service = Holder.BY_HAND;
        HandComputedRound round = closed(service);
        order(round);
        RoundReports reports = service.context().getBean(RoundReports.class);
        IntStream.range(0, 5).forEach(each -> assertThat(reports.makeNext()).isTrue());
        assertThat(page(round).text()).contains("5 van 14 klaar");
        assertThat(zip(round).status()).isEqualTo(409);
        // An instance that is killed leaves a report that it took in hand and did not make.
        assertThat(reports.takeNext()).isPresent();
        String before = madeAt(service, round);

        new RoundReports.Job(reports).run();

        assertThat(files(zip(round))).hasSize(ALL);
        assertThat(madeAt(service, round)).startsWith(before);
    }

    private static String madeAt(TestService service, HandComputedRound round) {
        return String.join(" ", service.texts("""
                select r.made_at::text from round_report r join round_report_order o on o.id = r.order_id
                where o.round_id = '%s' and r.made_at is not null order by r.position""".formatted(round.id())));
    }

    @Test
    void aReportThatCannotBeMadeIsNamedAndKeepsNoOtherBack() {
        TestService service = Holder.BY_HAND;
        HandComputedRound round = closed(service);
        order(round);
        service.change("update round_report set subject_id = ? where kind = 'centre' and file_name = ?", UUID.randomUUID(),
                "centra/" + Slug.of(round.net().centreName(3)) + ".pdf");
        RoundReports.Job job = new RoundReports.Job(service.context().getBean(RoundReports.class));
        job.run();

        Visitor.Page page = page(round);
        assertThat(page.text()).contains("13 van 14 rapporten zijn klaar", Slug.of(round.net().centreName(3)));
        assertThat(files(zip(round))).hasSize(ALL - 1);

        order(round);
        job.run();
        assertThat(files(zip(round))).hasSize(ALL);
    }

    @Test
    void oneReportIsSpokenOfAsOne() {
        TestService service = Holder.BY_HAND;
        HandComputedRound round = closed(service);
        RoundReports reports = service.context().getBean(RoundReports.class);
        order(round);
        service.change("delete from round_report where kind = 'centre'");
        service.change("update round_report set subject_id = gen_random_uuid() where kind = 'school_group'");
        assertThat(reports.makeNext()).isTrue();
        assertThat(zip(round).text()).contains("1 van 4 is klaar");

        new RoundReports.Job(reports).run();
        assertThat(page(round).text()).contains("1 van 4 rapporten is klaar; de andere konden niet gemaakt worden.");

        service.change("delete from round_report where kind = 'school_group'");
        assertThat(page(round).text()).contains("Het rapport is klaar.");
    }

    @Test
    void whatWasOrderedBeforeIsReplacedAndALateReportOfItIsNotKept() {
        TestService service = Holder.BY_HAND;
        HandComputedRound round = closed(service);
        order(round);
        RoundReports reports = service.context().getBean(RoundReports.class);
        RoundReportQueries.Item late = reports.takeNext().orElseThrow();
        order(round);
        reports.keep(late, new byte[]{1});
        assertThat(service.count(MADE, round.id())).isZero();
        assertThat(service.count("select count(*) from round_report_order where round_id = ?", round.id())).isOne();
    }

    @Test
    void aFileThatIsReadWhileItsReportsAreAskedAnewSaysWhichAreMissing() throws Exception {
        TestService service = Holder.BY_HAND;
        HandComputedRound round = closed(service);
        RoundReports reports = service.context().getBean(RoundReports.class);
        order(round);
        new RoundReports.Job(reports).run();
        InputStream reading = new Scope.Person(round.net().support()).call(() -> reports.zip(round.id())).content();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        read.write(reading.read());
        order(round);
        reading.transferTo(read);

        Map<String, byte[]> files = files(read.toByteArray());
        assertThat(files).as("the one that was read, and what is missing").hasSize(2);
        assertThat(new String(files.get("LEES MIJ.txt"), StandardCharsets.UTF_8)).contains("niet volledig",
                "centra/" + Slug.of(round.net().centreName(3)) + ".pdf").doesNotContain("het-net.pdf");
    }

    @Test
    void theReportsGoWithAPersonWhomHelpNames() {
        TestService service = Holder.BY_HAND;
        HandComputedRound round = closed(service);
        order(round);
        new RoundReports.Job(service.context().getBean(RoundReports.class)).run();
        assertThat(service.count(MADE, round.id())).isEqualTo(ALL);
        UUID named = round.net().member(2);
        service.change("""
                insert into help (id, questionnaire_id, section, kind, title, state, added_by, added_at)
                select gen_random_uuid(), r.questionnaire_id, ?, 'contact', left('Bel ' || p.name, 120), 'shown', ?, now()
                from round r, person p where r.id = ? and p.id = ?""", service.questionnaire().blocks().getFirst().id(),
                round.net().support(),
                round.id(), named);
        new Scope.Person(round.net().support()).run(() -> service.context().getBean(RemovePerson.class).remove(named));
        assertThat(service.count(MADE, round.id())).isZero();
    }

    @Test
    void theReportsGoWithTheNotesOfTheirRoundAndWithAPersonWhoIsRemoved() {
        TestService service = Holder.BY_HAND;
        HandComputedRound round = closed(service);
        RoundReports.Job job = new RoundReports.Job(service.context().getBean(RoundReports.class));
        order(round);
        job.run();
        new Scope.Person(round.net().support())
                .run(() -> service.context().getBean(RemovePerson.class).remove(round.net().director(2)));
        assertThat(service.count(MADE, round.id())).isZero();

        order(round);
        job.run();
        assertThat(service.count(MADE, round.id())).isEqualTo(ALL);
        service.change("update round set closed_at = now() - interval '9 years' where id = ?", round.id());
        service.texts("""
                with service as materialized (select set_config('app.person', 'service', false))
                select erase_notes('%s', now())::text from service""".formatted(round.id()));
        assertThat(service.count(MADE, round.id())).isZero();
        assertThat(zip(round).status()).isEqualTo(409);

        order(round);
        job.run();
        assertThat(ReportText.of(files(zip(round)).get("scholengroepen/" + Slug.of(round.net().schoolGroupName("A")) + ".pdf")))
                .contains("Detoelichtingen,enwathetcentrumverdertypte,zijngewist");
    }

    @Test
    void anOpenRoundHasNoReportsYet() {
        HandComputedRound round = HandComputedRound.open(TestService.get(), Set.of());
        assertThat(page(round).text()).contains("Er zijn nog geen rapporten");
        Visitor.Page refused = round.visitor(round.net().support()).post("/rapporten/" + round.id() + "/opdracht", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("nog niet afgesloten");
    }
}
