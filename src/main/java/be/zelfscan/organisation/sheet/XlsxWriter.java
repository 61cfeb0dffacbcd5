package be.zelfscan.organisation.sheet;

import be.zelfscan.web.CellGuard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the sheets of the net as a workbook; every column is text, so that nothing turns into a number or a formula. */
final class XlsxWriter {
    private static final String TEXT = "@";
    private static final String SHADE = "E2ECF1";
    private static final double WIDTH = 38;
    private static final double WIDE = 110;

    private XlsxWriter() {}

    static byte[] write(Function<SheetKind, List<Map<Column, String>>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Zelfscan", "1.0")) {
            explanation(workbook.newWorksheet(XlsxReader.EXPLANATION));
            for (SheetKind kind : SheetKind.ofWorkbook()) {
                sheet(workbook.newWorksheet(kind.title()), kind.columns(), rows.apply(kind));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void explanation(Worksheet sheet) {
        sheet.width(0, WIDE);
        List<String> lines = Explanation.lines();
        for (int i = 0; i < lines.size(); i++) {
            sheet.value(i, 0, lines.get(i));
            sheet.style(i, 0).wrapText(true).set();
        }
        sheet.style(0, 0).bold().fontSize(14).set();
    }

    private static void sheet(Worksheet sheet, List<Column> columns, List<Map<Column, String>> rows) {
        for (int place = 0; place < columns.size(); place++) {
            sheet.width(place, WIDTH);
            sheet.style(place).format(TEXT).set();
            sheet.value(0, place, columns.get(place).header());
            sheet.style(0, place).bold().fillColor(SHADE).format(TEXT).set();
            for (int row = 0; row < rows.size(); row++) {
                String text = rows.get(row).getOrDefault(columns.get(place), "");
                if (!text.isEmpty()) {
                    sheet.value(row + 1, place, CellGuard.guarded(text));
                    sheet.style(row + 1, place).format(TEXT).set();
                }
            }
        }
        sheet.freezePane(0, 1);
    }
}
