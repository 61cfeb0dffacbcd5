package be.zelfscan.export;

import be.zelfscan.web.CellGuard;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A sheet as CSV: RFC 4180, in UTF-8 with a byte order mark, without which a spreadsheet takes the letters for those of another alphabet. */
final class CsvTable implements Table, AutoCloseable {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final CSVPrinter printer;

    CsvTable(OutputStream out, Delimiter delimiter) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write('\uFEFF');
        printer = new CSVPrinter(text, CSVFormat.RFC4180.builder().setDelimiter(delimiter.sign()).get());
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        printer.printRecord(cells.stream().map(cell -> switch (cell) {
            case Cell.Text text -> CellGuard.guarded(text.text());
            case Cell.Moment moment -> MOMENT.format(moment.here());
            case Cell.Number number -> number.number().toPlainString();
            case Cell.Day day -> day.day().toString();
        }));
    }

    /** Writes what is left; whose stream it is, closes that. */
    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
