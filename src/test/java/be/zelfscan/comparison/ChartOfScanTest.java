package be.zelfscan.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.chart.DataChart;
import be.zelfscan.question.Answer;
import be.zelfscan.report.Scans;
import be.zelfscan.report.Village;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChartOfScanTest {
    @Test
    void anInstrumentOfAnyWordsIsDrawnByItsRoles() {
        DataChart chart = Village.result("").chart().orElseThrow();
        assertThat(chart.stages()).extracting(DataChart.ChartStage::label).containsExactly("Kiemend", "Groeiend", "Bloeiend");
        assertThat(chart.categories()).extracting(DataChart.Category::mark).containsExactly("A", "B");
        assertThat(chart.rows()).containsExactly(
                new DataChart.Row("ouders", Village.TITLE, Optional.of(1), new DataChart.Ambition.Grow(2), Set.of("mens", "geld"), Set.of(),
                        Optional.of(2),
                        false, true, Optional.empty()),
                new DataChart.Row("buurt", "Buurt & <b>wijk</b>", Optional.of(0), new DataChart.Ambition.Hold(), Set.of(), Set.of("geld"),
                        Optional.of(1), true,
                        false, Optional.empty()));
    }

    @Test
    void theShippedInstrumentHasItsClustersCategoriesAndClosingAnswers() {
        DataChart chart = Scans.demonstration().chart().orElseThrow();
        assertThat(chart.clusters()).hasSize(3);
        assertThat(chart.rows()).hasSize(11).allSatisfy(row -> assertThat(row.today()).isPresent());
        assertThat(chart.categories()).extracting(DataChart.Category::mark).containsExactly("V", "M", "S");
        assertThat(chart.rows()).filteredOn(DataChart.Row::inspiring).extracting(DataChart.Row::blockId).containsExactly("preventie",
                "teamwerk", "plg");
        assertThat(chart.rows()).filteredOn(row -> row.priority().filter(place -> place == 1).isPresent())
                .extracting(DataChart.Row::blockId)
                .containsExactly("kernprocessen");
        assertThat(chart.rows()).filteredOn(row -> !row.subgroupsDiffer()).extracting(DataChart.Row::blockId).containsExactly("preventie",
                "teamwerk");
    }

    @Test
    void theDayIsThatOfBelgiumWhereverTheServiceRuns() {
        assertThat(Village.result("").chart().orElseThrow().sent()).contains(LocalDate.of(2025, 10, 14));
    }

    @Test
    void notYetMeansThatNoBlockInspires() {
        var answers = Scans.with(Village.answers(""), given -> given.question().equals("trots")
                ? Scans.given("einde", "trots", Answer.Coded.of("not-yet", "buurt"), "") : given);
        DataChart chart = ChartOfScan.of(Scans.sent(Village.questionnaire(), "Centrum", answers), Village.questionnaire());
        assertThat(chart.rows()).noneMatch(DataChart.Row::inspiring);
    }

    @Test
    void whatWasNotAnsweredIsNotTheFirstStage() {
        var answers = Village.answers("").stream().filter(given -> !given.section().equals("ouders")).toList();
        DataChart chart = ChartOfScan.of(Scans.sent(Village.questionnaire(), "Centrum", answers), Village.questionnaire());
        assertThat(chart.rows().getFirst().today()).isEmpty();
        assertThat(chart.rows().getFirst().ambition()).isEqualTo(new DataChart.Ambition.NotAnswered());
    }
}
