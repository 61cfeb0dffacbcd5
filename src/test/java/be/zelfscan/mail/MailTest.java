package be.zelfscan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import be.zelfscan.mail.Mail.Attachment;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailTest {
    @Test
    void aSubjectIsOneLineWhateverANameBringsAlong() {
        assertThat(new Mail("Dag\r\nBcc: x@y", "a", "b", List.of()).subject()).isEqualTo("Dag Bcc: x@y");
        assertThat(new Mail("Centrum\u0085Noord \u0096 Zuid\u200b", "a", "b", List.of()).subject()).isEqualTo("Centrum Noord Zuid");
        assertThatIllegalArgumentException().isThrownBy(() -> new Mail("\u0096", "a", "b", List.of()));
    }

    @Test
    void aFileNameWithAPathIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Attachment("../a.pdf", "application/pdf", new byte[0]));
    }

    @Test
    void aLinkInTheTextEndsBeforeTheInterpunction() {
        assertThat(MailboxController.Piece.of("Zie (https://a.be/b?c=1&d=2). Of http://c.be/,")).containsExactly(
                new MailboxController.Piece("Zie (", false),
                new MailboxController.Piece("https://a.be/b?c=1&d=2", true), new MailboxController.Piece("). Of ", false),
                new MailboxController.Piece("http://c.be/", true),
                new MailboxController.Piece(",", false));
    }

    @Test
    void whatIsNoWebAddressIsNoLink() {
        assertThat(MailboxController.Piece.of("javascript:alert(1)"))
                .containsExactly(new MailboxController.Piece("javascript:alert(1)", false));
    }

    @Test
    void tenTriesAreSpreadOverThreeDaysWithGrowingPauses() {
        List<Duration> pauses = IntStream.range(1, MailDelivery.MOST_TRIES).mapToObj(MailDelivery::pauseAfter).toList();
        assertThat(pauses).hasSize(9).isSorted().first().isEqualTo(Duration.ofSeconds(30));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isBetween(Duration.ofDays(2), Duration.ofDays(4));
    }
}
