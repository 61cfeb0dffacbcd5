package be.zelfscan.comparison;

import be.zelfscan.questionnaire.Questionnaire;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which figures of a round a person may see: those that the {@link Guard} publishes for that person, the same on every page and in every report. */
@Singleton
class PublishedFigures {
    private final ComparisonQueries queries;
    private final FrozenQueries frozen;
    private final FigureQueries figures;
    private final AloneQueries alone;

    PublishedFigures(ComparisonQueries queries, FrozenQueries frozen, FigureQueries figures, AloneQueries alone) {
        this.queries = queries;
        this.frozen = frozen;
        this.figures = figures;
        this.alone = alone;
    }

    /** The figures of the whole net; of an open round only for the support team. */
    GroupFigures net(ComparedRound round, Questionnaire questionnaire, Viewer viewer) {
        if (!viewer.support()) {
            return netOf(round, publishedTo(round));
        }
        return GroupFigures.net(round.isFrozen() ? frozen.figures(round.id(), Optional.empty())
                : Optional.of(figures.ofOne(questionnaire, FigureQueries.net(round.id()))));
    }

    /** The figures of the net and of the school groups of a centre, for somebody of that centre in a frozen round. */
    List<GroupFigures> ofCentre(ComparedRound round, UUID centreId) {
        return ofCentre(round, centreId, publishedTo(round));
    }

    /** The same for somebody who has to do with that centre only. */
    List<GroupFigures> ofCentreItself(ComparedRound round, UUID centreId) {
        Map<UUID, String> groups = queries.groupsOf(round.id(), centreId);
        return ofCentre(round, centreId,
                published(round, alone.cells(round.id(), groups.keySet(), alone.named(round.id(), centreId), Set.of(centreId)), groups));
    }

    /** The figures of the net for somebody who has to do with the centres of one school group only. */
    GroupFigures netForGroupItself(ComparedRound round, ComparedGroup group) {
        Set<UUID> named = queries.centresOf(round.id(), group.id()).stream().map(ComparedCentre::id).collect(Collectors.toSet());
        return netOf(round, published(round, alone.cells(round.id(), Set.of(group.id()), named, Set.of()),
                Map.of(group.id(), group.name())));
    }

    private List<GroupFigures> ofCentre(ComparedRound round, UUID centreId, Set<UUID> published) {
        List<GroupFigures> groups = new ArrayList<>(List.of(netOf(round, published)));
        queries.groupsOf(round.id(), centreId).forEach((group, name) -> groups.add(new GroupFigures(Optional.of(group), name,
                published.contains(group) ? frozen.figures(round.id(), Optional.of(group)) : Optional.empty())));
        return List.copyOf(groups);
    }

    private GroupFigures netOf(ComparedRound round, Set<UUID> published) {
        return GroupFigures.net(published.contains(FigureQueries.NET) ? frozen.figures(round.id(), Optional.empty()) : Optional.empty());
    }

    private Set<UUID> publishedTo(ComparedRound round) {
        return published(round, queries.cells(round.id()), queries.groupNames(round.id()));
    }

    /** The net first, since it is what everybody compares with; then the person's school groups, the largest first. */
    private static Set<UUID> published(ComparedRound round, List<Guard.Cell<UUID>> cells, Map<UUID, String> names) {
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
