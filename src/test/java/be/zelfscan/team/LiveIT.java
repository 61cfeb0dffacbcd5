package be.zelfscan.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.campaign.Net;
import be.zelfscan.database.Broadcast;
import be.zelfscan.support.Await;
import be.zelfscan.support.EventStream;
import be.zelfscan.support.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever has a scan open hears at once what the others do, and nobody else hears anything. */
class LiveIT {
    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum dat samen invult");
    private final Visitor director = service.inSession(centre.director());
    private final String scan = start(director, centre);

    private static String start(Visitor visitor, TestCentre centre) {
        return visitor.post("/centrum/" + centre.id() + "/ronde/" + centre.round() + "/zelfscan", Map.of()).path()
                .replaceAll("/inleiding$", "");
    }

    @Test
    void aPageHearsWhatAColleagueAnsweredAndHowFarTheScanIsInTheSectionThatItShows() {
        try (EventStream page = follow(centre.member(), "preventie", "");
                EventStream other = follow(centre.member(), "teamwerk", "");
                EventStream own = follow(centre.director(), "preventie", "")) {
            page.await("changes", "nav-preventie");
            other.await("changes", "nav-teamwerk");
            own.await("changes", "nav-preventie");
            answer(director, "motive.note", "Wat Tine vindt");

            EventStream.Event event = page.await("changes", "Wat Tine vindt");
            assertThat(event.data()).contains("\"motive\":\"Tine Test\"").contains("id=\\\"q-motive\\\"").contains("progress-label")
                    .doesNotContain("id=\\\"q-levers\\\"");
            assertThat(other.await("changes", "Tine Test").data()).contains("nav-preventie").doesNotContain("Wat Tine vindt");
            assertThat(own.await("changes", "Wat Tine vindt").data()).as("one's own name").contains("\"motive\":\"\"");
            answer(director, "stage.choice", "planmatig");
            assertThat(page.await("changes", "\"stage\":\"Tine Test\"").data()).as("what depends on it")
                    .contains("id=\\\"q-ambition\\\"");
        }
    }

    @Test
    void whatHelpsStaysOnThePageWhereTheAmbitionIsAskedAnewAndOnEverybodysAfterwards() {
        String title = "Hulp " + UUID.randomUUID().toString().substring(0, 8);
        Visitor poc = service.inSession(Net.support());
        try (EventStream page = follow(centre.member(), "preventie", "")) {
            page.await("changes", "nav-preventie");
            poc.submit(poc.get("/hulp/nieuw?vragenlijst=poolster-clb&deel=preventie").form("/hulp").set("titel", title));
            service.texts("select pg_notify('zelfscan', 'answered\t%s\t%s\tpreventie\tstage')::text".formatted(Net.id(scan),
                    service.person(centre.director()))); // as another instance says it, so that no page of this one was asked for since

            assertThat(page.await("changes", "\"stage\":\"Tine Test\"").data()).contains("id=\\\"q-ambition\\\"", title);
        }
        assertThat(director.get(scan + "/deel/preventie").text()).contains(title);
    }

    @Test
    void whoComesBackGetsWhatIsNewerThanWhatThePageShowsAndNothingElse() {
        answer(director, "motive.note", "Ouder");
        answer(director, "levers.note", "Nieuwer");
        try (EventStream page = follow(centre.member(), "preventie", "motive:1,levers:0")) {
            assertThat(page.await("changes", "").data()).contains("Nieuwer").doesNotContain("Ouder");
        }
        Visitor asking = service.inSession(centre.member());
        assertThat(asking.get(scan + "/live?deel=preventie&stand=motive:1,levers:0").text()).contains("Nieuwer").doesNotContain("Ouder");
        assertThat(asking.get(scan + "/live?deel=preventie&stand=motive:1,levers:1").text()).doesNotContain("q-levers", "q-motive");
    }

    @Test
    void whoComesBackHearsThatNobodyElseIsHereAnyMoreAndThatTheScanCanBeAnswered() {
        try (EventStream page = follow(centre.member(), "preventie", "")) {
            page.await("reopened", "");
            page.await("others", "\"here\":[]");
        }
    }

    @Test
    void theOverviewHearsOnceItIsBackThatSomethingWasAnsweredMeanwhile() {
        String address = director.get(scan + "/overzicht").document().body().attr("data-live");
        String session = service.session(service.person(centre.member()));
        try (EventStream before = new EventStream(service.address() + address + "&volg=1", session)) {
            assertThat(before.await("changes", "").data()).doesNotContain("jullie team");
        }
        answer(director, "motive.note", "Intussen");
        try (EventStream after = new EventStream(service.address() + address + "&volg=1", session)) {
            after.await("changes", "jullie team");
        }
        assertThat(director.get(address).text()).contains("jullie team");
        assertThat(director.get(director.get(scan + "/overzicht").document().body().attr("data-live")).text())
                .doesNotContain("jullie team");
    }

    @Test
    void aSessionThatEndedAMomentAgoHearsNothing() {
        String session = service.session(service.person(centre.member()));
        String address = service.address() + scan + "/live?volg=1&deel=preventie";
        try (EventStream first = new EventStream(address, session)) {
            assertThat(first.status()).isEqualTo(200);
        }
        service.change("update session set revoked_at = now() where secret_hash = sha256(convert_to(?, 'UTF8'))", session);
        try (EventStream again = new EventStream(address, session)) {
            assertThat(again.status()).isNotEqualTo(200);
            again.awaitEnd();
            assertThat(again.events()).isEmpty();
        }
    }

    @Test
    void whatNoInstanceToldIsFoundAWhileLater() {
        try (EventStream page = follow(centre.member(), "preventie", "")) {
            page.await("changes", "");
            service.change("insert into answer (scan_id, section, question, revision, note, answered_by, answered_at)"
                    + " values (?, 'preventie', 'motive', 1, 'Van een instantie die net stierf', ?, now())",
                    Net.id(scan), service.person(centre.director()));
            page.await("look", "");
        }
        assertThat(service.inSession(centre.member()).get(scan + "/live?deel=preventie").text())
                .contains("Van een instantie die net stierf");
    }

    @Test
    void whatIsOnItsWayToAPageIsNotTakenForMissed() {
        try (EventStream page = follow(centre.member(), "preventie", "")) {
            page.await("changes", "");
            for (int i = 1; i <= 40; i++) { // each is told a moment after it was kept, and each second is looked for what was not
                answer(director, "motive.note", "Zin %d.".formatted(i));
            }
            page.await("changes", "Zin 40.");
            assertThat(page.events()).extracting(EventStream.Event::name).contains("changes").doesNotContain("look");
        }
    }

    @Test
    void anEndThatNoInstanceToldIsFoundOnceOneHearsAgain() {
        try (EventStream page = follow(centre.member(), "preventie", "")) {
            page.await("changes", "");
            service.change("update round set state = 'closed', closed_at = now() where id = ?", centre.round());
            service.context().getEventPublisher(Broadcast.Missed.class).publishEvent(new Broadcast.Missed());
            page.await("ended", "is afgesloten");
        }
    }

    @Test
    void nobodyOfAnotherCentreHearsAnythingAndWhoSignsOutOrLeavesHearsNoMore() {
        TestCentre other = service.centre("Centrum ernaast");
        String supporter = service.supporter();
        for (String stranger : new String[]{other.director(), supporter}) {
            try (EventStream refused = follow(stranger, "preventie", "")) {
                assertThat(refused.status()).isIn(403, 404);
            }
            Visitor visitor = service.inSession(stranger);
            assertThat(visitor.get(scan + "/live?deel=preventie").status()).isIn(403, 404);
            assertThat(visitor.post(scan + "/live", Map.of("pagina", List.of(UUID.randomUUID().toString()))).status()).isIn(403, 404);
        }
        String neighbour = start(service.inSession(other.director()), other);
        try (EventStream beside = new EventStream(service.address() + neighbour + "/live?volg=1&deel=preventie",
                service.session(service.person(other.director())));
                EventStream leaving = follow(centre.member(), "preventie", "");
                EventStream signingOut = follow(centre.director(), "preventie", "")) {
            beside.await("changes", "");
            leaving.await("changes", "");
            signingOut.await("changes", "");
            answer(director, "motive.note", "Alleen voor ons");
            leaving.await("changes", "Alleen voor ons");
            assertThat(beside.events().toString()).doesNotContain("Alleen voor ons", "Tine Test");

            service.change("delete from membership where person_id = ?", service.person(centre.member()));
            leaving.awaitEnd();
            service.change("update session set revoked_at = now() where person_id = ?", service.person(centre.director()));
            signingOut.awaitEnd();
        }
    }

    @Test
    void everybodySeesWhoIsHereAndWhoIsWritingWhereUntilTheyLeave() {
        String there = UUID.randomUUID().toString();
        try (EventStream page = follow(centre.member(), "preventie", "")) {
            try (EventStream colleague = follow(centre.director(), "preventie", "&pagina=" + there)) {
                page.await("others", "\"here\":[\"Tine Test\"]");
                colleague.await("others", "\"here\":[\"Lou Lid\"]");
                assertThat(director
                        .post(scan + "/live", Map.of("pagina", List.of(there), "deel", List.of("preventie"), "vraag", List.of("motive")))
                        .status())
                        .isEqualTo(204);
                page.await("others", "\"writing\":{\"motive\":[\"Tine Test\"]}");
                director.post(scan + "/live", Map.of("pagina", List.of(there)));
                page.await("others", "\"here\":[\"Tine Test\"],\"writing\":{}");
            }
            page.await("others", "\"here\":[]");
        }
    }

    @Test
    void everyPageHearsThatTheScanWasSentThatItWasOpenedAgainAndThatTheRoundWasClosed() {
        Visitor poc = service.inSession(Net.support());
        String round = Net.open(poc, Net.unique("ronde"), centre);
        String sent = Net.start(director, centre, round);
        Net.fillIn(director, sent);
        try (EventStream page = new EventStream(service.address() + sent + "/live?volg=1&deel=preventie",
                service.session(service.person(centre.member())))) {
            page.await("changes", "");
            Net.confirm(director, sent + "/verzending");
            assertThat(page.await("ended", "net verzonden door Tine Test").data()).contains("/overzicht");
            poc.submit(poc.get(poc.get(round).link("heropenen")).form("/heropening").set("reason", "Een tikfout."));
            Await.until(Duration.ofSeconds(30), "told again that it is open",
                    () -> page.events().stream().filter(event -> event.name().equals("reopened")).count() == 2);
            Net.confirm(poc, round + "/afsluiting");
            page.await("ended", "is afgesloten");
        }
    }

    private EventStream follow(String email, String section, String shown) {
        return new EventStream(service.address() + scan + "/live?volg=1&deel=" + section + "&stand=" + shown,
                service.session(service.person(email)));
    }

    private void answer(Visitor visitor, String field, String value) {
        String section = scan + "/deel/preventie";
        assertThat(visitor.submit(visitor.get(section).form("/deel/").set(field, value).set("go", "stay")).status()).isEqualTo(200);
    }
}
