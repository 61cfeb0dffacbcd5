package be.zelfscan.comparison;

import be.zelfscan.questionnaire.Questionnaire;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which figures of a round a person may see: those that the {@link Guard} publishes for that person, as exactly as {@link Discretion} tells
 * them, the same on every page and in every report.
 */
@Singleton
class PublishedFigures {
    private final ComparisonQueries queries;
    private final FrozenQueries frozen;
    private final FigureQueries figures;

    PublishedFigures(ComparisonQueries queries, FrozenQueries frozen, FigureQueries figures) {
        this.queries = queries;
        this.frozen = frozen;
        this.figures = figures;
    }

    /**
     * The figures of the whole net; of an open round only for the support team.
     *
     * @param support whether it is for somebody of that team
     */
    GroupFigures net(ComparedRound round, Questionnaire questionnaire, boolean support) {
        if (!support) {
            return netOf(toldToReader(round, questionnaire));
        }
        return GroupFigures.net(round.isFrozen() ? frozen.figures(round.id(), Optional.empty())
                : Optional.of(figures.ofOne(questionnaire, FigureQueries.net(round.id()))));
    }

    /** The figures of the net and of the school groups of a centre, for somebody of that centre in a frozen round. */
    List<GroupFigures> ofCentre(ComparedRound round, Questionnaire questionnaire, UUID centreId) {
        return ofCentre(round, centreId, toldToReader(round, questionnaire));
    }

    /** The same for somebody who has to do with that centre only. */
    List<GroupFigures> ofCentreWithoutReader(ComparedRound round, Questionnaire questionnaire, UUID centreId) {
        return ofCentre(round, centreId,
                toldWithoutReader(round, questionnaire, queries.groupsOf(round.id(), centreId), queries.seenByName(round.id(), centreId)));
    }

    /** The figures of the net for somebody who has to do with the centres of one school group only. */
    GroupFigures netWithoutReader(ComparedRound round, Questionnaire questionnaire, ComparedRound.SchoolGroup group) {
        Set<UUID> named = queries.centresOf(round.id(), group.id()).stream().map(ComparedRound.Centre::id).collect(Collectors.toSet());
        return netOf(toldWithoutReader(round, questionnaire, Map.of(group.id(), group.name()), named));
    }

    private List<GroupFigures> ofCentre(ComparedRound round, UUID centreId, Map<UUID, Discretion.Told> told) {
        List<GroupFigures> groups = new ArrayList<>(List.of(netOf(told)));
        queries.groupsOf(round.id(), centreId).forEach(
                (group, name) -> groups.add(GroupFigures.of(Optional.of(group), name, Optional.ofNullable(told.get(group)))));
        return List.copyOf(groups);
    }

    private static GroupFigures netOf(Map<UUID, Discretion.Told> told) {
        return GroupFigures.of(Optional.empty(), GroupFigures.NET, Optional.ofNullable(told.get(FigureQueries.NET)));
    }

    private Map<UUID, Discretion.Told> toldToReader(ComparedRound round, Questionnaire questionnaire) {
        return told(round, questionnaire, queries.cells(round.id()), queries.groupNames(round.id()),
                figures.ofThoseSeenByName(questionnaire, round.id()));
    }

    private Map<UUID, Discretion.Told> toldWithoutReader(ComparedRound round, Questionnaire questionnaire, Map<UUID, String> groups,
            Set<UUID> named) {
        return told(round, questionnaire, queries.cellsWithoutReader(round.id(), groups.keySet(), named), groups,
                figures.of(questionnaire, FigureQueries.netAndGroups(round.id(), named)));
    }

    /** @param named the figures of the centres that are seen by name, of each set */
    private Map<UUID, Discretion.Told> told(ComparedRound round, Questionnaire questionnaire, List<Guard.Cell<UUID>> cells,
            Map<UUID, String> names, Map<UUID, Figures> named) {
        Figures nobody = FigureQueries.ofNobody(questionnaire);
        List<Discretion.Published> sets = published(round, cells, names).stream()
                .flatMap(key -> frozen.figures(round.id(), Optional.of(key).filter(group -> !group.equals(FigureQueries.NET))).stream()
                        .map(all -> new Discretion.Published(key, all, named.getOrDefault(key, nobody))))
                .toList();
        return sets.isEmpty() ? Map.of() : new Discretion(questionnaire, cells, sets).told();
    }

    /** The net first, since it is what everybody compares with; then the person's school groups, the largest first. */
    private static Collection<UUID> published(ComparedRound round, List<Guard.Cell<UUID>> cells, Map<UUID, String> names) {
        List<UUID> candidates = new ArrayList<>(List.of(FigureQueries.NET));
        candidates.addAll(
                names.keySet().stream().sorted(Comparator.comparing((UUID group) -> -centres(group, cells)).thenComparing(names::get)
                        .thenComparing(Comparator.naturalOrder())).toList());
        return Guard.published(round.minimumGroupSize(), candidates, cells);
    }

    private static int centres(UUID group, List<Guard.Cell<UUID>> cells) {
        return cells.stream().filter(cell -> cell.sets().contains(group)).mapToInt(Guard.Cell::centres).sum();
    }
}
