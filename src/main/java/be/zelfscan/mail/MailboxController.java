package be.zelfscan.mail;

import be.zelfscan.mail.Mail.Attachment;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.ContentDisposition;
import be.zelfscan.web.OwnHosts;
import be.zelfscan.web.Problem;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Shows the local mailbox in the browser, to everybody on this machine: a service without a mail server is for trying out and listens
 * on it only. With a mail server there are no such pages.
 */
@Controller("/postvak")
@Requires(beans = Mailbox.class)
public class MailboxController {
    /** The list of mails. */
    public record Overview(PageLayout layout, List<Line> mails) {
        static Overview of(PageLayout layout, List<Mailbox.Entry> entries) {
            return new Overview(layout, entries.stream().map(entry -> new Line(url(entry.id()), entry.recipient(), entry.subject(),
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
    public record One(PageLayout layout, String url, String subject, String from, String replyTo, String to, String date, String dateIso,
            List<Piece> text, List<File> attachments) {

        static One of(PageLayout layout, ReceivedMail mail) {
            String url = MailboxController.url(mail.id());
            List<File> files = IntStream.range(0, mail.attachments().size()).mapToObj(i -> {
                Attachment attachment = mail.attachments().get(i);
                return new File(url + "/bijlage/" + (i + 1), attachment.name(), size(attachment.size()));
            }).toList();
            return new One(layout, url, mail.subject(), mail.from(), mail.replyTo(), mail.to(), BelgianDutch.dateAndTime(mail.date()),
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

    /** No script, form or outside source; a link that somebody clicks leads the whole page there, as a mail program does. */
    private static final String OF_ITSELF = "sandbox allow-top-navigation-by-user-activation; "
            + "default-src 'none'; style-src 'unsafe-inline'";

    /** Somebody else's machine, or a proxy, asks for the mails. */
    private static final class OfAnotherMachine extends Problem {
        private static final long serialVersionUID = 1L;

        OfAnotherMachine() {
            super(HttpStatus.FORBIDDEN, "Dit postvak is alleen te lezen op de computer waarop Zelfscan draait.");
        }
    }

    private final Mailbox mailbox;
    private final Templates templates;
    private final PageLayouts layouts;

    MailboxController(Mailbox mailbox, Templates templates, PageLayouts layouts) {
        this.mailbox = mailbox;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        requireThisMachine(request);
        return templates.page("mail/mailbox", Overview.of(layouts.of(request, "Postvak"), mailbox.newest()));
    }

    @Get("/{id}")
    HttpResponse<?> show(HttpRequest<?> request, String id) {
        requireThisMachine(request);
        return find(id)
                .<HttpResponse<?>>map(mail -> templates.page("mail/mail", One.of(layouts.of(request, mail.subject()), mail)))
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/{id}/html")
    HttpResponse<?> html(HttpRequest<?> request, String id) {
        requireThisMachine(request);
        return find(id)
                .<HttpResponse<?>>map(mail -> file(withLinksOnTop(mail.html()).getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8")
                        .header("Content-Security-Policy", OF_ITSELF))
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/{id}/bijlage/{number}")
    HttpResponse<?> attachment(HttpRequest<?> request, String id, String number) {
        requireThisMachine(request);
        return find(id).flatMap(mail -> mail.attachment(place(number))).<HttpResponse<?>>map(attachment -> {
            String name = attachment.name();
            boolean shown = attachment.contentType().equals(MediaType.APPLICATION_PDF);
            return file(attachment.content(), attachment.contentType()).header(HttpHeaders.CONTENT_DISPOSITION,
                    shown ? ContentDisposition.inline(name) : ContentDisposition.attachment(name));
        }).orElseGet(HttpResponse::notFound);
    }

    @Get("/{id}/bericht.eml")
    HttpResponse<?> raw(HttpRequest<?> request, String id) {
        requireThisMachine(request);
        return id(id).flatMap(mailbox::raw).<HttpResponse<?>>map(content -> file(content, "message/rfc822")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment("bericht.eml"))).orElseGet(HttpResponse::notFound);
    }

    private static void requireThisMachine(HttpRequest<?> request) {
        if (!OwnHosts.isOnThisMachine(request)) {
            throw new OfAnotherMachine();
        }
    }

    private static String withLinksOnTop(String html) {
        return html.replaceFirst("(?i)<head>", "<head><base target=\"_top\">");
    }

    private Optional<ReceivedMail> find(String id) {
        return id(id).flatMap(mailbox::find);
    }

    private static Optional<UUID> id(String id) {
        return ConversionService.SHARED.convert(id, UUID.class);
    }

    private static int place(String number) {
        return number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) : 0;
    }

    private static MutableHttpResponse<byte[]> file(byte[] content, String type) {
        return HttpResponse.ok(content).contentType(MediaType.of(type));
    }
}
