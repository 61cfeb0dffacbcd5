package be.zelfscan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.campaign.MailOut;
import be.zelfscan.organisation.Role;
import be.zelfscan.round.RoundMail;
import be.zelfscan.support.Await;
import be.zelfscan.support.FaultySmtpServer.Fault;
import be.zelfscan.support.FaultySmtpServer;
import be.zelfscan.support.SettableClock;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.support.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ledger of mails, as the support team sees it while a mail server misbehaves. */
@Order(Integer.MAX_VALUE - 11)
class MailLedgerIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private static FaultySmtpServer server;
    private static TestService service;

    private TestCentre centre;
    private Visitor support;

    @BeforeAll
    static void start() {
        server = new FaultySmtpServer();
        service = TestService.with(Map.of("test.clock", Instant.now().toString(), "zelfscan.mail.from", "zelfscan@pro.example",
                "zelfscan.mail.smtp.host", "localhost", "zelfscan.mail.smtp.port", server.port(), "zelfscan.mail.smtp.tls", "none",
                "zelfscan.mail.smtp.timeout", "400ms", "zelfscan.mail.smtp.limit", "1500ms"));
    }

    @AfterAll
    static void stop() {
        service.close();
        server.close();
    }

    @BeforeEach
    void prepare() {
        clock().set(Instant.now());
        server.misbehave(Fault.none);
        centre = service.centre("Centrum in het logboek");
        service.mailTo(centre.round(), "invitation", Role.director);
        support = service.inSession(service.supporterId());
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"recipient_refused_for_now", "hangs", "drops_after_content"})
    void aMailThatDoesNotGetThroughWaitsIsSeenToWaitAndArrivesLater(Fault fault) {
        server.misbehave(fault);
        invite();
        String waiting = untilRowSays("volgende poging");
        assertThat(waiting).contains("uitnodiging", centre.name(), "wacht", "1 poging");
        assertThat(ledger().document().select(".mails__what a[href]").eachAttr("href")).as("what the mail says")
                .contains("/rondes/" + centre.round() + "/mails/invitation");
        assertThat(row().select("td").get(2).text()).as("the last word of the server").isNotBlank();
        Page page = ledger();
        assertThat(page.text()).contains("uitnodiging: 0 van 1 afgeleverd, 1 onderweg");
        assertThat(page.document().select("[data-refresh]")).hasSize(1);
        assertThat(support.get(page.link("kijk opnieuw")).text()).contains("0 van 1 afgeleverd");

        server.misbehave(Fault.none);
        clock().advance(FIRST_PAUSE);
        assertThat(untilRowSays("afgeleverd")).contains("2 pogingen", "250 2.0.0");
        page = ledger();
        assertThat(page.text()).contains("uitnodiging: 1 van 1 afgeleverd");
        assertThat(page.document().select("[data-refresh]")).isEmpty();
        assertThat(arrived()).isEqualTo(fault == Fault.drops_after_content ? 2 : 1);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"recipient_refused_for_good", "content_refused_for_good"})
    void aRefusalForGoodStandsOutIsNotTriedAgainAndCanBeSentAgain(Fault fault) {
        server.misbehave(fault);
        invite();
        assertThat(untilRowSays("mislukt")).contains("1 poging,").containsPattern("55[04] 5\\.");
        assertThat(row().select(".missing").text()).isEqualTo("mislukt");
        assertThat(ledger().text()).contains("uitnodiging: 0 van 1 afgeleverd, 1 mislukt", "Eén mail kwam niet aan.",
                "uitnodiging aan " + centre.director());
        int before = arrived();
        server.misbehave(Fault.none);
        clock().advance(Duration.ofMinutes(20));

        Page again = support.submit(askedToRepeat().form("/herhaling"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("De mail aan " + centre.director() + " staat opnieuw klaar");
        assertThat(untilRowSays("afgeleverd")).contains("uitnodiging (nr. 2)");
        assertThat(ledger().text()).contains("uitnodiging: 1 van 1 afgeleverd", "mislukt, opnieuw gestuurd")
                .doesNotContain("kwam niet aan");
        assertThat(rows()).hasSize(2).last().extracting(Element::text).asString().contains("1 poging,");
        assertThat(arrived()).isEqualTo(before + 1);
        assertThat(service.count("select count(*) from activity_log l join message m on m.id = l.subject_id where l.action = 'mail_resent'"
                + " and m.recipient = ?", centre.director())).isOne();
    }

    @Test
    void aMailThatIsSentAgainReachesTheAddressThatWasCorrectedMeanwhile() {
        server.misbehave(Fault.recipient_refused_for_good);
        invite();
        untilRowSays("mislukt");
        server.misbehave(Fault.none);
        clock().advance(Duration.ofMinutes(20));
        String corrected = "juist-" + centre.director();
        service.change("update person set email = ? where email = ?", corrected, centre.director());

        Page again = support.submit(askedToRepeat().form("/herhaling"));
        assertThat(again.text()).contains("De mail aan " + corrected + " staat opnieuw klaar");
        untilRowSays("afgeleverd");
        assertThat(ledger().text()).as("both addresses").contains(corrected + " eerst voor " + centre.director());
        assertThat(server.received()).last().asString().contains("To: " + corrected);
    }

    @Test
    void aMailIsNotSentAgainTwiceNorWhileItWaits() {
        invite();
        untilRowSays("afgeleverd");
        Visitor.Form form = askedToRepeat().form("/herhaling");
        server.misbehave(Fault.recipient_refused_for_now);
        support.submit(form);
        Page twice = support.submit(form);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text()).contains("al opnieuw gestuurd");
        UUID waiting = UUID
                .fromString(service.texts("select id from message where state <> 'delivered' and recipient = '" + centre.director() + "'")
                        .getFirst());
        assertThat(support.post("/mails/" + waiting + "/herhaling", Map.of()).status()).isEqualTo(409);
        assertThat(support.get("/mails/" + waiting + "/herhaling").status()).isEqualTo(409);
        assertThat(support.post("/mails/" + UUID.randomUUID() + "/herhaling", Map.of()).status()).isEqualTo(404);
        assertThat(support.get("/mails/" + UUID.randomUUID() + "/herhaling").status()).isEqualTo(404);
        assertThat(service.count("select count(*) from message where recipient = ?", centre.director())).isEqualTo(2);
        server.misbehave(Fault.none);
        clock().advance(FIRST_PAUSE);
        untilRowSays("afgeleverd");
    }

    @Test
    void aPageInBetweenSaysToWhomTheMailGoesAgainAndSendsNothing() {
        invite();
        untilRowSays("afgeleverd");

        Page asked = askedToRepeat();

        assertThat(asked.text()).contains("Deze mail opnieuw sturen?", centre.director(), "uitnodiging", "kan je niet terughalen",
                "Toch niet");
        assertThat(service.count("select count(*) from message where recipient = ?", centre.director())).isEqualTo(1);
        assertThat(ledger().document().select("form[action*=herhaling]")).isEmpty();
    }

    private Page askedToRepeat() {
        return support.get(ledger().link("Opnieuw sturen"));
    }

    @Test
    void whatIsOfNoUseAnyMoreIsWithdrawnAndCallsNobody() {
        service.change("update round set state = 'closed', closed_at = now() where id = ?", centre.round());
        invite();
        assertThat(untilRowSays("vervallen")).contains("De ronde is intussen afgesloten.");
        assertThat(ledger().document().select("table.mails th[scope=col]").eachText()).as("not only the mail server answers")
                .contains("Wat er het laatst gebeurde");
        assertThat(ledger().text()).contains("uitnodiging: 0 van 0 afgeleverd, 1 vervallen").doesNotContain("kwam niet aan");
    }

    @Test
    void aSignInMailIsListedWithoutItsSecretsAndIsNotSentAgain() {
        support.submit(service.visitor().get("/aanmelden").form("/aanmelden").set("email", centre.director()));
        Await.until(LIMIT, "the sign-in mail stands in the ledger", () -> signInRow().contains("afgeleverd"));
        assertThat(signInRow()).contains("aanmeldlink", centre.director()).doesNotContain("http", "Opnieuw sturen");
        String id = service.texts("select id from message where kind = 'sign-in' and recipient = '" + centre.director() + "'").getFirst();
        Page refused = support.post("/mails/" + id + "/herhaling", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("aanmeldlink", "vraagt zelf een nieuwe");
    }

    @Test
    void theLedgerIsReadPageByPageAndByStateAndKind() {
        service.change("""
                insert into message (id, kind, recipient, subject_id, number, message_id, created_at, due_at, state, last_answer, round_id)
                select gen_random_uuid(), 'reminder', 'nr' || n || '@test.example', gen_random_uuid(), 1, gen_random_uuid(), now(), now(),
                       'failed', '550 <b>nee</b>', ? from generate_series(1, 60) n""", centre.round());
        Page first = ledger();
        assertThat(first.text()).contains("60 mails, bladzijde 1 van 2", "50 mails kwamen niet aan", "550 <b>nee</b>");
        assertThat(rows(first)).hasSize(50);
        Page second = support.get(first.link("Oudere"));
        assertThat(rows(second)).hasSize(10);
        assertThat(rows(support.get(second.link("Nieuwere")))).hasSize(50);
        String round = "/mails?ronde=" + centre.round();
        assertThat(support.get(round + "&staat=failed&soort=reminder").text()).contains("60 mails");
        assertThat(support.get(round + "&staat=delivered").text()).contains("0 mails", "Geen mails.");
        assertThat(support.get(round + "&soort=invitation").text()).contains("Geen mails.");
        for (String wrong : List.of("ronde=x", "soort=geen", "staat=weg", "bladzijde=0", "bladzijde=99999999999")) {
            Page refused = support.get("/mails?" + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.text()).contains("De lijst met mails kent deze");
        }
    }

    private String signInRow() {
        return rows(support.get("/mails?soort=sign-in")).stream().map(Element::text).filter(text -> text.contains(centre.director()))
                .findFirst()
                .orElse("");
    }

    private void invite() {
        service.context().getBean(MailOut.class).put(centre.round(), RoundMail.invitation, List.of(centre.id()));
    }

    private static SettableClock clock() {
        return service.context().getBean(SettableClock.class);
    }

    private Page ledger() {
        return support.get("/mails?ronde=" + centre.round());
    }

    private List<Element> rows() {
        return rows(ledger());
    }

    private static List<Element> rows(Page page) {
        return page.document().select("table.mails tbody tr");
    }

    /** The newest. */
    private Element row() {
        return rows().getFirst();
    }

    private String untilRowSays(String words) {
        Await.until(LIMIT, "the ledger says ‘" + words + "’", () -> row().text().contains(words));
        return row().text();
    }

    /** How often the whole mail came to the server. */
    private int arrived() {
        return (int) server.received().stream().filter(mail -> mail.contains(centre.director())).count();
    }
}
