package be.zelfscan.comparison;

import be.zelfscan.access.Permission;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.questionnaire.Comparability;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.SentScan;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** A centre beside its school groups and the net, and beside itself in the round before; for its people. */
@Singleton
public class CentreComparison {
    /**
     * @param own what the centre sent
     * @param groups the net, then its school groups; without figures where these may not be shown
     * @param earlier the newest closed round before in which the centre sent a comparable scan
     * @param notComparable why the centre is not laid beside what it sent in newer rounds than that, a sentence for each
     */
    public record Compared(ComparedRound round, Questionnaire questionnaire, CentreFacts own, List<GroupFigures> groups,
            Optional<Earlier> earlier, List<String> notComparable) {
        /** The net. */
        public GroupFigures net() {
            return groups.getFirst();
        }
    }

    /**
     * What the centre sent before.
     *
     * @param questionnaire the version of then
     * @param own with the ids that blocks have now
     * @param nowByThen the id that a block has now, by its id then; what is not in it cannot be compared
     */
    public record Earlier(ComparedRound round, Questionnaire questionnaire, CentreFacts own, Map<String, String> nowByThen) {
        /** The id that a block had then; the same where it had none. */
        public String idThen(String now) {
            return nowByThen.entrySet().stream().filter(one -> one.getValue().equals(now)).map(Map.Entry::getKey).findFirst().orElse(now);
        }

        /** Whether a block of now was there then. */
        public boolean knew(String now) {
            return nowByThen.containsValue(now);
        }
    }

    /** A centre that sent a scan in a closed round. */
    public record SentInRound(ComparedRound round, Questionnaire questionnaire, ComparedRound.Centre centre) {}

    /**
     * A comparison with what was written.
     *
     * @param group with which the centre is compared now: the net, or one of its school groups
     * @param sent what counts of the centre in the round, with its notes
     * @param sentBefore the same of the earlier round, when there is one
     */
    public record ComparedWithNotes(Compared compared, GroupFigures group, SentScan sent, Optional<SentScan> sentBefore) {}

    private final ComparisonQueries queries;
    private final FactQueries facts;
    private final PublishedFigures published;
    private final OrganisationRepository organisations;
    private final Instruments instruments;
    private final ScanReading reading;

    CentreComparison(ComparisonQueries queries, FactQueries facts, PublishedFigures published, OrganisationRepository organisations,
            Instruments instruments, ScanReading reading) {
        this.queries = queries;
        this.facts = facts;
        this.published = published;
        this.organisations = organisations;
        this.instruments = instruments;
        this.reading = reading;
    }

    /**
     * @throws be.zelfscan.access.NotAllowed when this is nothing of the person's
     * @throws ComparisonNotFound when the round is not closed, the centre did not send in it, or nothing is placed in it
     */
    @ReadOnly(isolation = Isolation.REPEATABLE_READ)
    public Compared of(UUID centreId, UUID roundId, UUID personId) {
        require(centreId, personId);
        return compared(centreId, roundId, (round, questionnaire) -> published.ofCentre(round, questionnaire, centreId));
    }

    /**
     * The same with what was written, for its page.
     *
     * @param group id of a school group; empty for the net
     * @throws ComparisonNotFound when the round is not closed, the centre sent nothing in it, or did not work for that school group
     * @throws be.zelfscan.access.NotAllowed when this is nothing of the person's
     */
    @ReadOnly(isolation = Isolation.REPEATABLE_READ)
    public ComparedWithNotes read(UUID centreId, UUID roundId, String group, UUID personId) {
        Compared compared = of(centreId, roundId, personId);
        GroupFigures chosen = group.isEmpty() ? compared.net()
                : compared.groups().stream().filter(one -> one.schoolGroupId().map(UUID::toString).filter(group::equals).isPresent())
                        .findFirst().orElseThrow(ComparisonNotFound::schoolGroupOfOthers);
        return new ComparedWithNotes(compared, chosen,
                reading.sentScan(compared.own().centre().sentScanId().orElseThrow(), personId),
                compared.earlier().map(earlier -> reading.sentScan(earlier.own().centre().sentScanId().orElseThrow(), personId)));
    }

    /**
     * The same as somebody sees it who has to do with this centre only, for the service that makes reports without a reader.
     *
     * @throws IllegalStateException when it does not run for the service itself
     */
    @ReadOnly
    public Compared withoutReader(UUID centreId, UUID roundId) {
        return compared(centreId, roundId, (round, questionnaire) -> published.ofCentreWithoutReader(round, questionnaire, centreId));
    }

    /** What the centre sent, with nothing beside it; throws what {@link #of} does, but also where nothing is placed there is something. */
    @ReadOnly
    public SentInRound sentInRound(UUID centreId, UUID roundId, UUID personId) {
        require(centreId, personId);
        return sentInRound(centreId, roundId);
    }

    private void require(UUID centreId, UUID personId) {
        Permission.see_comparison.require(organisations.roles(personId, centreId));
    }

    /** @throws ComparisonNotFound for a round whose questionnaire places nothing */
    static void requireScaled(ComparedRound round, Instruments instruments) {
        Questionnaire questionnaire = instruments.get(round.questionnaire());
        if (!questionnaire.isScaled()) {
            throw ComparisonNotFound.nothingPlaced(questionnaire);
        }
    }

    private SentInRound sentInRound(UUID centreId, UUID roundId) {
        ComparedRound round = queries.round(roundId).orElseThrow(ComparisonNotFound::round);
        ComparedRound.Centre centre = queries.centre(roundId, centreId).orElseThrow(ComparisonNotFound::centre);
        if (!round.isFrozen()) {
            throw ComparisonNotFound.notYet(round);
        }
        if (!centre.sent()) {
            throw ComparisonNotFound.notSent(centre.name(), round.title());
        }
        return new SentInRound(round, instruments.get(round.questionnaire()), centre);
    }

    private Compared compared(UUID centreId, UUID roundId, BiFunction<ComparedRound, Questionnaire, List<GroupFigures>> groups) {
        queries.round(roundId).ifPresent(round -> requireScaled(round, instruments));
        SentInRound part = sentInRound(centreId, roundId);
        ComparedRound round = part.round();
        ComparedRound.Centre centre = part.centre();
        Questionnaire questionnaire = part.questionnaire();
        List<ComparedRound> before = queries.earlierRounds(round, centreId);
        List<ComparedRound> others = before.stream()
                .takeWhile(one -> Comparability.of(one.questionnaire(), questionnaire, instruments).isEmpty()).toList();
        Optional<Earlier> earlier = before.stream().skip(others.size()).findFirst().map(one -> {
            Comparability comparable = Comparability.of(one.questionnaire(), questionnaire, instruments).orElseThrow();
            return new Earlier(one, instruments.get(one.questionnaire()),
                    facts.of(queries.centre(one.id(), centreId).orElseThrow()).as(comparable), comparable.nowByThen());
        });
        return new Compared(round, questionnaire, facts.of(centre), groups.apply(round, questionnaire), earlier,
                others.stream().map(ComparedRound::notComparable).toList());
    }

    /** The closed round in which something was sent, when its comparison is there for this person. */
    @ReadOnly
    public Optional<UUID> roundOf(UUID sentScanId, UUID personId) {
        return queries.frozenPart(sentScanId)
                .filter(part -> Permission.see_comparison.allowed(organisations.roles(personId, part.centreId())))
                .map(ComparisonQueries.FrozenPart::roundId);
    }
}
