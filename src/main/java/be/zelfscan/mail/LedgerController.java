package be.zelfscan.mail;

import be.zelfscan.mail.LedgerQueries.Entry;
import be.zelfscan.mail.LedgerQueries.Filter;
import be.zelfscan.mail.MessageLedger.RoundMessages;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Confirmation.Fact;
import be.zelfscan.web.Confirmation;
import be.zelfscan.web.Problem;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ledger: every message, how far it is, and sending one again. */
@Controller("/mails")
public class LedgerController {
    /**
     * The ledger as a page; {@code src/main/jte/mail/ledger.jte} takes it.
     *
     * @param here address of this page, to look again
     * @param progress how far the mails of the chosen round are; empty when no round is chosen
     * @param underWay whether the page will tell something else soon
     * @param repeated to whom a mail was just put again; empty when none was
     */
    public record Page(PageLayout layout, String here, List<Choice> rounds, List<Choice> kinds, List<Choice> states, boolean filtered,
            Optional<RoundMessages> progress, List<Line> lines, String count, boolean underWay, Optional<String> repeated,
            Optional<String> newer, Optional<String> older) {
        static final String ROUND = "ronde";
        static final String KIND = "soort";
        static final String STATE = "staat";
        static final String PAGE = "bladzijde";
        static final String REPEATED = "opnieuw";

        /** An option of a filter. */
        public record Choice(String value, String label, boolean chosen) {}

        /**
         * A message.
         *
         * @param formerly another address that it was put for, or sent to before; empty when there is none
         * @param about centre and round
         * @param example where one can read what such a mail says; empty when it is kept nowhere
         * @param when what happened last, or happens next, and when
         * @param repeat where it is sent again; empty when that cannot be
         */
        public record Line(String recipient, String formerly, String kind, Optional<String> example, String about, String state,
                boolean failed,
                String tries, String created, String when, String answer, Optional<String> repeat) {}

        static Page of(PageLayout layout, MessageLedger.Page page, Optional<RoundMessages> progress, Composers composers,
                Optional<UUID> repeated, LocalDate today) {
            Filter filter = page.filter();
            int last = Math.max(1, (page.total() + Filter.PAGE_SIZE - 1) / Filter.PAGE_SIZE);
            List<Choice> rounds = page.rounds().stream()
                    .map(round -> new Choice(round.id().toString(), round.title(), filter.roundId().filter(round.id()::equals).isPresent()))
                    .toList();
            List<Choice> kinds = composers.all().stream()
                    .map(kind -> new Choice(kind.kind(), kind.label(), filter.kind().filter(kind.kind()::equals).isPresent())).toList();
            List<Choice> states = Arrays.stream(Message.State.values())
                    .map(state -> new Choice(state.name(), state.label(), filter.state().filter(state::equals).isPresent())).toList();
            boolean filtered = !filter.isEmpty();
            boolean underWay = progress.map(RoundMessages::isUnderWay).orElse(false)
                    || page.entries().stream().anyMatch(entry -> entry.state().isUnderWay());
            return new Page(layout, url(filter, Optional.empty()), rounds, kinds, states, filtered, progress,
                    page.entries().stream().map(entry -> line(entry, composers, today)).toList(), count(page, last), underWay,
                    page.entries().stream().filter(entry -> repeated.filter(entry.id()::equals).isPresent()).map(Entry::recipient)
                            .findFirst(),
                    filter.page() == 1 ? Optional.empty()
                            : Optional.of(url(filter.onPage(Math.min(last, filter.page() - 1)), Optional.empty())),
                    filter.page() >= last ? Optional.empty() : Optional.of(url(filter.onPage(filter.page() + 1), Optional.empty())));
        }

        private static String count(MessageLedger.Page page, int last) {
            String mails = page.total() == 1 ? "1 mail" : BelgianDutch.number(page.total()) + " mails";
            return last == 1 ? mails : "%s, bladzijde %d van %d".formatted(mails, page.filter().page(), last);
        }

        private static Line line(Entry entry, Composers composers, LocalDate today) {
            String about = Stream.of(entry.centre(), entry.round()).filter(name -> !name.isEmpty())
                    .collect(Collectors.joining(" · "));
            boolean repeatable = !entry.isRepeated() && !entry.state().isUnderWay() && composers.isRepeatable(entry.kind());
            return new Line(entry.recipient(), entry.formerly().orElse(""),
                    composers.label(entry.kind()) + (entry.number() > 1 ? " (nr. " + entry.number() + ")" : ""),
                    entry.roundId().flatMap(round -> composers.of(entry.kind()).flatMap(composer -> composer.example(round))), about,
                    entry.state().label() + (entry.isRepeated() ? ", opnieuw gestuurd" : ""),
                    entry.state() == Message.State.failed && !entry.isRepeated(),
                    entry.tries() == 1 ? "1 poging" : entry.tries() + " pogingen",
                    "klaargezet " + BelgianDutch.moment(entry.createdAt(), today),
                    when(entry, today), entry.lastAnswer(),
                    repeatable ? Optional.of("/mails/" + entry.id() + "/herhaling") : Optional.empty());
        }

        private static String when(Entry entry, LocalDate today) {
            Instant due = entry.dueAt();
            return switch (entry.state()) {
                case waiting -> entry.tries() == 0 ? "" : "volgende poging " + BelgianDutch.moment(due, today);
                case sending -> "";
                case delivered -> entry.deliveredAt().map(at -> "afgeleverd " + BelgianDutch.moment(at, today)).orElse("");
                case failed -> "opgegeven " + BelgianDutch.moment(due, today);
                case withdrawn -> "vervallen " + BelgianDutch.moment(due, today);
            };
        }

        static String url(Filter filter, Optional<UUID> repeated) {
            String query = Stream
                    .of(pair(ROUND, filter.roundId().map(UUID::toString)), pair(KIND, filter.kind()),
                            pair(STATE, filter.state().map(Message.State::name)),
                            pair(PAGE, Optional.of(filter.page()).filter(page -> page > 1).map(String::valueOf)),
                            pair(REPEATED, repeated.map(UUID::toString)))
                    .flatMap(Optional::stream).collect(Collectors.joining("&"));
            return query.isEmpty() ? "/mails" : "/mails?" + query;
        }

        private static Optional<String> pair(String name, Optional<String> value) {
            return value.map(text -> name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
    }

    private final MessageLedger ledger;
    private final Composers composers;
    private final Templates templates;
    private final PageLayouts layouts;
    private final Clock clock;

    /** A filter that no form of the page makes. */
    private static final class UnknownFilter extends Problem {
        private static final long serialVersionUID = 1L;

        UnknownFilter(String what) {
            super(HttpStatus.UNPROCESSABLE_ENTITY,
                    "De lijst met mails kent deze %s niet. Ga naar Mails en kies ze daar uit de lijst.".formatted(what));
        }
    }

    LedgerController(MessageLedger ledger, Composers composers, Templates templates, PageLayouts layouts,
            Clock clock) {
        this.ledger = ledger;
        this.composers = composers;
        this.templates = templates;
        this.layouts = layouts;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        Filter filter = filter(request.getParameters());
        MessageLedger.Page page = ledger.page(filter);
        Optional<UUID> repeated = parameter(request.getParameters(), Page.REPEATED)
                .flatMap(id -> ConversionService.SHARED.convert(id, UUID.class));
        return templates.page("mail/ledger",
                Page.of(layouts.of(request, "Mails"), page, filter.roundId().map(ledger::ofRound), composers,
                        repeated, LocalDate.now(clock.withZone(BelgianDutch.ZONE))));
    }

    /** Asks first: a mail that left cannot be taken back. */
    @Get("/{messageId}/herhaling")
    HttpResponse<?> askToRepeat(HttpRequest<?> request, UUID messageId) {
        MessageLedger.Repeatable mail = ledger.repeatable(messageId);
        String kind = composers.label(mail.message().kind());
        return templates.page("layout/confirmation", new Confirmation(layouts.of(request, "Deze mail opnieuw sturen?"), "Mails",
                "Eén mail vertrekt zodra je bevestigt, aan één persoon.",
                List.of(new Fact("Aan", List.of(mail.message().recipient())), new Fact("Soort", List.of(kind)), new Fact("Eerst klaargezet",
                        List.of(BelgianDutch.dateAndTime(mail.message().createdAt())))),
                List.of("De mail wordt opnieuw geschreven, met wat er nu in Zelfscan staat.",
                        "Kwam de vorige toch aan, dan krijgt deze persoon hem twee keer."),
                "Een mail die vertrokken is, kan je niet terughalen.", "/mails/" + messageId + "/herhaling", List.of(), "Opnieuw sturen",
                Page.url(Filter.ofRound(mail.roundId()), Optional.empty())));
    }

    @Post("/{messageId}/herhaling")
    @Consumes(MediaType.ALL)
    HttpResponse<?> repeat(UUID messageId) {
        MessageLedger.Repeated repeated = ledger.repeat(messageId);
        Filter back = Filter.ofRound(repeated.roundId());
        return HttpResponse.seeOther(URI.create(Page.url(back, Optional.of(repeated.id()))));
    }

    private Filter filter(HttpParameters parameters) {
        Optional<UUID> round = parameter(parameters, Page.ROUND).map(id -> ConversionService.SHARED.convert(id, UUID.class)
                .orElseThrow(() -> new UnknownFilter("ronde")));
        Optional<String> kind = parameter(parameters, Page.KIND);
        if (kind.isPresent() && composers.of(kind.get()).isEmpty()) {
            throw new UnknownFilter("soort");
        }
        Optional<Message.State> state = parameter(parameters, Page.STATE).map(name -> Arrays.stream(Message.State.values())
                .filter(known -> known.name().equals(name)).findFirst().orElseThrow(() -> new UnknownFilter("staat")));
        int page = parameter(parameters, Page.PAGE).map(number -> {
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
