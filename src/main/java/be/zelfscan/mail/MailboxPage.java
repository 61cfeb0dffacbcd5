package be.zelfscan.mail;

import be.zelfscan.web.BelgianDutch;
import java.util.List;

/** The list of the local mailbox as a page. */
public record MailboxPage(List<Line> mails) {

    /** @param url of the mail; {@code received} in words, {@code receivedIso} for machines */
    public record Line(String url, String recipient, String subject, String received, String receivedIso) {}

    static MailboxPage of(List<MailboxEntry> entries) {
        return new MailboxPage(entries.stream().map(entry -> new Line(MailPage.url(entry.id()), entry.recipient(), entry.subject(),
                BelgianDutch.dateAndTime(entry.receivedAt()), entry.receivedAt().toString())).toList());
    }
}
