package be.zelfscan.mail;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows the local mailbox in the browser, to everybody: a service without a mail server is for trying out and listens on its own machine only. With a
 * mail server there are no such pages.
 */
@Controller("/postvak")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = Mailbox.class)
class MailboxController {
    private static final String OF_ITSELF = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Get
    @View("mail/mailbox")
    @Produces(MediaType.TEXT_HTML)
    MailboxPage list() {
        return MailboxPage.of(mailbox.newest());
    }

    @Get("/{id}")
    @Produces(MediaType.TEXT_HTML)
    Optional<ModelAndView<MailPage>> show(String id) {
        return find(id).map(mail -> new ModelAndView<>("mail/mail", MailPage.of(mail)));
    }

    @Get("/{id}/html")
    HttpResponse<?> html(String id) {
        return find(id).<HttpResponse<?>>map(mail -> file(mail.html().getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8")
                .header("Content-Security-Policy", OF_ITSELF)).orElseGet(HttpResponse::notFound);
    }

    @Get("/{id}/bijlage/{number}")
    HttpResponse<?> attachment(String id, String number) {
        return find(id).flatMap(mail -> mail.attachment(place(number))).<HttpResponse<?>>map(attachment -> {
            boolean shown = attachment.contentType().equals(MediaType.APPLICATION_PDF);
            return file(attachment.content(), attachment.contentType())
                    .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(shown, attachment.name()));
        }).orElseGet(HttpResponse::notFound);
    }

    @Get("/{id}/bericht.eml")
    HttpResponse<?> raw(String id) {
        return id(id).flatMap(mailbox::raw).<HttpResponse<?>>map(content -> file(content, "message/rfc822")
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(false, "bericht.eml"))).orElseGet(HttpResponse::notFound);
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
        return HttpResponse.ok(content).contentType(MediaType.of(type)).header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
