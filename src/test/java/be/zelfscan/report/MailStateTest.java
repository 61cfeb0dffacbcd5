package be.zelfscan.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.mail.MessageLedger;
import be.zelfscan.mail.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailStateTest {
    private static final Instant SENT = Instant.parse("2025-10-14T12:04:00Z");

    private static String words(Message.State state, int tries, Optional<Instant> delivered, String answer) {
        return ResultPage.words(new MessageLedger.Status("scan-sent", "a@b.example", 1, state, tries, SENT, delivered, answer), SENT);
    }

    @Test
    void aMailIsOnItsWayThenSentOrGivenUp() {
        assertThat(words(Message.State.waiting, 0, Optional.empty(), "")).isEqualTo("onderweg naar a@b.example");
        assertThat(words(Message.State.waiting, 3, Optional.empty(), "451"))
                .isEqualTo("nog niet aangekomen bij a@b.example, we proberen het opnieuw");
        assertThat(words(Message.State.delivered, 1, Optional.of(SENT.plusSeconds(60)), "250 OK"))
                .isEqualTo("verstuurd naar a@b.example om 14:05");
        assertThat(words(Message.State.delivered, 1, Optional.of(SENT.plus(Duration.ofDays(1))), "250 OK"))
                .isEqualTo("verstuurd naar a@b.example op 15 oktober 2025 om 14:04");
        assertThat(words(Message.State.failed, 5, Optional.empty(), "550 onbekend"))
                .isEqualTo("niet gelukt naar a@b.example: 550 onbekend");
    }
}
