package be.zelfscan.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.comparison.MadeUp;
import be.zelfscan.comparison.SchoolGroupComparison;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.support.PdfUa;
import be.zelfscan.support.RandomAnswers;
import be.zelfscan.support.Sizes;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents of instruments of every size. */
class EverySizeReportTest {
    static List<Questionnaire> instruments() {
        return Sizes.all();
    }

    private static ScanResult result(Questionnaire questionnaire) {
        return ScanResult.of(Scans.sent(questionnaire, "Centrum Noord", new RandomAnswers(questionnaire, new Random(7)).complete().all()),
                questionnaire);
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void everyDocumentConformsAndNamesEveryBlockAndStage(Questionnaire questionnaire) {
        ScanResult result = result(questionnaire);
        byte[] report = Documents.REPORT.pdf(result);
        PdfUa.assertConforms(report);
        PdfUa.assertConforms(Documents.PACK.pdf(questionnaire));
        SchoolGroupComparison.Compared beside = new MadeUp(questionnaire, 31).beside(List.of("Centrum Noord", "Centrum Zuid"), List.of(),
                true);
        PdfUa.assertConforms(Documents.SCHOOL_GROUP.pdf(beside, List.of(result, result)));
        String text = ReportText.of(report);
        questionnaire.blocks().forEach(block -> assertThat(text).contains(ReportText.solid(block.title())));
        questionnaire.stages().forEach(stage -> assertThat(text).contains(stage.label()));
    }

    @Test
    void aDatagrafiekThatDoesNotFitOnAPageGoesOnUnderAHeadingOfItsOwn() {
        assertThat(PdfReader.<List<String>>with(Documents.REPORT.pdf(result(Sizes.largest())), PdfReader::bookmarks))
                .startsWith("Datagrafiek @1", "  Datagrafiek, deel 2 van 3 @2", "  Datagrafiek, deel 3 van 3 @3");
        assertThat(PdfReader.<List<String>>with(Documents.REPORT.pdf(result(Sizes.nine())), PdfReader::bookmarks))
                .noneMatch(bookmark -> bookmark.contains("deel 2"));
    }
}
