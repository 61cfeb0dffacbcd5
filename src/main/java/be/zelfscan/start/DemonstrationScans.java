package be.zelfscan.start;

import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.PastScans;
import be.zelfscan.start.InventedAnswers.Notes;
import be.zelfscan.start.InventedAnswers.SampleAnswers;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The invented scans of a demonstration: of one centre at a time, each scan a transaction of its own. A scan that is there stays as it is,
 * so that it can be done again after it was broken off.
 */
@Singleton
class DemonstrationScans {
    private static final Duration TEAMWORK = Duration.ofDays(12);
    private static final int WEEKS = 7;
    private static final MonthDay USUAL = MonthDay.of(3, 24);

    private final PastScans pastScans;
    private final RoundRepository rounds;
    private final Instruments instruments;
    private final Clock clock;
    private final Notes notes = Notes.read();

    DemonstrationScans(PastScans pastScans, RoundRepository rounds, Instruments instruments, Clock clock) {
        this.pastScans = pastScans;
        this.rounds = rounds;
        this.instruments = instruments;
        this.clock = clock;
    }

    /** Puts what a centre answered last year and this year. */
    void put(InventedNet.InventedCentre centre) {
        Round closed = rounds.find(Demonstration.CLOSED_ROUND).orElseThrow();
        Round open = rounds.find(Demonstration.OPEN_ROUND).orElseThrow();
        if (centre.invented().isEmpty()) {
            putLastYear(centre, closed, SampleAnswers.EARLIER.read(), Optional.of(USUAL));
            return;
        }
        InventedNet.LastYear then = centre.lastYear();
        putLastYear(centre, closed, answers(centre, closed, then.blocks(), 0),
                then.sentOn().isEmpty() ? Optional.empty() : Optional.of(MonthDay.parse("--" + then.sentOn())));
        if (centre.thisYear().blocks() > 0) {
            putThisYear(centre, open, answers(centre, open, centre.thisYear().blocks(), 0.4));
        }
    }

    private Map<String, Map<String, List<String>>> answers(InventedNet.InventedCentre centre, Round round, int blocks, double grown) {
        Questionnaire questionnaire = instruments.get(round.questionnaire());
        long seed = centre.id().hashCode() * 31L + round.id().hashCode();
        return new InventedAnswers(questionnaire, notes, centre.invented().orElseThrow(), seed, grown).sections(blocks);
    }

    private void putLastYear(InventedNet.InventedCentre centre, Round round, Map<String, Map<String, List<String>>> sections,
            Optional<MonthDay> sentOn) {
        LocalDate day = sentOn.orElse(USUAL).atYear(round.closesOn().getYear());
        Instant ended = day.atTime(11 + centre.id().hashCode() % 5, 20).atZone(BelgianDutch.ZONE).toInstant();
        put(centre, round, sections, ended.minus(TEAMWORK), ended, sentOn.isPresent());
    }

    /** In working hours, somewhere between the opening of the round, or some weeks ago, and now. */
    private void putThisYear(InventedNet.InventedCentre centre, Round round, Map<String, Map<String, List<String>>> sections) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, BelgianDutch.ZONE);
        int chance = Math.floorMod(centre.id().hashCode() * 31, 100);
        LocalDate ago = today.minusDays(WEEKS * 7 - chance % WEEKS * 4L);
        LocalDate first = ago.isBefore(round.opensOn()) ? round.opensOn() : ago;
        LocalDate last = first.plusDays(ChronoUnit.DAYS.between(first, today) * (40 + chance / 2) / 100);
        Instant ended = earliest(last.atTime(13 + chance % 4, chance % 60).atZone(BelgianDutch.ZONE).toInstant(), now);
        put(centre, round, sections, earliest(first.atTime(9, chance % 60).atZone(BelgianDutch.ZONE).toInstant(), ended), ended,
                centre.thisYear().sent());
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void put(InventedNet.InventedCentre centre, Round round, Map<String, Map<String, List<String>>> sections, Instant started,
            Instant ended,
            boolean sent) {
        List<UUID> people = centre.people().stream().map(InventedNet.InventedPerson::uuid).toList();
        pastScans.put(new PastScans.Past(round.id(), centre.uuid(), people, sections, started, ended,
                Optional.of(centre.person(Role.director)).filter(person -> sent)));
    }
}
