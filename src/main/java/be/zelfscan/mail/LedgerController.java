package be.zelfscan.mail;

import be.zelfscan.mail.LedgerQueries.Filter;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Confirmation;
import be.zelfscan.web.Confirmation.Fact;
import be.zelfscan.web.Problem;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The ledger: every message, how far it is, and sending one again. */
@Controller("/mails")
class LedgerController {
    private final MessageLedger ledger;
    private final Composers composers;
    private final Templates templates;
    private final Shells shells;
    private final Clock clock;

    /** A filter that no form of the page makes. */
    private static final class UnknownFilter extends Problem {
        private static final long serialVersionUID = 1L;

        UnknownFilter(String what) {
            super(HttpStatus.UNPROCESSABLE_ENTITY,
                    "De lijst met mails kent deze %s niet. Ga naar Mails en kies ze daar uit de lijst.".formatted(what));
        }
    }

    LedgerController(MessageLedger ledger, Composers composers, Templates templates, Shells shells,
            Clock clock) {
        this.ledger = ledger;
        this.composers = composers;
        this.templates = templates;
        this.shells = shells;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        Filter filter = filter(request.getParameters());
        MessageLedger.Page page = ledger.page(filter);
        Optional<UUID> repeated = parameter(request.getParameters(), LedgerPage.REPEATED)
                .flatMap(id -> ConversionService.SHARED.convert(id, UUID.class));
        return templates.page("mail/ledger",
                LedgerPage.of(shells.of(request, "Mails"), page, filter.roundId().map(ledger::ofRound), composers,
                        repeated, LocalDate.now(clock.withZone(BelgianDutch.ZONE))));
    }

    /** Asks first: a mail that left cannot be taken back. */
    @Get("/{messageId}/herhaling")
    HttpResponse<?> askToRepeat(HttpRequest<?> request, UUID messageId) {
        MessageLedger.Repeatable mail = ledger.repeatable(messageId);
        String kind = composers.label(mail.message().kind());
        return templates.page("layout/confirmation", new Confirmation(shells.of(request, "Deze mail opnieuw sturen?"), "Mails",
                "Eén mail vertrekt zodra je bevestigt, aan één persoon.",
                List.of(new Fact("Aan", List.of(mail.message().recipient())), new Fact("Soort", List.of(kind)), new Fact("Eerst klaargezet",
                        List.of(BelgianDutch.dateAndTime(mail.message().createdAt())))),
                List.of("De mail wordt opnieuw geschreven, met wat er nu in Zelfscan staat.",
                        "Kwam de vorige toch aan, dan krijgt deze persoon hem twee keer."),
                "Een mail die vertrokken is, kan je niet terughalen.", "/mails/" + messageId + "/herhaling", "Opnieuw sturen",
                LedgerPage.url(Filter.ofRound(mail.roundId()), Optional.empty())));
    }

    @Post("/{messageId}/herhaling")
    @Consumes(MediaType.ALL)
    HttpResponse<?> repeat(UUID messageId) {
        MessageLedger.Repeated repeated = ledger.repeat(messageId);
        Filter back = Filter.ofRound(repeated.roundId());
        return HttpResponse.seeOther(URI.create(LedgerPage.url(back, Optional.of(repeated.id()))));
    }

    private Filter filter(HttpParameters parameters) {
        Optional<UUID> round = parameter(parameters, LedgerPage.ROUND).map(id -> ConversionService.SHARED.convert(id, UUID.class)
                .orElseThrow(() -> new UnknownFilter("ronde")));
        Optional<String> kind = parameter(parameters, LedgerPage.KIND);
        if (kind.isPresent() && composers.of(kind.get()).isEmpty()) {
            throw new UnknownFilter("soort");
        }
        Optional<MessageState> state = parameter(parameters, LedgerPage.STATE).map(name -> Arrays.stream(MessageState.values())
                .filter(known -> known.name().equals(name)).findFirst().orElseThrow(() -> new UnknownFilter("staat")));
        int page = parameter(parameters, LedgerPage.PAGE).map(number -> {
            if (!number.matches("[1-9]\\d{0,5}")) {
                throw new UnknownFilter("bladzijde");
            }
            return Integer.parseInt(number);
        }).orElse(1);
        return new Filter(round, kind, state, page);
    }

    private static Optional<String> parameter(HttpParameters parameters, String name) {
        return parameters.getFirst(name).filter(value -> !value.isBlank());
    }
}
