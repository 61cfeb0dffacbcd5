package be.zelfscan.report.pdf;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** The pages: where the next content goes, when a new page begins, and what stands on each of them outside the content. A4, points. */
final class Sheet {
    static final float LEFT = 36;
    static final float WIDTH = 523;
    /** Width of running text: narrower than tables and drawings, so that lines stay readable. */
    static final float MEASURE = 478;
    static final float PAGE_HEIGHT = 842;
    static final float BOTTOM = 52;
    private static final float FIRST_TOP = PAGE_HEIGHT - 40;
    private static final float TOP = PAGE_HEIGHT - 56;
    private static final float FOOTER = 28;
    private static final float HEADER = PAGE_HEIGHT - 32;
    private static final float NUMBER_WIDTH = 80;
    private static final int LEVELS = 3;
    /** Height that is free on every page. */
    static final float BODY_HEIGHT = TOP - BOTTOM;

    private final Document document;
    private final PdfWriter writer;
    private final PdfFile.Margins margins;
    private final ReportFonts fonts;
    private final LineBreaker breaker;
    private final PdfStructureElement root;
    /** The newest bookmark of each level, from 1; at 0 what they all stand under. */
    private final PdfOutline[] bookmarks = new PdfOutline[LEVELS + 1];
    private final List<PdfTemplate> pageNumbers = new ArrayList<>();
    private float y = FIRST_TOP;
    private boolean top = true;
    private String continued = "";

    Sheet(Document document, PdfWriter writer, PdfFile.Margins margins, ReportFonts fonts) {
        this.document = document;
        this.writer = writer;
        this.margins = margins;
        this.fonts = fonts;
        this.breaker = new LineBreaker(fonts);
        this.root = new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document"));
        this.bookmarks[0] = writer.getRootOutline();
        decorate();
    }

    PdfStructureElement root() {
        return root;
    }

    ReportFonts fonts() {
        return fonts;
    }

    LineBreaker breaker() {
        return breaker;
    }

    Pen pen() {
        return new Pen(writer.getDirectContent(), fonts);
    }

    /** Draws beneath what {@link #pen} draws. */
    Pen ground() {
        return new Pen(writer.getDirectContentUnder(), fonts);
    }

    float y() {
        return y;
    }

    float remaining() {
        return y - BOTTOM;
    }

    /** Whether nothing stands on this page yet. */
    boolean atTop() {
        return top;
    }

    void advance(float height) {
        y -= height;
        top = false;
    }

    void newPage() {
        document.newPage();
        y = TOP;
        top = true;
        decorate();
    }

    /** Adds a bookmark to here; the levels above it must have been added before. */
    void bookmark(int level, String title) {
        var here = new PdfDestination(PdfDestination.XYZ, 0, y + 6, 0);
        bookmarks[level] = new PdfOutline(bookmarks[level - 1], here, title, level < 2);
    }

    /** What the right of the running header says on pages that begin from now on; empty for what it says otherwise. */
    void continuing(String text) {
        continued = text;
    }

    /** Writes the page numbers, now that the total is known. */
    void finish() {
        int total = pageNumbers.size();
        for (int page = 1; page <= total; page++) {
            var template = pageNumbers.get(page - 1);
            var line = breaker.single(page + " / " + total, TypeStyle.MARGIN, NUMBER_WIDTH);
            new Pen(template, fonts).text(NUMBER_WIDTH - line.width(), 3, line);
        }
    }

    private void decorate() {
        writer.setPageEmpty(false);
        var pen = pen();
        var number = pen.canvas().createTemplate(NUMBER_WIDTH, TypeStyle.MARGIN.leading());
        pageNumbers.add(number);
        if (pageNumbers.size() > 1) {
            pen.margin(() -> header(pen));
        }
        pen.margin(() -> {
            pen.text(LEFT, FOOTER, breaker.single(margins.footer(), TypeStyle.MARGIN, WIDTH - NUMBER_WIDTH));
            pen.canvas().addTemplate(number, LEFT + WIDTH - NUMBER_WIDTH, FOOTER - 3);
        });
    }

    private void header(Pen pen) {
        if (margins.headerLeft().isBlank() && margins.headerRight().isBlank()) {
            return;
        }
        var right = continued.isEmpty()
                ? breaker.single(margins.headerRight(), TypeStyle.MARGIN, WIDTH / 2)
                : breaker.single(continued, TypeStyle.MARGIN.in(Ink.TEXT), WIDTH / 2);
        pen.text(LEFT, HEADER, breaker.single(margins.headerLeft(), TypeStyle.MARGIN, WIDTH - right.width() - 12));
        pen.text(LEFT + WIDTH - right.width(), HEADER, right);
        pen.rule(Ink.HAIRLINE, 0.5f, LEFT, HEADER - 6, WIDTH);
    }
}
