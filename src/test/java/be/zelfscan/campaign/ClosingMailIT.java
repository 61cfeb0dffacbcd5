package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.mail.Mail.Attachment;
import be.zelfscan.mail.Mail;
import be.zelfscan.mail.Message;
import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.Person;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.support.Await;
import be.zelfscan.support.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The mail that a round is closed brings the reports of the comparison, to each what is theirs. */
@Timeout(600)
class ClosingMailIT {
    private static final class Holder {
        private static final HandComputedRound ROUND = round();
    }

    private final TestService service = TestService.get();
    private final HandComputedRound round = Holder.ROUND;

    private static HandComputedRound round() {
        HandComputedRound round = HandComputedRound.open(TestService.get(), Set.of(RoundMail.round_closed));
        round.close();
        return round;
    }

    private Mail mail(int centre, UUID person) {
        UUID part = service.context().getBean(RoundRepository.class).part(round.id(), round.centre(centre)).orElseThrow();
        RoundClosedMail composer = service.context().getBean(RoundClosedMail.class);
        return composer.compose(
                new Message(UUID.randomUUID(), composer.kind(), person + "@test.example", part, 1, "<1@test.example>", Instant.EPOCH));
    }

    @Test
    void aDirectorGetsTheReportOfTheCentreAsThatDirectorMaySeeIt() {
        Mail mail = mail(1, round.net().director(1));

        assertThat(mail.text()).contains("In de bijlage vind je jullie rapport met de vergelijking.");
        assertThat(mail.attachments()).hasSize(1);
        Attachment report = mail.attachments().getFirst();
        assertThat(report.name()).matches("vergelijking-[a-z0-9-]+\\.pdf");
        assertThat(report.content()).isEqualTo(round.visitor(round.net().director(1))
                .get("/centrum/%s/vergelijking/%s/rapport.pdf".formatted(round.centre(1), round.id())).body());
    }

    @Test
    void aCentreBesideWhichNoGroupCanBeShownIsPromisedNone() {
        Visitor poc = service.inSession(Net.support());
        TestCentre alone = service.centre("Centrum dat als enige verzond");
        String closed = Net.open(poc, Net.unique("ronde van één centrum"), alone);
        Net.send(service.inSession(alone.director()), alone, closed);
        Net.confirm(poc, closed + "/afsluiting");

        Mail mail = service.context().getBean(RoundClosedMail.class).compose(
                new Message(UUID.randomUUID(), "round-closed", alone.director(), Net.id(closed), 1, "<3@test.example>", Instant.EPOCH));

        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.text()).contains("Waar te weinig centra verzonden om een groep te tonen, staat dat erbij.")
                .doesNotContain("scholengroep", "naast het net", "vorige zelfscan");
    }

    @Test
    void aLeaderGetsOneMailWithTheReportOfTheSchoolGroupAndItsCentresByName() {
        UUID leader = round.net().leader("C");
        Mail mail = mail(11, leader);

        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.text()).contains("In de bijlage vind je het rapport van " + round.net().schoolGroupName("C"))
                .contains(round.net().centreName(11), round.net().centreName(12));
        String text = PdfReader.body(mail.attachments().getFirst().content());
        assertThat(text).contains("Waar de centra gelijk staan");
        assertThat(service.count("select count(*) from message where kind = 'round-closed' and round_id = ? and recipient = ?", round.id(),
                leader + "@test.example")).isEqualTo(1);
    }

    @Test
    void whoHasNothingToReadGetsNoMailAndEachOtherPersonOne() {
        Visitor poc = service.inSession(Net.support());
        TestCentre sent = service.centre("Centrum dat verzond");
        TestCentre silent = service.centre("Centrum dat zweeg");
        TestCentre silentToo = service.centre("Centrum dat ook zweeg");
        String several = Net.leader(Net.schoolGroup("Scholengroep van drie", sent, silent, silentToo));
        String nothing = Net.leader(Net.schoolGroup("Scholengroep zonder zelfscan", silent, silentToo));
        String closed = Net.open(poc, Net.unique("ronde met één mail per persoon"), sent, silent, silentToo);
        Net.send(service.inSession(sent.director()), sent, closed);

        MailOut.Reach before = reach(closed, RoundMail.round_closed, sent, silent, silentToo);
        assertThat(before.people()).isEqualTo(4);
        assertThat(emails(before)).contains(several, sent.director(), silent.director())
                .doesNotContain(nothing);
        assertThat(Net.confirm(poc, closed + "/afsluiting").text()).contains("4 mails");
        assertThat(Net.messages(closed, "round-closed", several)).isEqualTo(1);
        assertThat(Net.messages(closed, "round-closed", nothing)).isZero();
        assertThat(Net.messages(closed, "round-closed", silent.director())).isEqualTo(1);

        Mail mail = service.context().getBean(RoundClosedMail.class).compose(
                new Message(UUID.randomUUID(), "round-closed", several, Net.id(closed), 1, "<2@test.example>", Instant.EPOCH));
        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.text()).contains(sent.name() + " verzond een zelfscan.", "Geen zelfscan verzonden: ", silent.name(),
                silentToo.name());
    }

    @Test
    void whoWouldGetAMailIsKnownBeforeWithTheCentresForWhichNobodyDoes() {
        Visitor poc = service.inSession(Net.support());
        TestCentre centre = service.centre("Centrum met een directeur");
        TestCentre empty = service.centre("Centrum zonder directeur");
        service.change("delete from membership where centre_id = ?", empty.id());
        String draft = Net.draft(poc, Net.unique("ronde met een leeg centrum"), centre, empty);
        MailOut.Reach reach = reach(draft, RoundMail.invitation, centre, empty);
        assertThat(reach.people()).isEqualTo(1);
        assertThat(emails(reach)).containsExactly(centre.director());
        assertThat(reach.missed()).extracting(MailOut.OfCentre::centre).containsExactly(empty.name());
    }

    private MailOut.Reach reach(String ofRound, RoundMail mail, TestCentre... centres) {
        return service.context().getBean(MailOut.class).reach(Net.id(ofRound), mail,
                Stream.of(centres).map(centre -> new Centre(centre.id(), centre.name(), Set.of(), Optional.empty())).toList());
    }

    private static List<String> emails(MailOut.Reach reach) {
        return reach.reached().stream().flatMap(centre -> centre.people().stream()).map(Person::email).toList();
    }

    @Test
    void aCentreThatSentNothingGetsNoReport() {
        Mail mail = mail(5, round.net().director(5));
        assertThat(mail.attachments()).isEmpty();
        assertThat(mail.text()).contains("geen zelfscan").doesNotContain("bijlage");
    }

    @Test
    void theMailsLeaveWithTheirReports() {
        String address = round.net().director(2) + "@test.example";
        Await.until(Duration.ofSeconds(120), "the mail has left",
                () -> service.texts("select state from message where kind = 'round-closed' and recipient = '" + address + "'")
                        .equals(List.of("delivered")));
        assertThat(round.visitor(round.net().support()).newestMail(address, "De ronde is afgesloten").document().outerHtml())
                .contains("vergelijking-");
    }
}
