package be.zelfscan.opening;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.comparison.HandComputedAnswers;
import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.support.Visitor;
import org.junit.jupiter.api.Test;

/** Who sees two centres by name lays them opposite each other, with their notes; nobody else does. */
class NamedOppositeIT {
    private final HandComputedRound round = HandComputedRound.shared();
    private final String ofA = "/scholengroep/%s/ronde/%s/tegenover".formatted(round.schoolGroup("A"), round.id());

    private String two(int one, int other) {
        return "?een=%s&ander=%s".formatted(round.centre(one), round.centre(other));
    }

    @Test
    void theLeaderOfASchoolGroupSeesTwoOfItsCentres() {
        Visitor.Page page = round.visitor(round.net().leader("A")).get(ofA + two(1, 2));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select("svg.datagrafiek")).hasSize(2);
        assertThat(page.text()).contains(round.net().centreName(1)).contains(round.net().centreName(2))
                .contains("Waar de stadia verschillen");
        HandComputedRound.answers().round().scans().stream().filter(scan -> scan.number() <= 2)
                .flatMap(scan -> scan.sent().getLast().blocks().values().stream()).map(HandComputedAnswers.Block::notes)
                .flatMap(notes -> notes.values().stream()).filter(note -> !note.isBlank())
                .forEach(note -> assertThat(page.text()).contains(note));
    }

    @Test
    void twoThatAreNotTwoOfItsCentresAreRefusedWithASentence() {
        Visitor leader = round.visitor(round.net().leader("A"));
        for (String wrong : new String[]{two(1, 6), two(1, 5), "", "?een=x&ander=y"}) {
            Visitor.Page refused = leader.get(ofA + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.text()).contains("Kies twee verschillende centra uit de lijst");
        }
        Visitor.Page again = leader.get(ofA + two(1, 1));
        assertThat(again.path()).as("where one chooses").isEqualTo(ofA.replace("/tegenover", ""));
        assertThat(again.document().select("form[action$=/tegenover]").text()).contains("Kies twee verschillende centra");
        assertThat(round.visitor(round.net().leader("B")).get(ofA + two(1, 2)).status()).isEqualTo(404);
        assertThat(round.visitor(round.net().director(1)).get(ofA + two(1, 2)).status()).isEqualTo(404);
    }

    @Test
    void theSupportTeamSeesAnyTwo() {
        String net = "/vergelijking/" + round.id() + "/tegenover";
        Visitor.Page page = round.visitor(round.net().support()).get(net + two(7, 12));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(round.net().centreName(7)).contains(round.net().centreName(12));
        assertThat(round.visitor(round.net().director(7)).get(net + two(7, 12)).status()).isEqualTo(403);
    }
}
