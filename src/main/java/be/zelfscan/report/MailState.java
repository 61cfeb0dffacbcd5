package be.zelfscan.report;

import be.zelfscan.mail.MessageLedger;
import be.zelfscan.text.BelgianDutch;
import java.time.Instant;

/** How far a mail is, in words. Pure. */
final class MailState {
    private MailState() {}

    /** @param sentAt the day that needs no mention */
    static String words(MessageLedger.Status mail, Instant sentAt) {
        return switch (mail.state()) {
            case delivered -> "verstuurd naar " + mail.recipient() + mail.deliveredAt().map(at -> " " + moment(at, sentAt)).orElse("");
            case waiting, sending -> mail.tries() < 2 ? "onderweg naar " + mail.recipient()
                    : "nog niet aangekomen bij %s, we proberen het opnieuw".formatted(mail.recipient());
            case withdrawn -> "niet meer nodig voor %s: %s".formatted(mail.recipient(), mail.lastAnswer());
            case failed -> "niet gelukt naar %s: %s".formatted(mail.recipient(), mail.lastAnswer());
        };
    }

    private static String moment(Instant at, Instant sentAt) {
        return BelgianDutch.date(at).equals(BelgianDutch.date(sentAt)) ? "om " + BelgianDutch.time(at)
                : "op " + BelgianDutch.dateAndTime(at);
    }
}
