package be.zelfscan.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.chart.Fonts;
import be.zelfscan.report.pdf.Block.Definition;
import be.zelfscan.report.pdf.Block.Inline;
import be.zelfscan.report.pdf.Block.Items.Marker;
import be.zelfscan.report.pdf.Block.Table;
import be.zelfscan.report.pdf.PdfFile.Metadata;
import be.zelfscan.support.PdfUa;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;

class TaggedPdfTest {
    private static ReportFonts fonts;

    @BeforeAll
    static void readFonts() {
        fonts = new ReportFonts(new Fonts());
    }

    @Test
    void aDocumentWithEverySectionConformsToPdfUa() {
        PdfUa.assertConforms(Samples.pdf(fonts, Samples::everything));
    }

    @Test
    void theJudgeRefusesAnUntaggedDocument() {
        var out = new ByteArrayOutputStream();
        var document = new Document();
        PdfWriter.getInstance(document, out);
        document.open();
        document.add(new Paragraph("zonder structuur"));
        document.close();
        assertThat(PdfUa.failures(out.toByteArray())).isNotEmpty();
    }

    @Test
    void textThatNoFontHasStillConforms() {
        byte[] pdf = Samples.pdf(fonts,
                content -> content.heading(1, "中文 \uDBFF\uDFFF").paragraph("ع \uFFFD \uD83D los \uFFFE q\u0308\u0489 \uE000")
                        .note("\u200B\u200D\uFEFF zichtbaar \u202E om")
                        .list(Marker.BULLET, List.of(Inline.of("\u0007"), Inline.of("ж"))));
        PdfUa.assertConforms(pdf);
        assertThat(PdfReader.text(pdf)).as("a box is drawn, the character itself is read").contains("中文", "ع", "zichtbaar")
                .doesNotContain("\u0007", "\u0000", "\uFFFE");
    }

    @Test
    void whatNoFontHasIsListedAtTheFootOfTheDocument() {
        byte[] pdf = Samples.pdf(fonts,
                content -> content.heading(1, "Toelichtingen").note("Ouders schreven مرحبا; Україна staat er gewoon."));
        assertThat(PdfReader.text(pdf)).contains("Україна", "niet kunnen afdrukken: U+0627, U+0628, U+062D, U+0631, U+0645.");
        assertThat(
                PdfReader.text(Samples.pdf(fonts, content -> content.heading(1, "Toelichtingen").note(Samples.DIACRITICS + Samples.EMOJI))))
                .doesNotContain("niet kunnen afdrukken");
    }

    @Test
    void aColumnIsAsWideAsItsWidestWordWhereOthersHaveRoom() {
        var columns = List.of(Table.Column.of("Bouwsteen", 12), Table.Column.of("Systematisch", 1), Table.Column.of("Geïntegreerd", 1),
                Table.Column.of("Vergelijkingsgroep", 1));
        byte[] pdf = Samples.pdf(fonts, content -> content.heading(1, "Tabel")
                .table(new Table(columns, true, List.of(Table.Cells.of("Sterk teamwerk", "1", "2", "leergemeenschap")))));
        assertThat(PdfReader.text(pdf)).contains("Systematisch", "Geïntegreerd", "Vergelijkingsgroep", "leergemeenschap");
    }

    @Test
    void whatStandsTogetherBeginsOnThePageWhereAllOfItFits() {
        byte[] pdf = Samples.pdf(fonts, content -> {
            content.heading(1, "Begin").space(400);
            content.paragraph("vooraf").together(part -> {
                part.heading(2, "Samen");
                for (int at = 0; at < 20; at++) {
                    part.paragraph("regel " + at);
                }
            });
        });
        PdfReader.with(pdf, document -> {
            assertThat(PdfReader.text(document, 1, 1)).contains("vooraf").doesNotContain("Samen", "regel");
            assertThat(PdfReader.text(document, 2, 2)).contains("Samen", "regel 0", "regel 19");
            return null;
        });
    }

    @Test
    void whatStandsTogetherBeginsWhereMostOfThePageIsFreeSoThatNoPageStaysNearlyEmpty() {
        List<Definition> most = IntStream.range(0, 31).mapToObj(at -> Definition.of("term " + at, "regel " + at)).toList();
        byte[] pdf = Samples.pdf(fonts, content -> content.heading(1, "Begin").paragraph("vooraf")
                .together(part -> part.heading(2, "Samen").definitions(most)));
        PdfReader.with(pdf, document -> {
            assertThat(PdfReader.text(document, 1, 1)).contains("vooraf", "Samen", "regel 0");
            assertThat(PdfReader.text(document, 2, 2)).contains("regel 30");
            return null;
        });
    }

    @Test
    void shortChaptersFollowEachOtherOnAPage() {
        byte[] pdf = Samples.pdf(fonts, content -> content.chapter("Eerste").paragraph("kort").chapter("Tweede")
                .paragraph("lang\n".repeat(25)).chapter("Derde").paragraph("op een nieuwe bladzijde"));
        assertThat(PdfReader.<List<String>>with(pdf, PdfReader::bookmarks)).containsExactly("Eerste @1", "Tweede @1", "Derde @2");
    }

    @Test
    void aNoteFollowsItsAnswerAlsoBesideALongTerm() {
        byte[] pdf = Samples.pdf(fonts, content -> noted(content, "Haalbaar voor elke deelnemer van deze groep"));
        assertThat(PdfReader.linesOfPages(pdf))
                .isEqualTo(PdfReader.linesOfPages(Samples.pdf(fonts, content -> noted(content, "Haalbaar"))));
        PdfUa.assertConforms(pdf);
    }

    private static void noted(TaggedPdf content, String term) {
        content.heading(1, "Antwoorden").definitions(List.of(new Definition(term, Inline.of("Nee"), "Nog niet.")));
    }

    @Test
    void theLastRowOfATableDoesNotGoOnAlone() {
        for (int count = 25; count < 45; count++) {
            List<Table.Row> rows = new ArrayList<>();
            for (int at = 0; at < count; at++) {
                rows.add(Table.Cells.of("rij", "" + at));
            }
            byte[] pdf = Samples.pdf(fonts, content -> content.heading(1, "Tabel")
                    .table(new Table(List.of(Table.Column.of("naam", 1), Table.Column.of("getal", 1)), true, rows)));
            assertThat(PdfReader.linesOfPages(pdf)).as("%d rows", count).allMatch(lines -> lines > 2);
        }
    }

    @Test
    void equalInputGivesEqualBytesAlsoWithSixteenThreadsAtOnce() throws Exception {
        byte[] expected = Samples.pdf(fonts, Samples::everything);
        var tasks = new ArrayList<Callable<byte[]>>();
        for (int at = 0; at < 48; at++) {
            tasks.add(() -> Samples.pdf(fonts, Samples::everything));
        }
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var future : threads.invokeAll(tasks)) {
                assertThat(future.get()).isEqualTo(expected);
            }
        }
        assertThat(Samples.pdf(new ReportFonts(new Fonts()), Samples::everything)).isEqualTo(expected);
    }

    @Test
    void anotherIdentityGivesAnotherFileIdentifier() {
        var other = new Metadata(Samples.METADATA.title(), Samples.METADATA.author(), Samples.METADATA.subject(), "nl-BE", Samples.CREATED,
                "scan 2");
        byte[] one = Samples.pdf(fonts, content -> content.paragraph("a"));
        byte[] two = PdfFile.of(other, Samples.MARGINS, fonts, content -> content.paragraph("a"));
        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void anEmptyDocumentFailsLoudly() {
        assertThatThrownBy(() -> Samples.pdf(fonts, content -> content.paragraph(" ").note("\n"))).isInstanceOf(IllegalStateException.class)
                .hasMessage("The document has no content");
    }

    @Test
    void aSkippedHeadingLevelIsRefused() {
        assertThatThrownBy(() -> Samples.pdf(fonts, content -> content.heading(1, "Een").heading(3, "Drie")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("level 3");
        assertThatThrownBy(() -> Samples.pdf(fonts, content -> content.heading(2, "Twee"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFigureWithoutAlternativeOrTooLargeForAPageIsRefused() {
        assertThatThrownBy(() -> Samples.pdf(fonts, content -> content.figure(100, 100, " ", Samples::chart)))
                .hasMessageContaining("alternative");
        assertThatThrownBy(() -> Samples.pdf(fonts, content -> content.figure(524, 100, "grafiek", Samples::chart)))
                .hasMessageContaining("fit");
    }

    @Test
    void aFigureMayBeAsHighAsThePage() {
        byte[] pdf = Samples.pdf(fonts,
                content -> content.heading(1, "Kop").figure(TaggedPdf.WIDTH, TaggedPdf.BODY_HEIGHT, "Hoog.", Samples::chart));
        PdfUa.assertConforms(pdf);
    }
}
