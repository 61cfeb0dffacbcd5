package be.zelfscan.report.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/** Reads documents back with another library than the one that wrote them. */
public final class PdfReader {
    private PdfReader() {}

    public static <T> T with(byte[] pdf, Function<PDDocument, T> reading) {
        try (var document = Loader.loadPDF(pdf)) {
            return reading.apply(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(byte[] pdf) {
        return with(pdf, document -> text(document, 1, document.getNumberOfPages()));
    }

    /** What stands in the body of the pages, without what stands on each of them outside it; a text over two pages reads on. */
    public static String body(byte[] pdf) {
        return with(pdf, document -> {
            var text = new StringBuilder();
            document.getPages().forEach(page -> text.append(body(page)));
            return text.toString();
        });
    }

    /** How many lines of text stand in the body of each page, those of drawings included. */
    public static List<Integer> linesOfPages(byte[] pdf) {
        return with(pdf, document -> {
            List<Integer> lines = new ArrayList<>();
            document.getPages().forEach(page -> lines.add((int) body(page).lines().filter(line -> !line.isBlank()).count()));
            return lines;
        });
    }

    private static String body(PDPage page) {
        try {
            var stripper = new PDFTextStripperByArea();
            stripper.addRegion("body",
                    new Rectangle2D.Double(0, 36, page.getMediaBox().getWidth(), page.getMediaBox().getHeight() - 36 - 42));
            stripper.extractRegions(page);
            return stripper.getTextForRegion("body");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param from the first page, from 1 */
    public static String text(PDDocument document, int from, int until) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(from);
            stripper.setEndPage(until);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bookmarks, indented by two spaces for each level, with the number of the page they lead to. */
    public static List<String> bookmarks(PDDocument document) {
        var result = new ArrayList<String>();
        bookmarks(document, document.getDocumentCatalog().getDocumentOutline(), "", result);
        return result;
    }

    private static void bookmarks(PDDocument document, PDOutlineNode node, String indent, List<String> result) {
        for (PDOutlineItem item : node.children()) {
            try {
                int page = document.getPages().indexOf(item.findDestinationPage(document)) + 1;
                result.add(indent + item.getTitle() + " @" + page);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            bookmarks(document, item, indent + "  ", result);
        }
    }
}
