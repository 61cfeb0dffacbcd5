package be.zelfscan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.campaign.ReopenScan;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.mail.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A mail of a centre that waits, or is sent again, goes to nobody who has nothing to do with the centre any more. */
class RecipientWhoLeftIT {
    private final TestService service = TestService.get();
    private final TestNet net = new TestNet();

    @Test
    void whoLeftTheCentreGetsNeitherItsReportNorWhyItsScanWasOpenedAgain() {
        UUID reopening = UUID.randomUUID();
        service.change("insert into scan_reopening (id, scan_id, reason, reopened_by, reopened_at)"
                + " select ?, scan_id, 'Het tweede blok ontbrak.', ?, now() from sent_scan where id = ?", reopening,
                net.person(Actor.support), net.sent);
        compose(SentScanMail.class, net.sent);
        compose(ReopenScan.ReopenedMail.class, reopening);

        service.change("delete from membership where person_id = ?", net.person(Actor.director));

        for (Runnable again : List.<Runnable>of(() -> compose(SentScanMail.class, net.sent),
                () -> compose(ReopenScan.ReopenedMail.class, reopening))) {
            assertThatExceptionOfType(NoLongerWanted.class).isThrownBy(again::run).withMessageContaining("niets meer met dit centrum");
        }
    }

    private void compose(Class<? extends MailComposer> composer, UUID subject) {
        String address = service.texts("select email from person where id = '%s'".formatted(net.person(Actor.director))).getFirst();
        MailComposer bean = service.context().getBean(composer);
        assertThat(bean.compose(new Message(UUID.randomUUID(), bean.kind(), address, subject, 1, "<1@test.example>", Instant.EPOCH)).text())
                .isNotEmpty();
    }
}
