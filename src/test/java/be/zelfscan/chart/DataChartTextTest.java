package be.zelfscan.chart;

import static be.zelfscan.chart.DataCharts.NONE;
import static be.zelfscan.chart.DataCharts.alone;
import static be.zelfscan.chart.DataCharts.north;
import static be.zelfscan.chart.DataCharts.plain;
import static be.zelfscan.chart.DataCharts.scale;
import static be.zelfscan.chart.DataCharts.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.chart.ChartText.DataTable;
import be.zelfscan.text.BelgianDutch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataChartTextTest {
    private final DataChartText text = new DataChartText();

    @Test
    void oneSentenceSaysWhatTheChartShows() {
        assertThat(text.summary(north())).isEqualTo("Datagrafiek van Democentrum Noord: GO! poolster-CLB in beeld, Afname 2025–2026; "
                + "11 bouwstenen op een schaal van fragmentair tot systematisch; "
                + "vandaag: 3 op fragmentair, 4 op planmatig, 3 op geïntegreerd, 1 op systematisch; "
                + "ambitie: 8 naar een ander stadium, 3 aanhouden; "
                + "prioriteiten: 1 Preventie, 2 Integraal beleid, 3 Geïnformeerde praktijken; "
                + "inspirerende praktijken: Sterk teamwerk, Vanuit gedeeld leiderschap.");
    }

    @Test
    void aRowIsASentence() {
        DataChart chart = alone(north());
        assertThat(text.rows(chart)).hasSize(11).contains(
                "Preventie staat vandaag op fragmentair; ambitie: geïntegreerd; knelpunten: mensen en cultuur, systemen en structuur; "
                        + "prioriteit 1.",
                "Vanuit gedeeld leiderschap staat vandaag op systematisch; ambitie: dit aanhouden; "
                        + "hefbomen: missie-visie-strategie, kernprocessen en leiderschap, mensen en cultuur; inspirerende praktijk.",
                "Onderzoekende houding staat vandaag op planmatig; ambitie: geïntegreerd; knelpunt: mensen en cultuur; verschilt tussen "
                        + "deelgroepen.");
    }

    @Test
    void aRowTellsTheComparisonItIsShownWith() {
        assertThat(text.rows(north()).get(2))
                .endsWith("in de vergelijkingsgroep van 13 centra: 38% fragmentair, 39% planmatig, 15% geïntegreerd, 8% systematisch.");
    }

    @Test
    void theChangeSinceAnEarlierRoundIsSaidAndHasAColumn() {
        DataChart chart = alone(north()).since("afname 2022–2023", Map.of("Preventie", 1, "Sterk teamwerk", 2));
        assertThat(text.summary(chart)).contains("; sinds afname 2022–2023: Preventie van planmatig naar fragmentair, 1 hetzelfde; ");
        assertThat(text.rows(chart).get(2)).endsWith("; prioriteit 1; in afname 2022–2023 op planmatig.");
        assertThat(text.rows(chart).get(3)).endsWith("; hetzelfde als in afname 2022–2023.");
        assertThat(text.rows(chart).get(4)).doesNotContain("2022");
        DataTable table = text.table(chart);
        assertThat(table.header()).startsWith("Bouwsteen", "Eerder: afname 2022–2023", "Vandaag");
        assertThat(table.sections().getFirst().rows()).extracting(row -> row.get(1)).containsExactly("–", "–", "Planmatig");
    }

    @Test
    void aRoundThatIsCalledByANameKeepsItsCapital() {
        DataChart chart = alone(north()).since("Brugge 2024", Map.of("Preventie", 1, "Sterk teamwerk", 2));
        assertThat(text.summary(chart)).contains("; sinds Brugge 2024: ");
        assertThat(text.rows(chart).get(2)).endsWith("; in Brugge 2024 op planmatig.");
        assertThat(text.rows(chart).get(3)).endsWith("; hetzelfde als in Brugge 2024.");
        assertThat(text.table(chart).header()).contains("Eerder: Brugge 2024");
    }

    @Test
    void notAnsweredIsSaidAndIsNoStage() {
        DataChart chart = unanswered(north());
        assertThat(text.rows(chart)).allSatisfy(row -> assertThat(row).endsWith("is niet ingevuld."));
        assertThat(text.summary(chart)).contains("nog niets ingevuld").doesNotContain("0 op fragmentair").doesNotContain("prioriteiten");
        assertThat(text.row(chart, plain("Preventie", 0, NONE)))
                .isEqualTo("Preventie staat vandaag op fragmentair; ambitie: niet ingevuld.");
    }

    @Test
    void theTableHasEveryBlockUnderItsClusterAndACellForEachHeading() {
        DataTable table = text.table(north());
        assertThat(table.header()).containsExactly("Bouwsteen", "Vandaag", "Ambitie", "Hefbomen", "Knelpunten", "Aangeduid als");
        assertThat(table.sections()).extracting(DataTable.RowGroup::title).contains("Het CLB-beleid");
        List<List<String>> rows = rows(table);
        assertThat(rows).hasSize(11).allSatisfy(row -> assertThat(row).hasSize(6).doesNotContain(""));
        assertThat(rows.get(2)).containsExactly("Preventie", "Fragmentair", "Geïntegreerd", "–", "mensen en cultuur; systemen en structuur",
                "prioriteit 1");
    }

    @Test
    void theComparisonGroupHasATableOfItsOwnWithAColumnForEachStage() {
        DataTable table = text.comparisonTable(north()).orElseThrow();
        assertThat(table.header()).containsExactly("Bouwsteen", "Fragmentair", "Planmatig", "Geïntegreerd", "Systematisch",
                "Aantal centra");
        assertThat(rows(table).get(2)).containsExactly("Preventie", "38%", "39%", "15%", "8%", "13");
        assertThat(text.comparisonTable(unanswered(scale(3, 3, 3, "Blok")))).isEmpty();
    }

    private static List<List<String>> rows(DataTable table) {
        return table.sections().stream().flatMap(section -> section.rows().stream()).toList();
    }

    @Test
    void theTableHasNoColumnForWhatTheInstrumentDoesNotAsk() {
        assertThat(text.table(scale(3, 3, 3, "Blok")).header()).containsExactly("Bouwsteen", "Vandaag", "Ambitie", "Aangeduid als");
    }

    @Test
    void abbreviationsKeepTheirCapitalsWithinASentence() {
        assertThat(BelgianDutch.inSentence("Geïntegreerd")).isEqualTo("geïntegreerd");
        assertThat(BelgianDutch.inSentence("PDCA-cyclus")).isEqualTo("PDCA-cyclus");
        assertThat(BelgianDutch.inSentence("")).isEmpty();
    }
}
