package be.zelfscan.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.chart.Fonts;
import be.zelfscan.report.pdf.Block.Table;
import be.zelfscan.support.PdfUa;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What another library reads in a document with every building block. */
class ReadBackTest {
    private static ReportFonts fonts;
    private static byte[] everything;

    @BeforeAll
    static void write() {
        fonts = new ReportFonts(new Fonts());
        everything = Samples.pdf(fonts, Samples::everything);
    }

    @Test
    void allTextIsReadInTheOrderInWhichItWasWritten() {
        String text = PdfReader.text(everything).replaceAll("\\s+", " ");
        assertThat(text).containsSubsequence("Datagrafiek", "Figuurtekst vet", "Geïntegreerd 😀 □ ▲ ▽ ★", "eigen inschaling",
                "De leerlingenbegeleiding",
                "Behartiger", "● Geïntegreerd", "→ Systematisch", Samples.DIACRITICS, "Ambitie: groeien naar prioriteit 1 (eigen keuze)",
                "• missie", "1. Preventie", "2. Integraal beleid", "★ Sterk teamwerk", "Bewuste keuze", "Hefbomen", "Eerste regel",
                "Tweede regel",
                "<script>alert('x')</script>", "blij 😀 met ❤ en vlag 🇧🇪, toets 1 en ☃.", "Toelichting bij knelpunten", "SLOT",
                "Cluster 1",
                "Bouwsteen rij1", "Bouwsteen rij90", "Wat loopt goed?", "□ planmatig", "Gespreksvragen");
    }

    @Test
    void aLongNoteIsReadBackInFull() {
        var sentences = new StringBuilder();
        for (int at = 1; at <= 600; at++) {
            sentences.append("Zin ").append(at).append(" zegt iets over de praktijk.")
                    .append(at % 40 == 0 ? "\n\n" : at % 9 == 0 ? "\n" : " ");
        }
        byte[] pdf = PdfFile.of(Samples.METADATA, new PdfFile.Margins("", "", ""), fonts, content -> content.note(sentences.toString()));
        String read = PdfReader.text(pdf).replaceAll("(?m)^\\d+ / \\d+$", "").replaceAll("\\s+", " ").strip();
        assertThat(read).isEqualTo(sentences.toString().replaceAll("\\s+", " ").strip());
    }

    @Test
    void aWordOfTenThousandCharactersIsWrappedAndKept() {
        String read = PdfReader.text(everything);
        assertThat(read.chars().filter(character -> character == 'x').count()).isGreaterThanOrEqualTo(10_000);
        assertThat(read.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(200));
    }

    @Test
    void everyLineStaysInsideTheMargins() {
        PdfReader.with(everything, document -> {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(Extent.ofPage(document, page)).as("page %d", page).satisfies(extent -> {
                    assertThat(extent.left()).isGreaterThanOrEqualTo(35.9f);
                    assertThat(extent.right()).isLessThanOrEqualTo(559.5f);
                    assertThat(extent.bottom()).isLessThanOrEqualTo(816f);
                });
            }
            return null;
        });
    }

    @Test
    void bookmarksFollowTheHeadingsAndLeadToTheirPages() {
        List<String> bookmarks = PdfReader.with(everything, PdfReader::bookmarks);
        assertThat(bookmarks).map(bookmark -> bookmark.replaceAll(" @\\d+$", "")).containsExactly("Datagrafiek",
                "  De leerlingenbegeleiding geboden door CLB", "    1 Behartiger", "  Antwoorden", "    Alle bouwstenen",
                "    Voorbereiding",
                "  Gespreksvragen");
        int pages = PdfReader.with(everything, PDDocument::getNumberOfPages);
        assertThat(bookmarks.getFirst()).endsWith("@1");
        assertThat(bookmarks.getLast()).endsWith("@" + pages);
    }

    @Test
    void languageTitleAuthorAndDatesAreThere() {
        PdfReader.with(everything, document -> {
            var catalog = document.getDocumentCatalog();
            var information = document.getDocumentInformation();
            assertThat(catalog.getLanguage()).isEqualTo("nl-BE");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(information.getTitle()).isEqualTo(Samples.METADATA.title());
            assertThat(information.getAuthor()).isEqualTo("Zelfscan");
            assertThat(information.getSubject()).isEqualTo("GO! poolster-CLB in beeld & <meer>");
            assertThat(information.getCreationDate().toInstant()).hasToString("2025-10-14T15:02:09Z");
            assertThat(document.getVersion()).isEqualTo(1.7f);
            assertThat(metadata(document)).contains("<pdfuaid:part>1</pdfuaid:part>", "beeld &amp; &lt;meer&gt;", "2025-10-14T15:02:09Z");
            return null;
        });
    }

    @Test
    void everyFontIsEmbeddedAndASubset() {
        var found = PdfReader.with(everything, ReadBackTest::fontsOf);
        assertThat(found).isNotEmpty().allSatisfy(font -> {
            assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            assertThat(font.getName()).matches("[A-Z]{6}\\+(Inter|NotoEmoji)-.*");
        });
        assertThat(found).extracting(PDFont::getName).anyMatch(name -> name.contains("Emoji"))
                .anyMatch(name -> name.contains("Inter-Bold"));
    }

    @Test
    void everyPageHasItsNumberAndFromTheSecondARunningHeader() {
        PdfReader.with(everything, document -> {
            int pages = document.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                String text = PdfReader.text(document, page, page);
                assertThat(text).contains(page + " / " + pages, "poolster-CLB 2025 · zelfscan nr. 1");
                assertThat(document.getPage(page - 1).getCOSObject().getNameAsString("Tabs")).isEqualTo("S");
            }
            assertThat(PdfReader.text(document, 2, 2)).contains("Democentrum Noord");
            assertThat(document.getDocumentCatalog().getCOSObject().containsKey(COSName.PAGE_LABELS)).isTrue();
            return null;
        });
    }

    @Test
    void theHeaderRowOfATableIsRepeatedOnEachOfItsPages() {
        byte[] pdf = Samples.pdf(fonts, content -> content.heading(1, "Tabel").table(Samples.table(90)));
        PdfReader.with(pdf, document -> {
            assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(3);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(PdfReader.text(document, page, page)).contains("Bouwsteen Vandaag Toelichting");
            }
            return null;
        });
    }

    @Test
    void aTableCellLongerThanAPageGoesOnUnderARepeatedHeader() {
        var columns = List.of(Table.Column.of("Centrum", 1), Table.Column.of("Toelichting", 2));
        var table = new Table(columns, true,
                List.of(Table.Cells.of("Noord", Samples.SENTENCE.repeat(120) + "EINDE"), Table.Cells.of("Zuid", "kort")));
        byte[] pdf = Samples.pdf(fonts, content -> content.heading(1, "Tabel").table(table));
        PdfUa.assertConforms(pdf);
        PdfReader.with(pdf, document -> {
            assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(3);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(PdfReader.text(document, page, page)).contains("Centrum Toelichting");
            }
            return null;
        });
        assertThat(PdfReader.text(pdf)).containsSubsequence("Noord", "EINDE", "Zuid");
        assertThat(PdfReader.text(pdf).split("casus", -1)).hasSize(121);
    }

    @Test
    void aHeadingStaysWithWhatFollows() {
        for (int lines = 20; lines < 60; lines++) {
            int before = lines;
            byte[] pdf = Samples.pdf(fonts, content -> {
                content.heading(1, "Begin");
                for (int at = 0; at < before; at++) {
                    content.paragraph("regel");
                }
                content.heading(2, "KOP").heading(3, "ONDERKOP").note("LABEL", "VOLGT");
            });
            PdfReader.with(pdf, document -> {
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    String text = PdfReader.text(document, page, page);
                    assertThat(text.contains("VOLGT")).isEqualTo(text.contains("ONDERKOP")).isEqualTo(text.contains("KOP"))
                            .isEqualTo(text.contains("LABEL"));
                }
                return null;
            });
        }
    }

    private static String metadata(PDDocument document) {
        try {
            return new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PDFont> fontsOf(PDDocument document) {
        var found = new ArrayList<PDFont>();
        for (PDPage page : document.getPages()) {
            collect(page.getResources(), found);
        }
        return found;
    }

    private static void collect(PDResources resources, List<PDFont> found) {
        try {
            for (var name : resources.getFontNames()) {
                found.add(resources.getFont(name));
            }
            for (var name : resources.getXObjectNames()) {
                if (resources.getXObject(name) instanceof PDFormXObject form) {
                    collect(form.getResources(), found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
