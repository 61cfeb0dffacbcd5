package be.zelfscan.mail;

import be.zelfscan.web.BelgianDutch;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * One mail of the local mailbox as a page.
 *
 * @param url of this page; the mail as HTML and as a file stand under it
 * @param text the plain text in runs, so that its links can be followed
 */
public record MailPage(String url, String subject, String from, String replyTo, String to, String date, String dateIso, List<TextRun> text,
        List<File> attachments) {

    /** @param size in words */
    public record File(String url, String name, String size) {}

    static MailPage of(ReceivedMail mail) {
        String url = url(mail.id());
        List<File> files = IntStream.range(0, mail.attachments().size()).mapToObj(i -> {
            Attachment attachment = mail.attachments().get(i);
            return new File(url + "/bijlage/" + (i + 1), attachment.name(), size(attachment.size()));
        }).toList();
        return new MailPage(url, mail.subject(), mail.from(), mail.replyTo(), mail.to(), BelgianDutch.dateAndTime(mail.date()),
                mail.date().toString(), TextRun.of(mail.text()), files);
    }

    static String url(UUID id) {
        return "/postvak/" + id;
    }

    private static String size(int bytes) {
        return bytes < 1_000 ? bytes + " bytes" : BelgianDutch.number(Math.round(bytes / 1_000.0)) + " kB";
    }
}
