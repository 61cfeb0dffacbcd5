package be.zelfscan.report.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** How far the visible text of a page reaches, in points from its top left. */
record Extent(float left, float right, float bottom) {
    static Extent ofPage(PDDocument document, int page) {
        try {
            var measure = new Measure();
            measure.setStartPage(page);
            measure.setEndPage(page);
            measure.getText(document);
            return new Extent(measure.left, measure.right, measure.bottom);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Measure extends PDFTextStripper {
        private float left = Float.MAX_VALUE;
        private float right;
        private float bottom;

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            for (var position : positions) {
                if (!position.getUnicode().isBlank()) {
                    left = Math.min(left, position.getXDirAdj());
                    right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
                    bottom = Math.max(bottom, position.getYDirAdj());
                }
            }
        }
    }
}
