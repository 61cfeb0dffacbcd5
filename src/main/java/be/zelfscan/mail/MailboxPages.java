package be.zelfscan.mail;

import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the pages of the local mailbox show; the templates of {@code src/main/jte/mail} take these. */
public final class MailboxPages {
    private MailboxPages() {}

    /** The list of mails. */
    public record Overview(Shell shell, List<Line> mails) {
        static Overview of(Shell shell, List<Mailbox.Entry> entries) {
            return new Overview(shell, entries.stream().map(entry -> new Line(url(entry.id()), entry.recipient(), entry.subject(),
                    BelgianDutch.dateAndTime(entry.receivedAt()), entry.receivedAt().toString())).toList());
        }
    }

    /** @param url of the mail; {@code received} in words, {@code receivedIso} for machines */
    public record Line(String url, String recipient, String subject, String received, String receivedIso) {}

    /**
     * One mail.
     *
     * @param url of this page; the mail as HTML and as a file stand under it
     * @param text the plain text in pieces, so that its links can be followed
     */
    public record One(Shell shell, String url, String subject, String from, String replyTo, String to, String date, String dateIso,
            List<Piece> text, List<File> attachments) {

        static One of(Shell shell, ReceivedMail mail) {
            String url = MailboxPages.url(mail.id());
            List<File> files = IntStream.range(0, mail.attachments().size()).mapToObj(i -> {
                Attachment attachment = mail.attachments().get(i);
                return new File(url + "/bijlage/" + (i + 1), attachment.name(), size(attachment.size()));
            }).toList();
            return new One(shell, url, mail.subject(), mail.from(), mail.replyTo(), mail.to(), BelgianDutch.dateAndTime(mail.date()),
                    mail.date().toString(), Piece.of(mail.text()), files);
        }

        private static String size(int bytes) {
            return bytes < 1_000 ? bytes + " bytes" : BelgianDutch.number(Math.round(bytes / 1_000.0)) + " kB";
        }
    }

    /** @param size in words */
    public record File(String url, String name, String size) {}

    /** A piece of plain text, or a web address in it. */
    public record Piece(String text, boolean link) {
        private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

        static List<Piece> of(String text) {
            List<Piece> pieces = new ArrayList<>();
            int done = 0;
            Matcher links = LINK.matcher(text);
            while (links.find()) {
                plain(pieces, text.substring(done, links.start()));
                pieces.add(new Piece(links.group(), true));
                done = links.end();
            }
            plain(pieces, text.substring(done));
            return pieces;
        }

        private static void plain(List<Piece> pieces, String text) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(text, false));
            }
        }
    }

    static String url(UUID id) {
        return "/postvak/" + id;
    }
}
