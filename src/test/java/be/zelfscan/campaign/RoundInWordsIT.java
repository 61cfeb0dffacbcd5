package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.support.Respondent;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.text.BelgianDutch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What pages say of a round is true: until when, who can send, who reads what, under which name, since when. */
@Timeout(600)
class RoundInWordsIT {
    private final TestService service = TestService.get();
    private final Visitor poc = service.inSession(Net.support());
    private final TestCentre centre = service.centre("Centrum in woorden");
    private final Visitor director = service.inSession(person(centre.director()));
    private final Visitor member = service.inSession(person(centre.member()));
    private final String home = "/centrum/" + centre.id();

    @Test
    void aRoundThatWasClosedEarlySaysTheDayOfClosing() {
        String round = Net.open(poc, Net.unique("ronde die vroeg sluit"), centre);
        String scan = Net.start(director, centre, round);
        Net.confirm(poc, round + "/afsluiting");
        String today = BelgianDutch.date(Net.today());

        assertThat(director.get(home).text()).contains("afgesloten op " + today);
        Page refused = director.post(scan + "/verzending", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("is afgesloten op " + today).doesNotContain(BelgianDutch.date(Net.today().plusDays(30)));
    }

    @Test
    void roundsOfOneDayStandInTheOrderOfAReaderOfDutch() {
        String title = Net.unique("ronde op haar plaats");
        List<String> ends = List.of("10", "é", "9", "F", "d");
        ends.forEach(end -> Net.open(poc, title + " " + end, centre));

        List<String> inOrder = Stream.of("9", "10", "d", "é", "F").map(end -> title + " " + end).toList();
        assertThat(poc.get("/rondes").document().select("th[scope=row]").eachText()).filteredOn(one -> one.startsWith(title))
                .isEqualTo(inOrder);
        assertThat(director.get(home).document().select(".eyebrow").eachText().stream()
                .map(one -> one.substring(one.indexOf('·') + 1).strip()))
                .filteredOn(one -> one.startsWith(title)).isEqualTo(inOrder);
    }

    @Test
    void aLastDayThatIsPastIsToldToTheCentreAndToPoc() {
        String round = Net.open(poc, Net.unique("ronde over haar dag"), centre);
        service.change("update round set opens_on = '2026-01-05', closes_on = '2026-02-06' where id = ?", Net.id(round));

        String late = "De laatste dag was 6 februari 2026; de ronde is nog open";
        assertThat(director.get(home).text()).contains(late);
        assertThat(poc.get(round).text()).contains(late);
        assertThat(poc.get("/rondes").text()).contains("laatste dag voorbij");
        Net.start(director, centre, round);
        assertThat(director.get(home).text()).contains(late).doesNotContain("Verzenden kan tot en met 6 februari 2026");
    }

    @Test
    void aRoundThatWasSentRunsUntilItIsClosedAndThenComesTheComparison() {
        String noRound = "Er loopt nu geen ronde voor jouw centrum.";
        service.change("update round set state = 'closed', closed_at = now() where id = ?", centre.round());
        assertThat(director.get(home).text()).contains(noRound, "Niet verzonden");
        String title = Net.unique("ronde die nog loopt");
        String round = Net.open(poc, title, centre);
        Net.send(director, centre, round);

        String running = director.get(home).text();
        assertThat(running).contains("Niet verzonden", "Jullie zelfscan is verzonden. Hieronder vinden jullie het resultaat terug."
                + " Zodra POC+ de ronde afsluit, kunnen jullie het naast het net leggen.").doesNotContain(noRound);
        String other = unscaled("ronde zonder vergelijking");
        String scan = Net.start(director, centre, other);
        new Respondent().answerWithoutScript(director, director.get(scan + "/inleiding").link("Naar de vragen"));
        Net.sent(Net.confirm(director, scan + "/verzending"));
        assertThat(director.get(home).document().select(".lead").eachText()).hasSize(2)
                .satisfiesOnlyOnce(lead -> assertThat(lead).contains("van ‘" + title + "’ is verzonden", "naast het net"))
                .satisfiesOnlyOnce(lead -> assertThat(lead).contains("van ‘ronde zonder").doesNotContain("naast het net"));

        Net.confirm(poc, round + "/afsluiting");
        Net.confirm(poc, other + "/afsluiting");
        assertThat(director.get(home).text()).contains(noRound).doesNotContain("Zodra POC+");
    }

    @Test
    void twoRoundsThatWereBegunStandEachUnderItsOwnHeading() {
        Net.start(director, centre, centre.round().toString());
        assertThat(director.get(home).document().select("h2").eachText()).as("one round alone").contains("Om voor te bereiden");
        Net.start(director, centre, unscaled("ronde ernaast"));

        Document page = director.get(home).document();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select(".hero progress")).hasSize(2).allMatch(bar -> bar.siblingElements().first().id()
                .equals(bar.attr("aria-labelledby")));
        assertThat(page.select("h2").eachText()).containsAll(page.select(".hero .eyebrow").eachText())
                .doesNotContain("Om voor te bereiden");
        assertThat(page.select("h3:contains(Om voor te bereiden)")).hasSize(2);
        assertThat(page.select(".cards h4").eachText()).containsExactlyInAnyOrder("Eerst elk apart", "Inleiding", "Voorbereidingspakket",
                "Inleiding", "Voorbereidingspakket");
    }

    /** Opens a round of an instrument that places nothing; answers its address. */
    private String unscaled(String title) {
        String round = poc.submit(Net.plan(poc, Net.unique(title), centre).set("questionnaire", "member-check/2026")).path();
        Net.confirm(poc, round + "/opening");
        return round;
    }

    @Test
    void whoMayNotSendIsNotToldToAndBeforeSendingOneReadsWhoWillReadWhat() {
        UUID group = Net.schoolGroup("Scholengroep die leest", centre);
        String round = Net.open(poc, Net.unique("ronde om te verzenden"), centre);
        String scan = Net.start(director, centre, round);
        Net.fillIn(director, scan);

        Page ofMember = member.get(home);
        assertThat(ofMember.text()).contains("Alles is ingevuld. Tine Test kan verzenden.").doesNotContain("Lees na en verzend")
                .doesNotContain("Nalezen en verzenden");
        assertThat(ofMember.link("Nalezen")).endsWith("/overzicht");
        assertThat(member.get(scan + "/overzicht").text()).contains("Tine Test kan verzenden.").doesNotContain("Overzicht en verzenden");
        assertThat(director.get(home).text()).contains("Nalezen en verzenden");

        String sending = director.get(scan + "/verzending").text();
        assertThat(sending).contains("Wie leest wat", "POC+ leest al jullie antwoorden en toelichtingen",
                "Andere centra lezen geen enkele toelichting");
        assertThat(sending).contains(service.texts("select name from school_group where id = '" + group + "'").getFirst()
                + " leest al jullie antwoorden en toelichtingen");
    }

    @Test
    void whatWasSentKeepsTheNameThatTheCentreHadThen() {
        String round = Net.open(poc, Net.unique("ronde onder een oude naam"), centre);
        String scan = Net.send(director, centre, round);
        service.change("update centre set name = ? where id = ?", "Hernoemd " + centre.id(), centre.id());

        Page result = director.get(scan + "/overzicht");
        assertThat(result.path()).startsWith("/resultaat/");
        assertThat(result.text()).contains(centre.name());
        assertThat(director.get(home).document().select("h1").text()).isEqualTo("Hernoemd " + centre.id());
    }

    @Test
    void nothingMovedSinceARoundThatIsOpenAndARoundThatCannotBeComparedIsNamed() {
        String earlier = Net.open(poc, Net.unique("vorige ronde"), centre);
        String title = service.texts("select title from round where id = '" + Net.id(earlier) + "'").getFirst();
        service.change("update round set opens_on = ?::date where id = ?", Net.today().minusDays(1).toString(), Net.id(earlier));
        Net.send(director, centre, earlier);
        String later = Net.open(poc, Net.unique("latere ronde"), centre);
        Net.send(director, centre, later);
        Net.confirm(poc, later + "/afsluiting");
        String comparison = home + "/vergelijking/" + Net.id(later);

        assertThat(service.count("select count(*) from comparison_movement where round_id = ?", Net.id(later))).isZero();
        assertThat(director.get(comparison).text()).as("what is said in an open round still changes").doesNotContain(title);
        assertThat(poc.get("/vergelijking/" + Net.id(earlier)).text()).doesNotContain("Verandering sinds");

        Net.confirm(poc, earlier + "/afsluiting");
        assertThat(director.get(comparison).text()).contains(title).doesNotContain("Niet vergelijkbaar");

        service.change("insert into questionnaire_version select questionnaire_id, 'anders', '{}', now() from round where id = ?",
                Net.id(earlier));
        service.change("update round set version = 'anders' where id = ?", Net.id(earlier));
        assertThat(director.get(comparison).text()).contains("Niet vergelijkbaar met ‘" + title + "’");
        assertThat(poc.get("/vergelijking/" + Net.id(later)).text()).contains("Niet vergelijkbaar met ‘" + title + "’");
        assertThat(PdfReader.text(poc.get("/vergelijking/" + Net.id(later) + "/rapport.pdf").body()).replaceAll("\\s+", " "))
                .contains("Niet vergelijkbaar met ‘" + title + "’");
        service.change("update round set version = (select version from round where id = ?) where id = ?", Net.id(later), Net.id(earlier));
    }

    private UUID person(String email) {
        return UUID.fromString(service.texts("select id::text from person where email = '" + email + "'").getFirst());
    }
}
