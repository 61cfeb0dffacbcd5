package be.zelfscan.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.chart.DataChartText;
import be.zelfscan.organisation.Role;
import be.zelfscan.scan.SentScan;
import be.zelfscan.team.TeamResult;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.Templates;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ResultPageTest {
    private static final String HOSTILE = "</svg></p><script>alert('x')</script> & \"blij\" 😀\n\nTweede alinea";

    static String html(ScanResult result) {
        PageLayout layout = new PageLayout("Resultaat", result.sent().centreName() + " · " + result.sent().roundTitle(), "Dina Demo", "d1",
                false,
                true,
                true,
                "/resultaat/" + result.sent().id());
        return new Templates().text("report/result",
                new ResultPage(layout, result,
                        Optional.of(new ResultPage.Drawn(ResultPage.drawing(Documents.DRAWING).layouts(result.chart().orElseThrow()),
                                new DataChartText().table(result.chart().orElseThrow()))),
                        List.of("verstuurd naar a@b.example om 14:05"), "", TeamResult.NONE, List.of(), LocalDate.of(2026, 11, 28)));
    }

    @Test
    void whatWasWrittenIsShownAsTextAndNothingElse() {
        Document page = Jsoup.parse(html(
                ScanResult.of(Scans.sent(Village.questionnaire(), HOSTILE, Village.answers(HOSTILE)), Village.questionnaire())));
        assertThat(page.select("main script")).isEmpty();
        assertThat(page.select(".note").eachText()).hasSize(5).allSatisfy(note -> assertThat(note).contains("<script>alert('x')</script>"));
        assertThat(page.select(".note").first().wholeText()).isEqualTo(HOSTILE);
    }

    @Test
    void everyAnswerStandsBesideItsQuestion() {
        Document page = Jsoup.parse(html(Scans.demonstration()));
        assertThat(page.select("section.answers")).hasSize(11);
        assertThat(page.select("#behartiger dt").eachText()).containsExactly("Inschaling", "Ambitie", "Keuze of context", "Hefbomen",
                "Knelpunten",
                "Verschillen");
        assertThat(page.select("#behartiger .stage-text p")).hasSize(2);
        assertThat(page.select("#preventie .mark").eachText()).containsExactly("inspirerende praktijk");
        assertThat(page.select("table tbody tr")).hasSize(11 + 3);
        assertThat(page.select("svg.datagrafiek")).hasSize(1);
        assertThat(page.select("a[href$=rapport.pdf]")).hasSize(1);
        assertThat(page.text()).contains("14 oktober 2025 om 14:04");
    }

    @Test
    void whoIsNotOfTheCentreReadsWhoseResultItIsAndNotToWhomMailsWent() {
        ScanResult result = Scans.demonstration();
        SentScan sent = result.sent();
        Document other = Jsoup.parse(html(result));
        assertThat(other.select("h1").text()).isEqualTo("Resultaat van " + sent.centreName());
        assertThat(other.select("main a[href=/centrum]").text()).isEqualTo("Terug naar jouw startpagina");
        assertThat(other.text()).doesNotContain("a@b.example");

        Document own = Jsoup.parse(html(ScanResult.of(new SentScan(sent.id(), sent.scanId(), sent.centreId(), sent.centreName(),
                sent.roundTitle(), sent.number(), sent.sentAt(), sent.sentBy(), sent.questionnaire(), sent.answers(), Set.of(Role.member),
                sent.notesErasedAfter()), result.questionnaire())));
        assertThat(own.select("h1").text()).isEqualTo("Jullie resultaat");
        assertThat(own.select("main a[href=/centrum]").text()).isEqualTo("Terug naar jouw centrum");
        assertThat(own.text()).contains("verstuurd naar a@b.example om 14:05");
    }

    @Test
    void theDrawingIsWellFormedAndHoldsNoScript() throws Exception {
        String svg = Documents.DRAWING
                .svg(ScanResult.of(Scans.sent(Village.questionnaire(), HOSTILE, Village.answers("")), Village.questionnaire()).chart()
                        .orElseThrow());
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg).doesNotContain("<script", "javascript:", "onload");
    }

    @Test
    void theMailHasOneActionAndKeepsNamesAsText() {
        ScanResult result = ScanResult.of(Scans.sent(Village.questionnaire(), "CLB <script>", Village.answers("")),
                Village.questionnaire());
        Document mail = Jsoup.parse(new Templates().text("report/sentMail",
                new SentScanMail.Content("Dina <b>Demo</b>", result, "https://zelfscan.example/resultaat/1", "Leg hem op tafel.")));
        assertThat(mail.select("a").eachAttr("href")).containsExactly("https://zelfscan.example/resultaat/1");
        assertThat(mail.select("script, b")).isEmpty();
        assertThat(mail.text()).contains("Dag Dina <b>Demo</b>", "De zelfscan van CLB <script> is verzonden", "Dit is een spiegel.");
    }
}
