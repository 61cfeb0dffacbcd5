package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.organisation.Role;
import be.zelfscan.round.RoundRepository;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the mails of a round say, and to whom. */
class RoundMailIT {
    private final TestService service = TestService.get();
    private TestCentre centre;
    private UUID part;

    @BeforeEach
    void start() {
        centre = service.centre("Centrum <script>alert(1)</script> & O'Brien");
        part = service.context().getBean(RoundRepository.class).part(centre.round(), centre.id()).orElseThrow();
        for (String kind : new String[]{"invitation", "reminder", "round-closed"}) {
            service.mailTo(centre.round(), kind, Role.director, Role.leader);
        }
    }

    @Test
    void anInvitationSaysWhatIsAskedUntilWhenAndLeadsToTheCentre() {
        Mail mail = compose(InvitationMail.class, centre.director());

        assertThat(mail.subject()).isEqualTo("Uitnodiging voor de zelfscan van " + centre.name());
        assertThat(mail.text()).startsWith("Dag Tine Test\n").contains("van 1 september 2026 tot en met 30 juni 2027",
                "elk van de 11 bouwstenen", "één of twee namiddagen",
                "beleidsteam", "Voorbereidingspakket (PDF): http", "/voorbereiding.pdf", "Naar de zelfscan: http",
                "/centrum/" + centre.id());
        assertThat(Jsoup.parse(mail.html()).select("a").eachText()).containsExactly("Voorbereidingspakket (PDF)", "Naar de zelfscan");
        assertThat(Jsoup.parse(mail.html()).select("a").last().attr("href")).endsWith("/centrum/" + centre.id());
        assertThat(mail.attachments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gesprekskaarten,11 gesprekskaarten", "leerlabs-achtje,8 onderdelen"})
    void anInstrumentThatAsksSomethingElseIsNotDescribedAsTheFirst(String instrument, String sections) {
        service.change("update round set questionnaire_id = ?, version = '2026' where id = ?", instrument, centre.round());

        assertThat(compose(InvitationMail.class, centre.director()).text())
                .contains("overleggen over " + sections + " en leggen vast wat jullie antwoorden", "staat in de inleiding")
                .doesNotContain("namiddag", "elk van de", "waar het centrum vandaag staat");
        assertThat(compose(InvitationMail.class, leader()).text()).contains("Het centrum vult de vragenlijst samen in.")
                .doesNotContain("namiddag");
        assertThat(compose(ReminderMail.class, centre.director()).text())
                .contains("Jullie zijn nog niet begonnen. Leg nu een moment vast om samen te zitten.").doesNotContain("namiddag");
    }

    @Test
    void aNameIsOnlyTextAndTheHtmlSaysWhatTheTextSays() {
        Mail mail = compose(InvitationMail.class, centre.director());

        assertThat(mail.html()).doesNotContain("<script>");
        assertThat(Jsoup.parse(mail.html()).select("h1").text()).isEqualTo(mail.subject());
        for (String paragraph : mail.text().split("\n\n")) {
            String words = paragraph.contains(": http") ? paragraph.substring(0, paragraph.indexOf(": http")) : paragraph;
            assertThat(Jsoup.parse(mail.html()).body().text()).contains(words.strip());
        }
    }

    @Test
    void aCentreWithALongNameOfSeveralLinesHasASubjectOfOneLine() {
        service.change("update centre set name = ? where id = ?", "Ü".repeat(150) + "\n" + centre.id(), centre.id());
        assertThat(compose(ReminderMail.class, centre.director()).subject()).contains("ÜÜÜ", " " + centre.id());
    }

    @Test
    void aReminderSaysHowMuchTimeIsLeftAndHowFarTheCentreIsButNoAnswer() {
        Mail mail = compose(ReminderMail.class, centre.director());
        assertThat(mail.subject()).as("no countdown before the last month")
                .isEqualTo("Herinnering voor de zelfscan van " + centre.name() + ": tot en met 30 juni 2027");
        assertThat(mail.text()).contains("Jullie zijn nog niet begonnen", "tot en met 30 juni 2027").doesNotContain("vandaag is dag ");

        start("open");
        assertThat(compose(ReminderMail.class, centre.director()).text()).contains("Jullie zijn begonnen, en wat er staat, is bewaard.")
                .doesNotContain("nog niet begonnen");
    }

    @Test
    void aReminderAfterAReopeningSaysWhyAndWhatCountsMeanwhile() {
        start("open");
        service.change("""
                insert into sent_scan (id, scan_id, number, sent_at, sent_by, questionnaire_id, version, content)
                select gen_random_uuid(), s.id, 1, now(), p.id, s.questionnaire_id, s.version, '{"answers": []}'
                from scan s, person p where s.centre_id = ? and p.email = ?""", centre.id(), centre.director());
        service.change("""
                insert into scan_reopening (id, scan_id, reason, reopened_by, reopened_at)
                select gen_random_uuid(), s.id, 'Het tweede blok ontbrak.', p.id, timestamptz '2026-11-20 12:00Z'
                from scan s, person p where s.centre_id = ? and p.email = ?""", centre.id(), centre.director());
        assertThat(compose(ReminderMail.class, centre.director()).text())
                .contains("op 20 november 2026 opnieuw", "Het tweede blok ontbrak.", "telt wat het eerder verzond: nr. 1")
                .doesNotContain("nog geen zelfscan verzonden");
    }

    @Test
    void aLastDayThatIsPastIsSaidToBePast() {
        service.change("update round set opens_on = '2026-01-05', closes_on = '2026-02-06' where id = ?", centre.round());
        assertThat(compose(ReminderMail.class, centre.director()).text())
                .contains("De periode liep van 5 januari 2026 tot en met 6 februari 2026.",
                        "De laatste dag was 6 februari 2026; de ronde is nog open")
                .doesNotContain("op tijd");
        assertThat(compose(InvitationMail.class, centre.director()).text())
                .contains("was voorzien van 5 januari 2026 tot en met 6 februari 2026; ze is nog open, dus verzenden kan nog.")
                .doesNotContain("uiterlijk op", "’ loopt van");
    }

    @Test
    void nobodyIsRemindedOfAScanThatWasSentOrARoundThatWasClosedMeanwhile() {
        start("sent");
        assertRefused(ReminderMail.class, "Het centrum heeft zijn zelfscan intussen verzonden.");
        assertRefused(InvitationMail.class, "Het centrum heeft zijn zelfscan al verzonden.");
        close();
        assertRefused(ReminderMail.class, "De ronde is intussen afgesloten.");
        assertRefused(InvitationMail.class, "De ronde is intussen afgesloten.");
    }

    @Test
    void whoLeftOrIsNotNamedByTheRoundGetsNoMail() {
        assertThatExceptionOfType(NoLongerWanted.class).isThrownBy(() -> compose(InvitationMail.class, centre.member()));
        service.change("update person set ended_on = current_date where email = ?", centre.director());
        assertRefused(InvitationMail.class, "Deze persoon krijgt deze mail niet meer: de rol of de keuzes van de ronde zijn veranderd.");
    }

    @Test
    void aClosedRoundSaysThatNothingWasSent() {
        assertRefused(RoundClosedMail.class, "De ronde is niet afgesloten.");
        close();
        assertThat(compose(RoundClosedMail.class, centre.director()).text()).contains("op 24 november 2026 afgesloten", "geen zelfscan")
                .doesNotContain("/resultaat/");
    }

    @Test
    void theLeaderOfASchoolGroupReadsWhatConcernsALeader() {
        Mail mail = compose(InvitationMail.class, leader());
        assertThat(mail.text()).startsWith("Dag Lena Leider\n").contains("dat voor jouw scholengroep werkt", "hoef je niets in te vullen");
        assertThat(Jsoup.parse(mail.html()).select("a").last().attr("href")).endsWith("/centrum");
    }

    /** Who leads a school group for which the centre works, by e-mail address. */
    private String leader() {
        return Net.leader(Net.schoolGroup("Scholengroep", centre));
    }

    private void start(String state) {
        service.change("""
                insert into scan (id, round_id, centre_id, questionnaire_id, version, state, started_at)
                select gen_random_uuid(), r.id, ?, r.questionnaire_id, r.version, ?, now() from round r where r.id = ?""", centre.id(),
                state,
                centre.round());
    }

    private void close() {
        service.change("update round set state = 'closed', closed_at = '2026-11-24T22:30:00Z' where id = ?", centre.round());
    }

    private void assertRefused(Class<? extends MailComposer> composer, String reason) {
        assertThatExceptionOfType(NoLongerWanted.class).isThrownBy(() -> compose(composer, centre.director())).withMessage(reason);
    }

    private Mail compose(Class<? extends MailComposer> composer, String recipient) {
        MailComposer bean = service.context().getBean(composer);
        return bean.compose(new Message(UUID.randomUUID(), bean.kind(), recipient, part, 1, "<1@test.example>", Instant.EPOCH));
    }
}
