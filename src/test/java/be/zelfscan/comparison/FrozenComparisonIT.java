package be.zelfscan.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.campaign.Net;
import be.zelfscan.database.Scope;
import be.zelfscan.support.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a round is compared by is fixed when it closes; who sees which figures of it. */
@Timeout(600)
class FrozenComparisonIT {
    private final TestService service = TestService.get();
    private final String support = Net.support();
    private final Visitor poc = service.inSession(support);
    private final List<TestCentre> centres = IntStream.range(0, 6).mapToObj(number -> service.centre("Centrum naast " + number)).toList();
    private final UUID large = Net.schoolGroup("Scholengroep groot", centres.subList(0, 3).toArray(TestCentre[]::new));
    private final UUID small = Net.schoolGroup("Scholengroep klein", centres.get(3));
    private final String round = roundOfSix();
    private final UUID roundId = Net.id(round);

    private String roundOfSix() {
        String made = Net.draft(poc, Net.unique("ronde naast elkaar"), centres.toArray(TestCentre[]::new));
        service.change("update round set minimum_group_size = 3 where id = ?", Net.id(made));
        Net.confirm(poc, made + "/opening");
        centres.subList(0, 5).forEach(centre -> Net.send(service.inSession(centre.director()), centre, made));
        return made;
    }

    @Test
    void figuresStayWhenACentreMovesEndsOrIsRenamed() {
        NetComparison net = service.context().getBean(NetComparison.class);
        Figures live = as(support, () -> net.overview(roundId, NetFilter.NONE)).chosen();
        assertThat(live.centres()).isEqualTo(5);
        assertThatThrownBy(() -> compared(centres.getFirst())).isInstanceOf(ComparisonNotFound.class)
                .hasMessageContaining("nog niet afgesloten");

        Net.confirm(poc, round + "/afsluiting");
        NetComparison.Overview frozen = as(support, () -> net.overview(roundId, NetFilter.NONE));
        assertThat(frozen.chosen()).isEqualTo(live);
        assertThat(frozen.round().isFrozen()).isTrue();
        String leader = Net.leader(large);
        SchoolGroupComparison.Compared before = beside(leader, large);
        assertThat(before.centres()).hasSize(3);

        service.change("delete from centre_school_group where centre_id = ?", centres.getFirst().id());
        service.change("update centre set name = 'Anders', ended_on = current_date where id = ?", centres.getFirst().id());
        service.change("update school_group set name = 'Ook anders " + large + "' where id = ?", large);
        SchoolGroupComparison.Compared after = beside(leader, large);
        assertThat(after.group()).isEqualTo(before.group());
        assertThat(after.centres()).extracting(CentreFacts::centre).isEqualTo(before.centres().stream().map(CentreFacts::centre).toList());
        assertThat(after.figures()).isEqualTo(before.figures());
        assertThat(as(support, () -> net.overview(roundId, NetFilter.NONE)).groups()).isEqualTo(frozen.groups());
    }

    @Test
    void aCentreSeesItsGroupAndTheNetOnlyFromTheMinimumOn() {
        Net.confirm(poc, round + "/afsluiting");

        CentreComparison.Compared ofLarge = compared(centres.getFirst());
        assertThat(ofLarge.net().figures()).map(Figures::centres).contains(5);
        // The net without the group would be two centres.
        assertThat(ofLarge.groups().get(1).figures()).isEmpty();
        assertThat(ofLarge.own().placed("preventie")).isPresent();
        assertThat(compared(centres.get(3)).groups().get(1).figures()).isEmpty();
        assertThatThrownBy(() -> compared(centres.get(5))).isInstanceOf(ComparisonNotFound.class)
                .hasMessageContaining("verzond geen zelfscan");

        assertThat(beside(Net.leader(small), small).net().figures()).map(Figures::centres).contains(5);
        // Of the five, the leader of the large group sees all but two by name.
        SchoolGroupComparison.Compared led = beside(Net.leader(large), large);
        assertThat(led.net().figures()).isEmpty();
        assertThat(led.figures().centres()).isEqualTo(3);
    }

    private CentreComparison.Compared compared(TestCentre centre) {
        UUID director = person(centre.director());
        return as(centre.director(),
                () -> service.context().getBean(CentreComparison.class).of(centre.id(), roundId, director));
    }

    private SchoolGroupComparison.Compared beside(String leader, UUID group) {
        return as(leader,
                () -> service.context().getBean(SchoolGroupComparison.class).ofLeader(group, roundId, person(leader)));
    }

    private <T> T as(String email, Supplier<T> task) {
        return new Scope.Person(person(email)).call(task);
    }

    private UUID person(String email) {
        return Optional.of(service.texts("select id::text from person where email = '" + email + "'").getFirst()).map(UUID::fromString)
                .orElseThrow();
    }
}
