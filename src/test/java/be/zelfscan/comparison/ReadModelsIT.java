package be.zelfscan.comparison;

import static be.zelfscan.database.schema.Tables.COMPARED_CENTRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import be.zelfscan.TestService;
import be.zelfscan.database.Scope;
import be.zelfscan.question.Use;
import be.zelfscan.questionnaire.Questionnaire;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read of a round is what was counted of it by hand. */
class ReadModelsIT {
    private final TestService service = TestService.get();
    private final HandComputedRound round = HandComputedRound.shared();
    private final Questionnaire questionnaire = service.questionnaire();
    private final NetComparison net = service.context().getBean(NetComparison.class);

    @Test
    void theNetAndEverySchoolGroupAreCountedRight() {
        assertSame(support(() -> net.overview(round.id(), NetFilter.NONE)).chosen(), HandComputedRound.figures("net"));
        assertSame(support(() -> net.overview(round.earlierId(), NetFilter.NONE)).chosen(), HandComputedRound.earlierFigures("net"));
        for (String group : List.of("A", "B", "C")) {
            NetComparison.GroupWithFigures beside = beside(round.id(), group).orElseThrow();
            assertSame(beside.figures(), HandComputedRound.figures(group));
            assertThat(beside.group().sent()).isEqualTo(HandComputedRound.figures(group).n());
            assertThat(beside.group().centres())
                    .isEqualTo(HandComputedRound.figures(group).centres().size() + HandComputedRound.figures(group).notSent().size());
            beside(round.earlierId(), group).ifPresent(earlier -> assertSame(earlier.figures(), HandComputedRound.earlierFigures(group)));
        }
    }

    private Optional<NetComparison.GroupWithFigures> beside(UUID id, String group) {
        return support(() -> net.groups(id)).groups().stream().filter(one -> one.group().id().equals(round.schoolGroup(group))).findFirst();
    }

    @Test
    void anyChosenSetIsCountedRightAndACentreInTwoGroupsOnce() {
        List<UUID> both = HandComputedRound.figures("A+B").centres().stream().map(round::centre).toList();
        Figures figures = support(() -> inTransaction(connection -> bean(FigureQueries.class).ofOne(questionnaire,
                select(inline(FigureQueries.NET).as("key"), COMPARED_CENTRES.SENT_SCAN_ID.as("sent_scan_id"))
                        .from(COMPARED_CENTRES.call(round.id()))
                        .where(COMPARED_CENTRES.CENTRE_ID.in(both))
                        .and(COMPARED_CENTRES.SENT_SCAN_ID.isNotNull()))));
        assertSame(figures, HandComputedRound.figures("A+B"));
    }

    @Test
    void whatAFilterLeavesIsWhatWasPlacedThere() {
        for (Map.Entry<String, HandComputedFigures.Block> block : HandComputedRound.figures("net").blocks().entrySet()) {
            block.getValue().stages().forEach((stage, count) -> {
                NetFilter filter = new NetFilter(Optional.empty(), Optional.of(block.getKey()), Optional.of(stage), Optional.empty());
                NetComparison.Overview overview = support(() -> net.overview(round.id(), filter));
                assertThat(overview.chosen().centres()).as("%s on %s", block.getKey(), stage).isEqualTo(count);
                assertThat(overview.centres()).isEqualTo(count);
            });
        }
        NetFilter ofA = new NetFilter(Optional.of(round.schoolGroup("A")), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(support(() -> net.overview(round.id(), ofA)).centres()).isEqualTo(5);
        assertThat(support(() -> net.centres(round.id(), ofA, 0, 10))).filteredOn(facts -> facts.centre().sent())
                .extracting(facts -> facts.centre().id())
                .containsExactlyElementsOf(HandComputedRound.figures("A").centres().stream().map(round::centre).toList());
    }

    @Test
    void howCentresMovedSinceTheRoundBeforeIsCountedRight() {
        HandComputedRound.figures().change().forEach((group, change) -> {
            if (group.length() > 1 && !group.equals("net")) {
                return; // a union of groups is no group of its own
            }
            Optional<UUID> schoolGroup = group.equals("net") ? Optional.empty() : Optional.of(round.schoolGroup(group));
            Optional<NetComparison.Change> found = support(() -> net.change(round.id(), schoolGroup))
                    .filter(one -> one.earlier().id().equals(round.earlierId()));
            change.blocks().forEach((block, directions) -> {
                List<Figures.Movement> movements = found.map(NetComparison.Change::movements).orElse(List.of()).stream()
                        .filter(one -> one.block().equals(block)).toList();
                assertThat(sum(movements, 1)).as("%s later on %s", group, block).isEqualTo(directions.later().size());
                assertThat(sum(movements, 0)).as("%s same on %s", group, block).isEqualTo(directions.same().size());
                assertThat(sum(movements, -1)).as("%s earlier on %s", group, block).isEqualTo(directions.earlier().size());
            });
        });
    }

    private int sum(List<Figures.Movement> movements, int direction) {
        return movements.stream().filter(one -> Integer.signum(position(one.to()) - position(one.from())) == direction)
                .mapToInt(Figures.Movement::centres).sum();
    }

    private int position(String stage) {
        return questionnaire.scale().position(stage).orElseThrow();
    }

    @Test
    void everyoneSeesTheDistributionsThatTheGuardLeavesThem() {
        for (HandComputedFigures.Viewer viewer : HandComputedRound.figures().viewers()) {
            assertThat(shown(viewer, round.id())).as(viewer.why()).containsExactlyInAnyOrderElementsOf(viewer.shown());
        }
        for (HandComputedFigures.Viewer viewer : HandComputedRound.figures().earlierViewers()) {
            List<String> shown = viewer.shown().stream().filter(group -> HandComputedRound.earlierFigures(group).n() > 0).toList();
            assertThat(shown(viewer, round.earlierId())).as(viewer.why()).containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    private List<String> shown(HandComputedFigures.Viewer viewer, UUID id) {
        UUID person = round.net().person(viewer);
        List<String> shown = new ArrayList<>();
        switch (viewer.role()) {
            case "member" ->
                as(person, () -> bean(CentreComparison.class).of(round.centre(Integer.parseInt(viewer.of())), id, person)).groups()
                        .stream().filter(group -> group.figures().isPresent()).forEach(group -> shown.add(letter(group.schoolGroupId())));
            case "leader" -> {
                var beside = as(person, () -> bean(SchoolGroupComparison.class).ofLeader(round.schoolGroup(viewer.of()), id, person));
                shown.add(viewer.of());
                beside.net().figures().ifPresent(figures -> shown.add("net"));
            }
            default -> {
                shown.add("net");
                as(person, () -> net.groups(id)).groups().stream().filter(one -> one.figures().centres() > 0)
                        .forEach(one -> shown.add(letter(Optional.of(one.group().id()))));
            }
        }
        return shown;
    }

    private String letter(Optional<UUID> group) {
        return group.map(id -> Stream.of("A", "B", "C").filter(one -> round.schoolGroup(one).equals(id)).findFirst().orElseThrow())
                .orElse("net");
    }

    @Test
    void theDatabaseItselfGivesNoFiguresOfTooFewCentres() {
        UUID member = round.net().member(11);
        List<Integer> seen = as(member, () -> inTransaction(connection -> {
            List<Integer> centres = new ArrayList<>();
            try (ResultSet rows = connection.createStatement()
                    .executeQuery("select centres from comparison_figures where round_id = '%s'".formatted(round.id()))) {
                while (rows.next()) {
                    centres.add(rows.getInt(1));
                }
            }
            return centres;
        }));
        assertThat(seen).containsExactly(10);
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    @SuppressWarnings("unchecked")
    private <T> T inTransaction(Work<T> work) {
        TransactionOperations<Connection> transactions = bean(TransactionOperations.class);
        return transactions.execute(TransactionDefinition.READ_ONLY, status -> work.in(status.getConnection()));
    }

    private void assertSame(Figures figures, HandComputedFigures.Group expected) {
        assertThat(figures.centres()).isEqualTo(expected.n());
        assertThat(figures.notYet()).isEqualTo(expected.notYet());
        assertThat(figures.blocks()).extracting(Figures.BlockFigures::id)
                .containsExactlyElementsOf(questionnaire.blocks().stream().map(b -> b.id()).toList());
        for (Figures.BlockFigures block : figures.blocks()) {
            HandComputedFigures.Block hand = expected.block(block.id());
            assertThat(counts(hand.stages(), block::at)).as(block.id()).isEqualTo(hand.stages());
            for (var from : questionnaire.scale().stages()) {
                for (var to : questionnaire.scale().stages()) {
                    assertThat(block.flow(from.id(), to.id())).as("%s from %s to %s", block.id(), from.id(), to.id())
                            .isEqualTo(hand.flow(from.id(), to.id()));
                }
            }
            assertThat(counts(hand.levers(), option -> block.chosen(question(Use.LEVER), option))).isEqualTo(hand.levers());
            assertThat(counts(hand.bottlenecks(), option -> block.chosen(question(Use.BOTTLENECK), option)))
                    .isEqualTo(hand.bottlenecks());
            assertThat(counts(hand.differences(), option -> block.chosen(question(Use.DIFFERENCE), option)))
                    .isEqualTo(hand.differences());
            assertThat(counts(hand.motive(), option -> block.chosen("motive", option))).isEqualTo(hand.motive());
            assertThat(List.of(block.inspiring(), block.priorities(), block.points())).as(block.id())
                    .containsExactly(hand.inspiring(), hand.priority().count(), hand.priority().points());
        }
    }

    private static Map<String, Integer> counts(Map<String, Integer> options, java.util.function.ToIntFunction<String> count) {
        return options.keySet().stream().collect(Collectors.toMap(option -> option, count::applyAsInt, (a, b) -> a, LinkedHashMap::new));
    }

    private String question(String use) {
        return questionnaire.blockQuestionFor(use).orElseThrow().id();
    }

    private <T> T support(Supplier<T> task) {
        return as(round.net().support(), task);
    }

    private static <T> T as(UUID person, Supplier<T> task) {
        return new Scope.Person(person).call(task);
    }

    private <T> T bean(Class<T> type) {
        return service.context().getBean(type);
    }
}
