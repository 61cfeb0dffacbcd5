package be.zelfscan.comparison;

import be.zelfscan.questionnaire.Comparability;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The whole net for the support team, which sees everything by name: frozen figures of a closed round, those of this moment of an open one.
 * Who is not of that team gets nothing from the database here, see {@link CentreComparison} and {@link SchoolGroupComparison}.
 */
@Singleton
public class NetComparison {
    /**
     * @param chosen the figures of the centres that the filter leaves
     * @param centres how many that are, whether they sent a scan or not
     */
    public record Overview(ComparedRound round, Questionnaire questionnaire, NetFilter filter, List<ComparedRound.SchoolGroup> groups,
            Figures chosen,
            int centres) {}

    /** The school groups of a round, beside each other. */
    public record GroupsOfRound(ComparedRound round, Questionnaire questionnaire, List<GroupWithFigures> groups) {}

    public record GroupWithFigures(ComparedRound.SchoolGroup group, Figures figures) {}

    /**
     * How centres moved since an earlier round.
     *
     * @param movements of the centres that sent a scan in both
     */
    public record Change(ComparedRound earlier, List<Figures.Movement> movements) {}

    private final ComparisonQueries queries;
    private final FactQueries facts;
    private final FigureQueries figures;
    private final FrozenQueries frozen;
    private final Instruments instruments;

    NetComparison(ComparisonQueries queries, FactQueries facts, FigureQueries figures, FrozenQueries frozen,
            Instruments instruments) {
        this.queries = queries;
        this.facts = facts;
        this.figures = figures;
        this.frozen = frozen;
        this.instruments = instruments;
    }

    /** The rounds that were opened, the newest first. */
    @ReadOnly
    public List<ComparedRound> rounds() {
        return queries.rounds();
    }

    /** @throws ComparisonNotFound when there is no such round, or it is a draft */
    @ReadOnly(isolation = Isolation.REPEATABLE_READ)
    public Overview overview(UUID roundId, NetFilter filter) {
        ComparedRound round = round(roundId);
        return overview(round, filter, queries.groups(round.id()));
    }

    /**
     * @throws ComparisonNotFound when there is no such round, or it is a draft
     * @throws NetFilter.Refused when the form says something that this round does not have
     */
    @ReadOnly(isolation = Isolation.REPEATABLE_READ)
    Overview overview(UUID roundId, NetFilter.FilterForm form) {
        ComparedRound round = round(roundId);
        List<ComparedRound.SchoolGroup> groups = queries.groups(round.id());
        return overview(round, form.filter(instruments.get(round.questionnaire()), groups), groups);
    }

    private Overview overview(ComparedRound round, NetFilter filter, List<ComparedRound.SchoolGroup> groups) {
        Questionnaire questionnaire = instruments.get(round.questionnaire());
        return new Overview(round, questionnaire, filter, groups, chosen(round, questionnaire, filter),
                queries.centreCount(round.id(), filter));
    }

    /** The figures of the whole net. */
    @ReadOnly(isolation = Isolation.REPEATABLE_READ)
    public Figures net(UUID roundId) {
        ComparedRound round = round(roundId);
        return chosen(round, instruments.get(round.questionnaire()), NetFilter.NONE);
    }

    /** A round in which something was placed. */
    private ComparedRound round(UUID roundId) {
        ComparedRound round = queries.round(roundId).orElseThrow(ComparisonNotFound::round);
        CentreComparison.requireScaled(round, instruments);
        return round;
    }

    /** Whether there is anything to compare in a round: whether its questionnaire places something. */
    public boolean isScaled(ComparedRound round) {
        return instruments.find(round.questionnaire()).filter(Questionnaire::isScaled).isPresent();
    }

    private Figures chosen(ComparedRound round, Questionnaire questionnaire, NetFilter filter) {
        if (round.isFrozen() && !filter.byAnswers()) {
            return frozen.figures(round.id(), filter.schoolGroup()).orElseGet(() -> FigureQueries.ofNobody(questionnaire));
        }
        return figures.ofOne(questionnaire, ComparisonQueries.sent(round.id(), filter));
    }

    /**
     * Some of the centres that the filter leaves, by name, with how they placed their blocks and what they chose in the closing questions.
     */
    @ReadOnly(isolation = Isolation.REPEATABLE_READ)
    public List<CentreFacts> centres(UUID roundId, NetFilter filter, int from, int most) {
        return facts.of(queries.centres(roundId, filter, from, most), instruments.get(round(roundId).questionnaire()).overallSections());
    }

    /** Centres of a round that were asked for by their ids. */
    public record NamedCentres(ComparedRound round, Questionnaire questionnaire, List<ComparedRound.Centre> centres) {}

    /** Whether the centres of a round can be introduced to each other. */
    public boolean asksWhoInspires(ComparedRound round) {
        return instruments.find(round.questionnaire()).filter(Questionnaire::asksWhoInspires).isPresent();
    }

    /** The centres of a round that have these ids, as far as they take part in it; also where nothing is compared. */
    @ReadOnly
    public NamedCentres named(UUID roundId, List<String> ids) {
        ComparedRound round = queries.round(roundId).orElseThrow(ComparisonNotFound::round);
        List<ComparedRound.Centre> found = queries.centres(roundId).stream().filter(centre -> ids.contains(centre.id().toString()))
                .toList();
        return new NamedCentres(round, instruments.get(round.questionnaire()), found);
    }

    /** The same, to compare them. @throws ComparisonNotFound where nothing is compared */
    @ReadOnly
    public NamedCentres namedToCompare(UUID roundId, List<String> ids) {
        round(roundId);
        return named(roundId, ids);
    }

    /** Every school group with its figures, by name. */
    @ReadOnly(isolation = Isolation.REPEATABLE_READ)
    public GroupsOfRound groups(UUID roundId) {
        ComparedRound round = round(roundId);
        Questionnaire questionnaire = instruments.get(round.questionnaire());
        Figures none = FigureQueries.ofNobody(questionnaire);
        var byKey = round.isFrozen() ? frozen.figuresOfGroups(roundId) : figures.of(questionnaire, FigureQueries.groups(roundId));
        return new GroupsOfRound(round, questionnaire,
                queries.groups(round.id()).stream().map(group -> new GroupWithFigures(group, byKey.getOrDefault(group.id(), none)))
                        .toList());
    }

    /**
     * How the net, or the centres of a school group, moved since the newest closed round before in which some of the net sent a comparable
     * scan; nothing as long as the round itself is open, and still changes.
     */
    @ReadOnly
    public Optional<Change> change(UUID roundId, Optional<UUID> schoolGroup) {
        return frozen.movements(roundId, schoolGroup)
                .flatMap(found -> queries.round(found.earlierRound()).map(earlier -> new Change(earlier, found.movements())));
    }

    /** Why nothing is said to have moved since newer rounds than that, a sentence for each. */
    @ReadOnly
    public List<String> notComparable(UUID roundId) {
        ComparedRound round = round(roundId);
        Questionnaire questionnaire = instruments.get(round.questionnaire());
        return queries.earlierRounds(round).stream()
                .takeWhile(earlier -> Comparability.of(earlier.questionnaire(), questionnaire, instruments).isEmpty())
                .map(ComparedRound::notComparable)
                .toList();
    }
}
