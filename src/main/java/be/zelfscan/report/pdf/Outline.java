package be.zelfscan.report.pdf;

import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfOutline;

/** The bookmarks, nested by heading level. */
final class Outline {
    private static final int LEVELS = 3;

    private final PdfOutline[] open = new PdfOutline[LEVELS + 1];

    Outline(PdfOutline root) {
        open[0] = root;
    }

    /** Adds a bookmark to where the sheet stands now; the levels above it must have been added before. */
    void add(int level, String title, Sheet sheet) {
        var here = new PdfDestination(PdfDestination.XYZ, 0, sheet.y() + 6, 0);
        open[level] = new PdfOutline(open[level - 1], here, title, level < 2);
    }
}
