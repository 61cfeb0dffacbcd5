package be.zelfscan.organisation.sheet;

import be.zelfscan.web.CellGuard;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes the flat sheet as a spreadsheet in Flanders opens it: UTF-8 with a mark, semicolons. */
final class CsvWriter {
    private CsvWriter() {}

    static byte[] write(List<Map<Column, String>> rows) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        List<Column> columns = SheetKind.flat.columns();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL.builder().setDelimiter(';').get())) {
            printer.printRecord(columns.stream().map(Column::header));
            for (Map<Column, String> row : rows) {
                printer.printRecord(columns.stream().map(column -> CellGuard.guarded(row.getOrDefault(column, ""))));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
