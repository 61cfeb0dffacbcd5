package be.zelfscan.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.comparison.FigureTables;
import be.zelfscan.comparison.MadeUp;
import be.zelfscan.mail.Mail;
import be.zelfscan.question.Answer;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.GivenAnswer;
import be.zelfscan.support.Definitions;
import be.zelfscan.support.PdfUa;
import be.zelfscan.support.Sizes;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** An instrument in another language than the interface, with words of its own. */
class OtherLanguageTest {
    private static final Questionnaire FRENCH = Definitions.french();

    private static ScanResult result() {
        List<GivenAnswer> answers = List.of(Scans.given("couleurs", "position", Answer.Coded.of("croquis"), ""),
                Scans.given("couleurs", "souhait", Answer.Coded.of("hold"), "Parce que."),
                Scans.given("couleurs", "appuis", new Answer.Coded(List.of("gens")), ""),
                Scans.given("lumiere", "position", Answer.Coded.of("ebauche"), ""),
                Scans.given("lumiere", "souhait", Answer.Coded.of("tableau"), ""),
                Scans.given("fin", "fierte", new Answer.Coded(List.of("couleurs")), ""),
                Scans.given("fin", "chantiers", new Answer.Coded(List.of("lumiere")), ""));
        return ScanResult.of(Scans.sent(FRENCH, "Centrum", answers), FRENCH);
    }

    @Test
    void aDocumentSaysItsLanguage() throws IOException {
        for (byte[] pdf : List.of(Documents.REPORT.pdf(result()), Documents.PACK.pdf(FRENCH))) {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr-BE");
            }
            PdfUa.assertConforms(pdf);
        }
        try (PDDocument document = Loader.loadPDF(Documents.REPORT.pdf(Scans.demonstration()))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl-BE");
        }
    }

    @Test
    void whatTheInstrumentSaysIsMarkedAsItsLanguageOnAPageInDutch() {
        Document page = Jsoup.parse(ResultPageTest.html(result()));
        assertThat(page.select("html").attr("lang")).isEqualTo("nl-BE");
        assertThat(page.select("#couleurs h3, #couleurs dt, #couleurs .stage-text, figcaption").eachAttr("lang")).hasSizeGreaterThan(4)
                .containsOnly("fr-BE");
        assertThat(page.select("h1").attr("lang")).isEmpty();
        assertThat(Jsoup.parse(ResultPageTest.html(Scans.demonstration())).select("[lang=nl-BE]")).hasSize(1);
    }

    @Test
    void pagesAndDocumentsUseItsWords() {
        String text = ReportText.of(Documents.REPORT.pdf(result())) + Jsoup.parse(ResultPageTest.html(result())).text();
        assertThat(text).contains("belle pratique", "chantier", "Souhait")
                .doesNotContainIgnoringCase("bouwste", "stadi", "ambitie", "hefbo", "knelpunt", "prioriteit", "inspirerende");
    }

    @Test
    void theLegendHasNoKeyForWhatIsNotAsked() {
        String french = Documents.DRAWING.svg(result().chart().orElseThrow());
        assertThat(french).contains(">chantier<", ">belle pratique<").doesNotContain(">verschilt tussen deelgroepen<");
        Questionnaire smallest = Sizes.smallest();
        ScanResult placed = ScanResult.of(Scans.sent(smallest, "Centrum",
                List.of(Scans.given(smallest.blocks().getFirst().id(), "plaats", Answer.Coded.of("s1"), ""))), smallest);
        assertThat(Documents.DRAWING.svg(placed.chart().orElseThrow())).contains(">verschilt tussen deelgroepen<")
                .doesNotContain(">prioriteit<", ">inspirerende praktijk<");
    }

    @Test
    void comparisonsUseItsWords() {
        byte[] pdf = Documents.SCHOOL_GROUP.pdf(
                new MadeUp(FRENCH, 31).beside(List.of("Centrum A", "Centrum B"), List.of("Centrum C"), true),
                List.of(result(), result()));
        assertThat(ReportText.of(pdf)).contains("Verdelingoverdeétapes", "Appuisenobstacles", "Chantiers", "Bellespratiques")
                .doesNotContainIgnoringCase("bouwste", "stadi", "ambitie", "hefbo", "knelpunt", "prioriteit", "inspirerende");
        String tables = new FigureTables(FRENCH).movements("2025", List.of()).toString() + new FigureTables(FRENCH).closingOf(List.of());
        assertThat(tables).contains("Latere étape", "Zelfde étape", "Chantiers en belles pratiques per centrum");
    }

    @Test
    void aMailNamesBothLanguages() {
        Mail mail = new Mail("Dag", "a", "b", List.of());
        assertThat(mail.about("nl-BE").languages()).containsExactly("nl-BE");
        assertThat(mail.about("fr-BE").languages()).containsExactly("nl-BE", "fr-BE");
    }
}
