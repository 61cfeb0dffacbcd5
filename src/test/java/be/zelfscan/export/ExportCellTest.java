package be.zelfscan.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class ExportCellTest {
    @Test
    void whatAWorkbookCannotHoldIsReplacedAndTheRestStays() {
        assertThat(text("a\u0001b\u000Bc\uFFFEd")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
        assertThat(text("half \uD83D teken")).isEqualTo("half \uFFFD teken");
        assertThat(text("tab\ten regel\n😀 <b>&amp;</b>")).isEqualTo("tab\ten regel\n😀 <b>&amp;</b>");
    }

    /** In CSV nothing says that it is text; in a workbook the cell does, and the text stays as it is. */
    @Test
    void textThatBeginsAFormulaIsMadeHarmlessWhereItCouldBecomeOne() throws IOException {
        for (String text : List.of("=1", "+1", "-1", "@x", "\tx", "  =1", "\u00A0@x", "\uFF0B1", "- punt")) {
            assertThat(csv(ExportCell.of(text)).replace("\"", "")).isEqualTo("'" + text);
            assertThat(written(text)).isEqualTo(text);
        }
    }

    @Test
    void blanksAroundATextStayAndAMomentIsADate() throws IOException {
        assertThat(written("  ingesprongen\n  regel ")).isEqualTo("  ingesprongen\n  regel ");
        ExportCell moment = ExportCell.of(Instant.parse("2026-06-30T12:05:09.7Z"));
        assertThat(csv(moment)).isEqualTo("2026-06-30 14:05:09");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(workbook(moment)))) {
            assertThat(workbook.getFirstSheet().read().get(1).getCellAsDate(0)).contains(LocalDateTime.of(2026, 6, 30, 14, 5, 9));
        }
    }

    private static String csv(ExportCell cell) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExportTable.Csv table = new ExportTable.Csv(out, ExportFile.Delimiter.of("puntkomma").orElseThrow())) {
            table.row(List.of(cell));
        }
        return out.toString(StandardCharsets.UTF_8).replace("\uFEFF", "").replaceAll("\r\n$", "");
    }

    private static String text(String text) {
        return ((ExportCell.Text) ExportCell.of(text)).text();
    }

    @Test
    void aCellOfAWorkbookIsCutWhereItIsFullAndNeverInsideASign() throws IOException {
        String longest = "é".repeat(ExportTable.Xlsx.MOST_CHARACTERS);
        String longer = "😀".repeat(20_000);

        assertThat(written(longest)).isEqualTo(longest);
        assertThat(written(longer)).endsWith("😀… [ingekort]").hasSizeBetween(ExportTable.Xlsx.MOST_CHARACTERS - 1,
                ExportTable.Xlsx.MOST_CHARACTERS);
    }

    private static String written(String text) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(workbook(ExportCell.of(text))))) {
            return workbook.getFirstSheet().read().get(1).getCellText(0);
        }
    }

    private static byte[] workbook(ExportCell cell) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Zelfscan", "1.0");
                ExportTable.Xlsx table = new ExportTable.Xlsx(workbook, "Blad", false, 1, 20)) {
            table.row(List.of(ExportCell.of("kop")));
            table.row(List.of(cell));
        }
        return out.toByteArray();
    }
}
