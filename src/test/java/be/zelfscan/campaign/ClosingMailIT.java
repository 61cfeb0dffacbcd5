package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.mail.Attachment;
import be.zelfscan.mail.Mail;
import be.zelfscan.mail.Message;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The mail that a round is closed brings the reports of the comparison, to each what is theirs. */
@Timeout(300)
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

        assertThat(mail.text()).contains("In de bijlage vind je jullie rapport met de vergelijking");
        assertThat(mail.attachments()).hasSize(1);
        Attachment report = mail.attachments().getFirst();
        assertThat(report.name()).matches("vergelijking-[a-z0-9-]+\\.pdf");
        assertThat(report.content()).isEqualTo(round.visitor(round.net().director(1))
                .get("/centrum/%s/vergelijking/%s/rapport.pdf".formatted(round.centre(1), round.id())).body());
    }

    @Test
    void aLeaderGetsTheReportOfTheSchoolGroupOnceWithTheFirstCentre() {
        UUID leader = round.net().leader("C");
        Mail first = mail(11, leader);
        Mail second = mail(12, leader);

        assertThat(first.attachments()).hasSize(1);
        assertThat(first.text()).contains("In de bijlage vind je het rapport van " + round.net().schoolGroupName("C"));
        String text = PdfReader.body(first.attachments().getFirst().content());
        assertThat(text).contains("Waar de centra gelijk staan");
        assertThat(second.attachments()).isEmpty();
        assertThat(second.text()).contains("zit bij de mail over " + round.net().centreName(11));
    }

    @Test
    void aCentreThatSentNothingGetsNoReport() {
        Mail mail = mail(5, round.net().director(5));
        assertThat(mail.attachments()).isEmpty();
        assertThat(mail.text()).contains("geen zelfscan").doesNotContain("bijlage");
    }

    @Test
    void theMailsLeaveWithTheirReports() {
        assertThat(round.visitor(round.net().support())
                .newestMail(round.net().director(2) + "@test.example", "De ronde is afgesloten").document().outerHtml())
                .contains("vergelijking-");
    }
}
