package be.zelfscan.campaign;

import be.zelfscan.campaign.RoundPartQueries.RoundPart;
import be.zelfscan.mail.Mail;
import be.zelfscan.organisation.Person;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.Form;
import be.zelfscan.web.Refusal;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A mail of a round, looked at before it leaves. */
@Controller("/rondes/{roundId}/mails/{kind}")
public class RoundMailPreviewController {
    private static final String CENTRE = "centrum";
    private static final String RECIPIENT = "ontvanger";
    /** No script, form or outside source; its links lead nowhere. */
    private static final String OF_ITSELF = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    /**
     * What the page shows.
     *
     * @param back address of the round
     * @param kinds the mails that can be looked at; the one shown has no address
     * @param objection why it would not leave for this centre now; empty when it would
     * @param html address of the mail as HTML
     */
    public record Page(PageLayout layout, String back, String round, String label, List<Kind> kinds, String here, List<Choice> centres,
            List<Choice> recipients, Optional<String> objection, String subject, String text, String html) {}

    public record Kind(String label, Optional<String> address) {}

    public record Choice(String value, String label, boolean chosen) {}

    private final RoundMailPreview preview;
    private final Templates templates;
    private final PageLayouts layouts;

    RoundMailPreviewController(RoundMailPreview preview, Templates templates, PageLayouts layouts) {
        this.preview = preview;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, UUID roundId, String kind) {
        RoundMailPreview.Chosen chosen = choose(request.getParameters(), roundId, kind);
        RoundPart part = chosen.part();
        String here = address(part, chosen.composer());
        String ofCentre = "?" + CENTRE + "=" + part.centreId();
        String html = here + "/html" + ofCentre + (chosen.recipients().isEmpty() ? "" : "&" + RECIPIENT + "=" + chosen.reader().id());
        Mail mail = chosen.mail();
        List<Kind> kinds = preview.kinds().stream().map(one -> new Kind(one.label(),
                one == chosen.composer() ? Optional.empty() : Optional.of(address(part, one) + ofCentre))).toList();
        return templates.page("campaign/preview",
                new Page(layouts.of(request, "Voorbeeld: " + chosen.composer().label(), part.round().title()),
                        "/rondes/" + part.round().id(),
                        part.round().title(), chosen.composer().label(), kinds, here,
                        chosen.centres().entrySet().stream().map(
                                one -> new Choice(one.getKey().toString(), one.getValue(), one.getKey().equals(part.centreId()))).toList(),
                        chosen.recipients().stream().map(one -> recipient(one, chosen.reader())).toList(), chosen.objection(),
                        mail.subject(), mail.text(), html));
    }

    private static Choice recipient(Person one, Person shown) {
        return new Choice(one.id().toString(), "%s (%s)".formatted(one.name(), one.email()), one.equals(shown));
    }

    private static String address(RoundPart part, RoundMailComposer kind) {
        return "/rondes/" + part.round().id() + "/mails/" + kind.kind();
    }

    @Get("/html")
    HttpResponse<?> html(HttpRequest<?> request, UUID roundId, String kind) {
        String html = choose(request.getParameters(), roundId, kind).mail().html();
        return HttpResponse.ok(html.getBytes(StandardCharsets.UTF_8)).contentType(MediaType.of("text/html; charset=utf-8"))
                .header("Content-Security-Policy", OF_ITSELF);
    }

    private RoundMailPreview.Chosen choose(HttpParameters parameters, UUID roundId, String kind) {
        return preview.choose(roundId, kind, id(parameters, CENTRE, "Dit centrum bestaat niet. Kies een centrum uit de lijst."),
                id(parameters, RECIPIENT, "Deze ontvanger bestaat niet. Kies een ontvanger uit de lijst."));
    }

    private static Optional<UUID> id(HttpParameters parameters, String name, String otherwise) {
        return parameters.getFirst(name).filter(value -> !value.isBlank()).map(value -> Form.idOf(value)
                .orElseThrow(() -> Refusal.notFound(otherwise)));
    }

    /** Shows a mail of a round as it would leave now, by the same code that writes it. */
    @Singleton
    static class RoundMailPreview {
        private static final Person NOBODY = new Person(new UUID(0, 0), "(naam van de ontvanger)", "");

        private final List<RoundMailComposer> composers;
        private final RoundPartQueries parts;
        private final RoundRepository rounds;

        /**
         * For whom a mail is shown.
         *
         * @param centres of the round, to choose among
         * @param recipients all who would get it for this centre
         * @param reader for whom it is written; not one of the recipients when there are none
         */
        record Chosen(RoundMailComposer composer, RoundPart part, Map<UUID, String> centres, List<Person> recipients, Person reader) {
            /** Why it would not leave now; empty when it would. */
            Optional<String> objection() {
                return composer.objection(part);
            }

            Mail mail() {
                return composer.preview(part, reader);
            }
        }

        RoundMailPreview(List<RoundMailComposer> composers, RoundPartQueries parts, RoundRepository rounds) {
            this.composers = composers.stream().sorted(Comparator.comparing(RoundMailComposer::mail)).toList();
            this.parts = parts;
            this.rounds = rounds;
        }

        /** The kinds that can be shown, in the order in which they leave. */
        List<RoundMailComposer> kinds() {
            return composers;
        }

        /**
         * @param centreId empty: the first centre of the round
         * @param personId empty: the first recipient
         * @throws Refusal when the round, the kind of mail or the centre does not exist
         */
        @ReadOnly
        Chosen choose(UUID roundId, String kind, Optional<UUID> centreId, Optional<UUID> personId) {
            RoundMailComposer composer = composers.stream().filter(one -> one.kind().equals(kind)).findFirst()
                    .orElseThrow(() -> Refusal.notFound("Deze mail bestaat niet. Kies de uitnodiging, de herinnering of de afsluiting."));
            if (rounds.find(roundId).isEmpty()) {
                throw Refusal.notFound("Deze ronde bestaat niet. Kies een ronde uit de lijst op de pagina Rondes.");
            }
            Map<UUID, String> centres = parts.centres(roundId);
            if (centres.isEmpty()) {
                throw Refusal.conflict("Deze ronde heeft nog geen centra. Voeg er eerst toe; dan kan je de mail bekijken.");
            }
            RoundPart part = parts.part(roundId, centreId.orElse(centres.keySet().iterator().next()))
                    .orElseThrow(() -> Refusal.notFound("Dit centrum doet niet mee aan deze ronde. Kies een centrum uit de lijst."));
            List<Person> recipients = rounds.recipients(roundId, part.centreId(), kind);
            Person reader = recipients.stream().filter(one -> personId.isEmpty() || personId.get().equals(one.id())).findFirst()
                    .or(() -> recipients.stream().findFirst()).orElse(NOBODY);
            return new Chosen(composer, part, centres, recipients, reader);
        }
    }
}
