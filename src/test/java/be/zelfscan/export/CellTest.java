package be.zelfscan.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class CellTest {
    @Test
    void whatAWorkbookCannotHoldIsReplacedAndTheRestStays() {
        assertThat(text("a\u0001b\u000Bc\uFFFEd")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
        assertThat(text("half \uD83D teken")).isEqualTo("half \uFFFD teken");
        assertThat(text("tab\ten regel\n😀 <b>&amp;</b>")).isEqualTo("tab\ten regel\n😀 <b>&amp;</b>");
    }

    @Test
    void textThatBeginsAFormulaIsMadeHarmless() {
        for (String text : List.of("=1", "+1", "-1", "@x", "\tx", "\rx", "  =1", "\u00A0@x", "\uFF0B1")) {
            assertThat(text(text)).isEqualTo("'" + text);
        }
    }

    private static String text(String text) {
        return ((Cell.Text) Cell.of(text)).text();
    }

    @Test
    void aCellOfAWorkbookIsCutWhereItIsFullAndNeverInsideASign() throws IOException {
        String longest = "é".repeat(XlsxTable.MOST_CHARACTERS);
        String longer = "😀".repeat(20_000);

        assertThat(written(longest)).isEqualTo(longest);
        assertThat(written(longer)).endsWith("😀… [ingekort]").hasSizeBetween(XlsxTable.MOST_CHARACTERS - 1, XlsxTable.MOST_CHARACTERS);
    }

    private static String written(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Zelfscan", "1.0");
                XlsxTable table = new XlsxTable(workbook, "Blad", false, 1, 20)) {
            table.row(List.of(Cell.of("kop")));
            table.row(List.of(Cell.of(text)));
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return workbook.getFirstSheet().read().get(1).getCellText(0);
        }
    }
}
