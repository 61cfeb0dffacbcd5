package be.zelfscan.mail;

import be.zelfscan.mail.LedgerQueries.Entry;
import be.zelfscan.mail.LedgerQueries.Filter;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Shell;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ledger as a page; {@code src/main/jte/mail/ledger.jte} takes it.
 *
 * @param here address of this page, to look again
 * @param progress how far the mails of the chosen round are; empty when no round is chosen
 * @param underWay whether the page will tell something else soon
 * @param repeated to whom a mail was just put again; empty when none was
 */
public record LedgerPage(Shell shell, String here, List<Choice> rounds, List<Choice> kinds, List<Choice> states, boolean filtered,
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
    public record Line(String recipient, String formerly, String kind, Optional<String> example, String about, String state, boolean failed,
            String tries, String created, String when, String answer, Optional<String> repeat) {}

    static LedgerPage of(Shell shell, MessageLedger.Page page, Optional<RoundMessages> progress, Composers composers,
            Optional<UUID> repeated, LocalDate today) {
        Filter filter = page.filter();
        int last = Math.max(1, (page.total() + Filter.PAGE_SIZE - 1) / Filter.PAGE_SIZE);
        List<Choice> rounds = page.rounds().stream()
                .map(round -> new Choice(round.id().toString(), round.title(), filter.roundId().filter(round.id()::equals).isPresent()))
                .toList();
        List<Choice> kinds = composers.all().stream()
                .map(kind -> new Choice(kind.kind(), kind.label(), filter.kind().filter(kind.kind()::equals).isPresent())).toList();
        List<Choice> states = Arrays.stream(MessageState.values())
                .map(state -> new Choice(state.name(), state.label(), filter.state().filter(state::equals).isPresent())).toList();
        boolean filtered = !filter.isEmpty();
        boolean underWay = progress.map(RoundMessages::isUnderWay).orElse(false)
                || page.entries().stream().anyMatch(entry -> entry.state().isUnderWay());
        return new LedgerPage(shell, url(filter, Optional.empty()), rounds, kinds, states, filtered, progress,
                page.entries().stream().map(entry -> line(entry, composers, today)).toList(), count(page, last), underWay,
                page.entries().stream().filter(entry -> repeated.filter(entry.id()::equals).isPresent()).map(Entry::recipient)
                        .findFirst(),
                filter.page() == 1 ? Optional.empty()
                        : Optional.of(url(filter.onPage(Math.min(last, filter.page() - 1)), Optional.empty())),
                filter.page() >= last ? Optional.empty() : Optional.of(url(filter.onPage(filter.page() + 1), Optional.empty())));
    }

    private static String count(MessageLedger.Page page, int last) {
        String mails = BelgianDutch.counted(page.total(), "mail", "mails");
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
                entry.state() == MessageState.failed && !entry.isRepeated(),
                entry.tries() == 1 ? "1 poging" : entry.tries() + " pogingen",
                "klaargezet " + BelgianDutch.moment(entry.createdAt(), today),
                when(entry, today), entry.lastAnswer(), repeatable ? Optional.of("/mails/" + entry.id() + "/herhaling") : Optional.empty());
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
                        pair(STATE, filter.state().map(MessageState::name)),
                        pair(PAGE, Optional.of(filter.page()).filter(page -> page > 1).map(String::valueOf)),
                        pair(REPEATED, repeated.map(UUID::toString)))
                .flatMap(Optional::stream).collect(Collectors.joining("&"));
        return query.isEmpty() ? "/mails" : "/mails?" + query;
    }

    private static Optional<String> pair(String name, Optional<String> value) {
        return value.map(text -> name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
}
