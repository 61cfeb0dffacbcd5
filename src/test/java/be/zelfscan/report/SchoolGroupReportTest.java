package be.zelfscan.report;

import static be.zelfscan.report.ReportText.solid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.comparison.ComparisonNotFound;
import be.zelfscan.comparison.MadeUp;
import be.zelfscan.comparison.SchoolGroupComparison;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.support.PdfUa;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchoolGroupReportTest {
    private static List<String> names(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> "Centrum voor leerlingenbegeleiding " + number).toList();
    }

    static SchoolGroupComparison.Compared beside(int sent, int notSent) {
        return new MadeUp(Scans.poolster(), 31).beside(names(sent),
                IntStream.rangeClosed(1, notSent).mapToObj(number -> "Centrum dat wacht " + number).toList(), sent > 5);
    }

    static byte[] pdf(SchoolGroupComparison.Compared beside) {
        return Documents.SCHOOL_GROUP.pdf(beside, beside.sent().stream().map(facts -> ScanResult
                .of(Scans.sent(Scans.poolster(), facts.centre().name(), Scans.demonstrationAnswers()), Scans.poolster())).toList());
    }

    @Test
    void oneCentreHasAReportThatSaysThatThereIsNothingToLayBesideIt() {
        byte[] pdf = pdf(beside(1, 0));
        assertThat(ReportText.of(pdf)).contains("Eéncentrumverzondeenzelfscan", "Hethelenet:teweinigcentraomtetonen(minstens5)");
        PdfUa.assertConforms(pdf);
    }

    @Test
    void twentySixCentresAreAllInIt() {
        byte[] pdf = pdf(beside(26, 2));
        String text = ReportText.of(pdf);
        names(26).forEach(name -> assertThat(text).contains(solid("Toelichtingen van " + name)));
        assertThat(text).contains(solid("tellen dus nergens mee: Centrum dat wacht 1, Centrum dat wacht 2."));
        assertThat(PdfReader.<List<String>>with(pdf, PdfReader::bookmarks)).startsWith("Centra naast elkaar @1");
        assertThat(PdfReader.<String>with(pdf, document -> PdfReader.text(document, 1, 1))).contains("Waar de centra gelijk staan",
                "Waar ze het meest", "6 fragmentair, 7 planmatig", "tellen dus nergens mee");
        PdfUa.assertConforms(pdf);
    }

    @Test
    void oneCentreThatSentNothingIsSpokenOfAsOne() {
        assertThat(ReportText.of(pdf(beside(3, 1))))
                .contains(solid("Verzond geen zelfscan, en telt dus nergens mee: Centrum dat wacht 1."));
    }

    @Test
    void equalInputGivesEqualBytes() {
        assertThat(pdf(beside(3, 1))).isEqualTo(pdf(beside(3, 1)));
    }

    @Test
    void aReportThatWouldBeEmptyFailsWithASentence() {
        SchoolGroupComparison.Compared nobody = beside(0, 2);
        assertThatThrownBy(() -> Documents.SCHOOL_GROUP.pdf(nobody, List.of())).isInstanceOf(ComparisonNotFound.class)
                .hasMessage("Geen enkel centrum van Scholengroep 31 Aan de Zee verzond een zelfscan in de ronde ‘Afname 2025–2026’;"
                        + " een rapport zou leeg zijn.");
    }
}
