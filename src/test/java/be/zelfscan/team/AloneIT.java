package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.database.Scope;
import be.zelfscan.mail.Message;
import be.zelfscan.report.SentScanMail;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.scan.SendScan;
import be.zelfscan.support.Await;
import be.zelfscan.support.PdfUa;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each member of a team thinks alone, and the team learns no more than how it is spread. The team of the first centre has three members. */
class AloneIT {
    private static final List<Actor> TEAM = List.of(Actor.member, Actor.coordinator, Actor.director);
    private static final String BLOCK = "behartiger";
    private static final String OTHER_BLOCK = "preventie";

    private final TestService service = TestService.get();
    private final TestNet net = new TestNet();
    private final Map<Actor, Visitor> people = new EnumMap<>(Actor.class);
    private final String alone = "/zelfscan/" + net.scan + "/alleen";
    private final String views = "/zelfscan/" + net.scan + "/minderheidsstandpunt/" + BLOCK;

    private Visitor visitor(Actor actor) {
        return people.computeIfAbsent(actor, net::visitor);
    }

    private Page place(Actor actor, String block, String view, String ambition, String why) {
        return visitor(actor).post(alone + "/deel/" + block,
                Map.of("view", List.of(view), "ambition", List.of(ambition), "why", List.of(why), "go", List.of("stay")));
    }

    private void open() {
        assertThat(visitor(Actor.coordinator).submit(visitor(Actor.coordinator).get(alone).form("/opening")).text())
                .contains("De voorbereiding is open.");
    }

    private Page sayReady(Actor actor) {
        return visitor(actor).post(alone + "/klaar", Map.of());
    }

    /** What somebody sees otherwise in the first block, filled in and not posted yet. */
    private Form otherwise(String view) {
        return visitor(Actor.member).get(views).form(views).set("view", view).set("held-by", "onze bystander");
    }

    private List<String> spread(String block) {
        return service
                .texts("select kind || ' ' || code || ' ' || members from team_spread where scan_id = '%s' and section = '%s' order by 1"
                        .formatted(net.scan, block));
    }

    @Test
    void whoLeadsTheTeamOpensItAndEachMemberSeesTheOwnAnswersOnly() {
        assertThat(visitor(Actor.member).get(alone).text()).contains("nog niet geopend");
        assertThat(visitor(Actor.member).get(alone).document().select("form[action$=opening]")).isEmpty();
        assertThat(visitor(Actor.member).post(alone + "/opening", Map.of()).status()).isEqualTo(403);
        assertThat(place(Actor.member, BLOCK, "stage-planmatig", "", "").status()).as("not open").isEqualTo(409);
        open();

        Page page = visitor(Actor.member).get(alone + "/deel/" + BLOCK);
        assertThat(page.document().select(".stage__text")).as("every description stands there").hasSize(4)
                .allMatch(text -> text.text().length() > 100);
        Page next = visitor(Actor.member).submit(page.form(alone).set("view", "stage-planmatig").set("ambition", "systematisch")
                .set("why", "Wij kennen elke leerling.").set("go", "next"));
        assertThat(next.path()).endsWith("/alleen/deel/kernprocessen");
        Page again = visitor(Actor.member).get(alone + "/deel/" + BLOCK);
        assertThat(again.form(alone).get("view")).containsExactly("stage-planmatig");
        assertThat(again.form(alone).get("ambition")).containsExactly("systematisch");
        assertThat(again.form(alone).get("why")).containsExactly("Wij kennen elke leerling.");
        assertThat(visitor(Actor.member).get(alone).text()).contains("planmatig");

        for (Actor other : List.of(Actor.coordinator, Actor.director)) {
            assertThat(visitor(other).get(alone + "/deel/" + BLOCK).form(alone).get("why")).as(other.name()).containsExactly("");
            assertThat(visitor(other).get(alone).document().select(".row__end").text()).doesNotContain("planmatig");
        }
        for (Actor outsider : List.of(Actor.support, Actor.leader, Actor.director_of_another_centre)) {
            assertThat(visitor(outsider).get(alone).status()).as(outsider.name()).isIn(403, 404);
            assertThat(place(outsider, BLOCK, "unsure", "", "").status()).as(outsider.name()).isIn(403, 404);
        }
        assertThat(service.texts("select detail from activity_log where subject_id = '" + net.scan + "'")).as("the log tells no answer")
                .noneMatch(detail -> detail.contains("planmatig") || detail.contains("leerling"));
    }

    @Test
    void whatCannotBeKeptIsSaidWithWhatWasTyped() {
        open();
        Page nothing = place(Actor.member, BLOCK, "", "", "Omdat.");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("of zeg dat je het niet weet");
        assertThat(nothing.form(alone).get("why")).containsExactly("Omdat.");
        assertThat(place(Actor.member, BLOCK, "stage-geintegreerd", "planmatig", "").text()).contains("past niet bij");
        assertThat(place(Actor.member, BLOCK, "stage-verzonnen", "", "").status()).isEqualTo(422);
        assertThat(place(Actor.member, BLOCK, "unseen", "", "x".repeat(301)).text()).contains("plaats voor 300 tekens");
        assertThat(place(Actor.member, "slotvragen", "unseen", "", "").status()).isEqualTo(404);
        assertThat(place(Actor.member, BLOCK, "unseen", "systematisch", "").status()).as("an ambition without a stage is none")
                .isEqualTo(200);
        assertThat(service.texts("select coalesce(ambition, '-') from own_placement where scan_id = '" + net.scan + "'"))
                .containsExactly("-");
    }

    @Test
    void itClosesWhenTheWholeTeamIsReadyAndIsCountedThatOnce() throws Exception {
        open();
        place(Actor.member, BLOCK, "stage-planmatig", "systematisch", "");
        place(Actor.coordinator, BLOCK, "stage-planmatig", "hold", "");
        place(Actor.director, BLOCK, "unsure", "", "");
        place(Actor.member, OTHER_BLOCK, "stage-planmatig", "", "");
        place(Actor.director, OTHER_BLOCK, "stage-fragmentair", "", "");
        assertThat(sayReady(Actor.director).text()).contains("1 van de 3 teamleden is klaar");
        assertThat(spread(BLOCK)).as("nothing is counted before").isEmpty();
        place(Actor.director, BLOCK, "stage-systematisch", "", "Toch wel.");

        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Page>> said = Stream.of(Actor.member, Actor.coordinator).map(actor -> {
                Visitor visitor = visitor(actor);
                return both.submit(() -> visitor.post(alone + "/klaar", Map.of()));
            }).toList();
            for (Future<Page> one : said) {
                assertThat(one.get().status()).isEqualTo(200);
            }
        }

        assertThat(visitor(Actor.member).get(alone).text()).contains("De voorbereiding is gesloten op");
        assertThat(spread(BLOCK)).containsExactly("placement planmatig 2", "placement systematisch 1");
        assertThat(spread(OTHER_BLOCK)).as("two members are too few").isEmpty();
        assertThat(place(Actor.member, BLOCK, "stage-fragmentair", "", "").status()).isEqualTo(409);
        visitor(Actor.coordinator).post(alone + "/opening", Map.of());
        visitor(Actor.coordinator).post(alone + "/afsluiting", Map.of());
        assertThat(spread(BLOCK)).as("never again").containsExactly("placement planmatig 2", "placement systematisch 1");
        assertThat(visitor(Actor.member).get(alone).text()).as("the own answers stay").contains("planmatig");
    }

    @Test
    void whoLeadsTheTeamClosesItAfterAQuestion() {
        open();
        TEAM.forEach(actor -> place(actor, BLOCK, "stage-geintegreerd", "hold", ""));
        assertThat(visitor(Actor.member).post(alone + "/afsluiting", Map.of()).status()).isEqualTo(403);
        Page question = visitor(Actor.director).get(alone + "/afsluiting");
        assertThat(question.text()).contains("Nog niemand zei klaar te zijn.", "gaat niet opnieuw open");
        sayReady(Actor.member);
        assertThat(visitor(Actor.director).get(alone + "/afsluiting").text()).contains("1 van de 3 teamleden is klaar.");
        assertThat(spread(BLOCK)).isEmpty();

        assertThat(visitor(Actor.director).submit(question.form("/afsluiting")).text()).contains("De voorbereiding is gesloten.");
        assertThat(spread(BLOCK)).containsExactly("ambition hold 3", "placement geintegreerd 3");
    }

    @Test
    void whoPlacesJustWhenItClosesIsToldSo() throws Exception {
        open();
        visitor(Actor.member).get(alone);
        Visitor closing = net.visitor(Actor.coordinator);
        String closes = "from pg_locks l where l.relation = 'team_spread'::regclass and l.mode = 'RowExclusiveLock' and not l.granted";
        try (Connection counts = service.owner(); ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            counts.setAutoCommit(false);
            try (Statement statement = counts.createStatement()) {
                statement.execute("lock table team_spread in access exclusive mode"); // so that closing takes a while
                Future<Page> closed = both.submit(() -> closing.post(alone + "/afsluiting", Map.of()));
                Await.until(Duration.ofSeconds(4), "it is being closed",
                        () -> service.count("select count(*) " + closes) > 0);
                Future<Page> placed = both.submit(() -> place(Actor.member, BLOCK, "stage-planmatig", "", "Net te laat."));
                Await.until(Duration.ofSeconds(4), "who places waits for that", () -> service.count(
                        "select count(*) from pg_stat_activity a where exists (select " + closes
                                + " and l.pid = any (pg_blocking_pids(a.pid)))") > 0);
                counts.commit();

                assertThat(closed.get().status()).isEqualTo(200);
                assertThat(placed.get().status()).isEqualTo(409);
                assertThat(placed.get().text()).contains("intussen gesloten");
                assertThat(placed.get().document().select("[role=alert] .quote").text()).as("to copy").isEqualTo("Net te laat.");
                assertThat(placed.get().document().select("form[action*=/deel/]")).isEmpty();
            }
        }
    }

    @Test
    void whatMembersThoughtGoesWithTheRoundAndWithWhoLeaves() {
        String own = "select count(*) from own_placement where scan_id = '%s'".formatted(net.scan);
        UUID bystander = net.bystander();
        Visitor leaver = service.inSession(bystander);
        open();
        TEAM.forEach(actor -> place(actor, BLOCK, "stage-geintegreerd", "", "Van " + actor));
        leaver.post(alone + "/deel/" + BLOCK, Map.of("view", List.of("unsure"), "why", List.of("Ik ga weg.")));
        leaver.post(alone + "/klaar", Map.of());
        assertThat(service.count(own)).isEqualTo(4);

        service.change("delete from membership where person_id = ?", bystander);
        assertThat(service.count(own)).isEqualTo(3);
        assertThat(service.count("select count(*) from ready_member where person_id = '%s'".formatted(bystander))).isZero();
        visitor(Actor.director).post(alone + "/afsluiting", Map.of());
        service.change("update round set state = 'closed', closed_at = now() where id = ?", net.round);

        assertThat(service.count(own)).isZero();
        assertThat(spread(BLOCK)).as("the numbers stay").containsExactly("placement geintegreerd 3");
        assertThat(visitor(Actor.member).get(alone).status()).isEqualTo(200);
    }

    @Test
    void aRoundThatClosesOnAnOpenPreparationEndsItUncounted() {
        open();
        TEAM.forEach(actor -> place(actor, BLOCK, "stage-geintegreerd", "", ""));
        service.change("update round set state = 'closed', closed_at = now() where id = ?", net.round);

        assertThat(spread(BLOCK)).isEmpty();
        assertThat(service.count("select count(*) from own_placement where scan_id = '%s'".formatted(net.scan))).isZero();
        assertThat(visitor(Actor.director).get(alone).text()).contains("De voorbereiding is gesloten op");
    }

    @Test
    void whatSomebodySeesOtherwiseStandsThereToCopyWhenTheRoundClosedMeanwhile() {
        Form typed = otherwise("Ik zie dat anders,\nom twee redenen.");
        service.change("update round set state = 'closed', closed_at = now() where id = ?", net.round);

        Page refused = visitor(Actor.member).submit(typed);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.document().select("[role=alert]").text()).contains("kan niet meer gewijzigd worden", "volgens onze bystander");
        assertThat(refused.document().select("[role=alert] .quote").first().wholeText()).isEqualTo("Ik zie dat anders,\nom twee redenen.");
        assertThat(refused.document().select("textarea")).isEmpty();
    }

    @Test
    void whatSomebodySeesOtherwiseIsKeptOnceThoughItsFormIsPostedTwice() {
        String kept = "select count(*) from dissenting_view where scan_id = '%s'".formatted(net.scan);
        Form filledIn = otherwise("Ik zie dat anders.");

        visitor(Actor.member).submit(filledIn);
        assertThat(visitor(Actor.member).submit(filledIn).text()).contains("Bewaard", "Ik zie dat anders.");

        assertThat(service.count(kept)).isOne();
        visitor(Actor.member).post(views, Map.of("view", List.of("Ik zie dat anders.")));
        assertThat(service.count(kept)).as("by another form").isEqualTo(2);
        assertThat(visitor(Actor.member).submit(filledIn.set("view", "Iets anders, na terugkeren.")).text())
                .contains("Iets anders, na terugkeren.");
        assertThat(service.count(kept)).as("another text from a form that was gone back to").isEqualTo(3);
    }

    @Test
    void moreDissentingViewsThanATeamHoldsAreRefusedWithWhatWasTyped() {
        Form filledIn = otherwise("Nog een.");
        service.change("insert into dissenting_view (id, scan_id, section, view, held_by, entered_by, entered_at)"
                + " select gen_random_uuid(), ?, ?, 'Ik zie ' || n, 'iemand', ?, now() from generate_series(1, 50) n", net.scan, BLOCK,
                net.person(Actor.member));

        Page refused = visitor(Actor.member).submit(filledIn);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains("Hier staan al 50 minderheidsstandpunten");
        assertThat(refused.document().select("#view").text()).isEqualTo("Nog een.");
    }

    @Test
    void onlyTheCentresOwnReportTellsHowItsTeamIsSpreadAndWhatSomeSeeOtherwise() {
        UUID sentScan = UUID.fromString(service.texts("select scan_id::text from sent_scan where id = '" + net.sent + "'").getFirst());
        service.change("insert into preparation (scan_id, opened_by, opened_at, closed_at) values (?, ?, now(), now())", sentScan,
                net.person(Actor.director));
        service.change("insert into team_spread (scan_id, section, kind, code, members) values (?, ?, 'placement', 'planmatig', 5),"
                + " (?, ?, 'placement', 'unsure', 2), (?, ?, 'ambition', 'hold', 4)", sentScan, BLOCK, sentScan, BLOCK, sentScan, BLOCK);
        String dissenting = "/zelfscan/" + sentScan + "/minderheidsstandpunt/" + BLOCK;
        Map<String, List<String>> view = Map.of("view", List.of("Ik zie dat anders."), "held-by", List.of("onze bystander"));
        service.change("update scan set state = 'open' where id = ?", sentScan);
        assertThat(visitor(Actor.member).post(dissenting, Map.of("view", List.of(" "))).text()).contains("Schrijf wat iemand anders ziet.");
        assertThat(visitor(Actor.member).post(dissenting, view).text()).contains("Bewaard", "Ik zie dat anders.", "volgens onze bystander");
        assertThat(visitor(Actor.support).post(dissenting, view).status()).isIn(403, 404);
        Page other = visitor(Actor.director).post(dissenting, Map.of("view", List.of("Iets dat weg mag.")));
        assertThat(other.text()).contains("volgens een lid van het team");
        String gone = other.document().select(".card:contains(weg mag) input[name=weg]").attr("value");
        assertThat(visitor(Actor.coordinator).post(dissenting, Map.of("weg", List.of(gone))).text()).contains("Ik zie dat anders.")
                .doesNotContain("Iets dat weg mag.");
        service.change("update scan set state = 'sent' where id = ?", sentScan);
        assertThat(visitor(Actor.member).post(dissenting, view).status()).as("sent").isEqualTo(409);

        String result = "/resultaat/" + net.sent;
        String report = result + "/rapport.pdf";
        assertThat(visitor(Actor.member).get(result).document().select("#" + BLOCK).text()).contains("Ik zie dat anders.");
        assertThat(PdfReader.body(visitor(Actor.member).get(report).body())).contains("Bijlage: hoe het team dacht", "Minderheidsstandpunt",
                "Ik zie dat anders.");
        PdfUa.assertConforms(visitor(Actor.director).get(report).body());
        for (Actor outsider : List.of(Actor.leader, Actor.support)) {
            assertThat(PdfReader.body(visitor(outsider).get(report).body())).as(outsider.name()).contains("Behartiger van de leerling")
                    .doesNotContain("hoe het team dacht", "Minderheidsstandpunt", "Ik zie dat anders.");
            assertThat(visitor(outsider).get(result).text()).as(outsider.name()).doesNotContain("Ik zie dat anders.");
        }
        service.change("update person set name = 'Verwijderd persoon', email = gen_random_uuid() || '@removed.invalid', removed_at = now()"
                + " where id = ?", net.bystander());
        assertThat(service.texts("select held_by from dissenting_view where scan_id = '%s'".formatted(sentScan)))
                .as("who is removed holds it without a name").containsExactly("een lid van het team");

        String address = "select email from person where id = '%s'";
        for (Actor recipient : List.of(Actor.director, Actor.leader)) {
            Message message = new Message(UUID.randomUUID(), SendScan.SENT_MAIL,
                    service.texts(address.formatted(net.person(recipient))).getFirst(), net.sent, 1, "<een@test.example>", Instant.now());
            byte[] attached = new Scope.Service()
                    .call(() -> service.context().getBean(SentScanMail.class).compose(message).attachments().getFirst().content());
            assertThat(PdfReader.body(attached).contains("hoe het team dacht")).as("in the mail to " + recipient)
                    .isEqualTo(recipient == Actor.director);
        }

        service.change("update round set state = 'closed', closed_at = now(), notes_erased_at = now()"
                + " where id = (select round_id from scan where id = ?)", sentScan);
        assertThat(service.count("select count(*) from dissenting_view where scan_id = '%s'".formatted(sentScan))).as("goes with the notes")
                .isZero();
    }
}
