package be.zelfscan.export;

import be.zelfscan.text.CellGuard;
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
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What takes the rows of a sheet, one by one, and keeps none of them. */
interface ExportTable {
    void row(List<ExportCell> cells) throws IOException;

    default <R> void row(List<ExportColumn<R>> columns, R row) throws IOException {
        row(columns.stream().map(column -> column.value().apply(row)).toList());
    }

    default <R> void head(List<ExportColumn<R>> columns) throws IOException {
        row(columns.stream().map(column -> ExportCell.of(column.name())).toList());
    }

    /**
     * A sheet as CSV: RFC 4180, in UTF-8 with a byte order mark, without which a spreadsheet takes the letters for those of another
     * alphabet.
     */
    final class Csv implements ExportTable, AutoCloseable {
        private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

        private final CSVPrinter printer;

        Csv(OutputStream out, ExportFile.Delimiter delimiter) throws IOException {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.write('\uFEFF');
            printer = new CSVPrinter(text, CSVFormat.RFC4180.builder().setDelimiter(delimiter.sign()).get());
        }

        @Override
        public void row(List<ExportCell> cells) throws IOException {
            printer.printRecord(cells.stream().map(cell -> switch (cell) {
                case ExportCell.Text text -> CellGuard.guarded(text.text());
                case ExportCell.Moment moment -> MOMENT.format(moment.here());
                case ExportCell.Number number -> number.number().toPlainString();
                case ExportCell.Day day -> day.day().toString();
            }));
        }

        /** Writes what is left; whose stream it is, closes that. */
        @Override
        public void close() throws IOException {
            printer.flush();
        }
    }

    /** A sheet of a workbook that is written as it comes: a sheet ends before the next one begins. */
    final class Xlsx implements ExportTable, AutoCloseable {
        /** As many rows as a worksheet has. */
        static final int MOST_ROWS = 1_048_576;
        /** As many characters as a cell holds. */
        static final int MOST_CHARACTERS = 32_767;

        private static final String CUT = "… [ingekort]";
        private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
        private static final String DAY = "yyyy-mm-dd";
        private static final int ROWS_IN_MEMORY = 200;
        private static final String SHADE = "E2ECF1";

        private final Worksheet sheet;
        private final boolean wrapped;
        private int row;

        /**
         * @param widths of the columns, in characters; the last one is for all further ones
         * @param wrapped whether long text goes on below itself
         */
        Xlsx(Workbook workbook, String title, boolean wrapped, int columns, int... widths) {
            sheet = workbook.newWorksheet(title);
            this.wrapped = wrapped;
            for (int place = 0; place < columns; place++) {
                sheet.width(place, widths[Math.min(place, widths.length - 1)]);
            }
            sheet.freezePane(0, 1);
        }

        @Override
        public void row(List<ExportCell> cells) throws IOException {
            for (int place = 0; place < cells.size(); place++) {
                switch (cells.get(place)) {
                    case ExportCell.Number number -> sheet.value(row, place, number.number());
                    case ExportCell.Day day -> {
                        sheet.value(row, place, day.day());
                        sheet.style(row, place).format(DAY).set();
                    }
                    case ExportCell.Text text -> text(place, text.text());
                    case ExportCell.Moment moment -> {
                        sheet.value(row, place, moment.here());
                        sheet.style(row, place).format(MOMENT).set();
                    }
                }
            }
            row++;
            if (row % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }

        private void text(int place, String text) {
            if (text.isEmpty()) {
                return;
            }
            String shown = shortened(text.replace("\r\n", "\n").replace('\r', '\n'));
            if (shown.equals(shown.strip())) {
                // Not among the strings that the workbook shares, which would all stay in memory.
                sheet.inlineString(row, place, shown);
            } else {
                // Only those keep the blanks around them; they are few.
                sheet.value(row, place, shown);
            }
            if (row == 0) {
                sheet.style(row, place).bold().fillColor(SHADE).set();
            } else if (wrapped) {
                sheet.style(row, place).wrapText(true).verticalAlignment("top").set();
            }
        }

        private static String shortened(String text) {
            if (text.length() <= MOST_CHARACTERS) {
                return text;
            }
            int end = MOST_CHARACTERS - CUT.length();
            return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
        }
    }
}
