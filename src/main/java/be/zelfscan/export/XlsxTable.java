package be.zelfscan.export;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet of a workbook that is written as it comes: a sheet ends before the next one begins. */
final class XlsxTable implements Table, AutoCloseable {
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
    XlsxTable(Workbook workbook, String title, boolean wrapped, int columns, int... widths) {
        sheet = workbook.newWorksheet(title);
        this.wrapped = wrapped;
        for (int place = 0; place < columns; place++) {
            sheet.width(place, widths[Math.min(place, widths.length - 1)]);
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        for (int place = 0; place < cells.size(); place++) {
            switch (cells.get(place)) {
                case Cell.Number number -> sheet.value(row, place, number.number());
                case Cell.Day day -> {
                    sheet.value(row, place, day.day());
                    sheet.style(row, place).format(DAY).set();
                }
                case Cell.Text text -> text(place, text.text());
                case Cell.Moment moment -> {
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
