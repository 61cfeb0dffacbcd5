package be.zelfscan.campaign;

import be.zelfscan.comparison.ComparedCentre;
import be.zelfscan.comparison.SchoolGroupComparison;
import be.zelfscan.comparison.SchoolGroupComparison.Led;
import be.zelfscan.mail.Mail;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.NoLongerWanted;
import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.round.ChosenRecipient;
import be.zelfscan.round.Recipient;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.BelgianDutch;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The mail that tells that a round is closed: one for each person, with all that is theirs in the round. The subject of its messages is the round; of
 * those that were put before, it was the part of a centre.
 */
@Singleton
class RoundClosedMail extends RoundMailComposer {
    private final RoundMailDesk desk;
    private final RoundPartRepository parts;
    private final RoundRepository rounds;
    private final SchoolGroupComparison schoolGroups;
    private final ClosingReports reports;
    private final Instruments instruments;
    private final Clock clock;

    RoundClosedMail(RoundMailDesk desk, RoundPartRepository parts, RoundRepository rounds, SchoolGroupComparison schoolGroups,
            ClosingReports reports, Instruments instruments, Clock clock) {
        super(RoundMail.round_closed);
        this.desk = desk;
        this.parts = parts;
        this.rounds = rounds;
        this.schoolGroups = schoolGroups;
        this.reports = reports;
        this.instruments = instruments;
        this.clock = clock;
    }

    /**
     * What somebody hears of a round.
     *
     * @param own the centres where the reader works
     * @param led the school groups that the reader leads
     */
    private record Closing(Round round, Recipient reader, List<RoundPart> own, List<Led> led) {
        boolean anythingSent() {
            return own.stream().anyMatch(part -> part.lastSent().isPresent())
                    || led.stream().flatMap(one -> one.centres().stream()).anyMatch(ComparedCentre::sent);
        }
    }

    @Override
    Optional<String> objection(RoundPart part) {
        return part.isClosed() ? Optional.empty() : Optional.of("De ronde is niet afgesloten.");
    }

    @Override
    public Mail compose(Message message) {
        UUID roundId = parts.find(message.subjectId()).map(RoundPart::roundId).orElse(message.subjectId());
        Round round = rounds.find(roundId).orElseThrow(() -> new NoLongerWanted("Deze ronde bestaat niet."));
        if (!round.isClosed()) {
            throw new NoLongerWanted("De ronde is niet afgesloten.");
        }
        Recipient reader = rounds.centres(roundId).stream().flatMap(centre -> rounds.recipients(roundId, centre, kind()).stream())
                .filter(one -> one.email().equals(message.recipient())).findFirst().orElseThrow(RoundMailDesk::noLongerNamed);
        Closing closing = closing(round, reader);
        return desk.set(letter(closing), reports.of(roundId, reader.id(), closing.own(), closing.led()));
    }

    @Override
    Mail preview(RoundPart part, Recipient recipient) {
        Round round = rounds.find(part.roundId()).orElseThrow();
        Closing closing = closing(round, recipient);
        boolean nothing = closing.own().isEmpty() && closing.led().isEmpty();
        return desk.set(letter(nothing ? new Closing(round, recipient, List.of(part), List.of()) : closing), List.of());
    }

    private Closing closing(Round round, Recipient reader) {
        List<RoundPart> own = parts.centres(round.id()).stream().filter(centre -> parts.worksIn(reader.id(), centre.id()))
                .filter(centre -> rounds.recipients(round.id(), centre.id(), kind()).contains(reader))
                .flatMap(centre -> parts.find(round.id(), centre.id()).stream()).toList();
        boolean asLeader = rounds.chosenRecipients(round.id()).contains(new ChosenRecipient(kind(), Role.leader));
        return new Closing(round, reader, own, asLeader ? schoolGroups.led(round.id(), reader.id()) : List.of());
    }

    private Letter letter(Closing closing) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("De ronde ‘%s’ is op %s afgesloten.".formatted(closing.round().title(),
                BelgianDutch.date(closing.round().closedOn().orElseGet(() -> LocalDate.now(clock.withZone(BelgianDutch.ZONE)))))
                + (closing.own().stream().anyMatch(part -> part.lastSent().isPresent())
                        ? " Bedankt voor het gesprek dat jullie voerden en voor jullie antwoorden." : ""));
        closing.own().forEach(part -> paragraphs.add(ofCentre(part)));
        closing.led().forEach(one -> paragraphs.add(ofGroup(one)));
        String title = closing.own().size() == 1 && closing.led().isEmpty()
                ? "De ronde is afgesloten: zelfscan van " + closing.own().getFirst().centreName()
                : "De ronde is afgesloten: " + closing.round().title();
        return new Letter(title, closing.reader().name(), paragraphs, Optional.empty(), link(closing),
                List.of(closing.anythingSent() ? instruments.get(closing.round().questionnaire()).disclaimer()
                        : "Klopt dit niet? Antwoord dan op deze mail."));
    }

    private static String ofCentre(RoundPart part) {
        if (part.lastSent().isEmpty()) {
            return "%s verzond in deze ronde geen zelfscan. %s".formatted(part.centreName(), part.started()
                    ? "Wat jullie al invulden, blijft bewaard, maar verzenden kan niet meer." : "Verzenden kan niet meer.");
        }
        String counts = part.reopened()
                .map(again -> " Na de heropening verzonden jullie niet opnieuw: nr. %d telt.".formatted(again.number()))
                .orElse("");
        return ("Het resultaat van %s blijft beschikbaar: de datagrafiek, alle antwoorden en het rapport als PDF. Neem het mee naar jullie "
                + "beleidsplan.%s In de bijlage vind je jullie rapport met de vergelijking: naast het net en jullie scholengroepen, en naast jullie "
                + "vorige zelfscan als die er is.").formatted(part.centreName(), counts);
    }

    private static String ofGroup(Led led) {
        List<String> sent = led.centres().stream().filter(ComparedCentre::sent).map(ComparedCentre::name).toList();
        List<String> others = led.centres().stream().filter(centre -> !centre.sent()).map(ComparedCentre::name).toList();
        if (sent.isEmpty()) {
            return "Van de centra die voor %s werken, verzond er geen een zelfscan.".formatted(led.group().name());
        }
        return "In de bijlage vind je het rapport van %s, met de toelichtingen. %s %s een zelfscan.%s".formatted(led.group().name(),
                BelgianDutch.list(sent), sent.size() == 1 ? "verzond" : "verzonden",
                others.isEmpty() ? ""
                        : " Geen zelfscan verzond%s: %s.".formatted(others.size() == 1 ? "" : "en", BelgianDutch.list(others)));
    }

    private Letter.Link link(Closing closing) {
        List<RoundPart> sent = closing.own().stream().filter(part -> part.lastSent().isPresent()).toList();
        if (sent.size() == 1 && closing.led().isEmpty()) {
            return new Letter.Link("Bekijk het resultaat", desk.address("/resultaat/" + sent.getFirst().lastSent().orElseThrow()));
        }
        if (closing.own().isEmpty() && closing.led().size() == 1 && closing.anythingSent()) {
            return new Letter.Link("Bekijk de centra naast elkaar",
                    desk.address("/scholengroep/%s/ronde/%s".formatted(closing.led().getFirst().group().id(), closing.round().id())));
        }
        return new Letter.Link("Naar Zelfscan",
                desk.address(closing.own().size() == 1 ? "/centrum/" + closing.own().getFirst().centreId() : "/centrum"));
    }
}
