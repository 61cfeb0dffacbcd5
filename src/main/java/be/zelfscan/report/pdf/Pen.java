package be.zelfscan.report.pdf;

import be.zelfscan.report.pdf.LineBreaker.Line;
import java.awt.Color;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;

/** Draws on one page or template, in PDF coordinates (points, y upwards). Everything goes inside {@link #tagged} or {@link #artifact}. */
final class Pen {
    private static final PdfName ARTIFACT = new PdfName("Artifact");
    private static final PdfName SPAN = new PdfName("Span");
    private static final PdfName ACTUAL_TEXT = new PdfName("ActualText");

    private final PdfContentByte canvas;
    private final ReportFonts fonts;

    Pen(PdfContentByte canvas, ReportFonts fonts) {
        this.canvas = canvas;
        this.fonts = fonts;
    }

    PdfContentByte canvas() {
        return canvas;
    }

    void tagged(PdfStructureElement element, Runnable drawing) {
        canvas.beginMarkedContentSequence(element);
        drawing.run();
        canvas.endMarkedContentSequence();
    }

    /** Decoration: not part of what is read. */
    void artifact(Runnable drawing) {
        artifact(new PdfName("Layout"), drawing);
    }

    /** Header and footer: read once in the title, not on every page. */
    void margin(Runnable drawing) {
        artifact(new PdfName("Pagination"), drawing);
    }

    private void artifact(PdfName type, Runnable drawing) {
        var properties = new PdfDictionary();
        properties.put(PdfName.TYPE, type);
        canvas.beginMarkedContentSequence(ARTIFACT, properties, true);
        drawing.run();
        canvas.endMarkedContentSequence();
    }

    void text(float x, float baseline, Line line) {
        if (line.runs().isEmpty()) {
            return;
        }
        canvas.beginText();
        canvas.setTextMatrix(x, baseline);
        for (var run : line.runs()) {
            canvas.setFontAndSize(fonts.pdf(run.face()), line.size());
            canvas.setColorFill(run.colour());
            if (run.actual().isEmpty()) {
                canvas.showTextBasic(run.text());
            } else {
                standIn(run);
            }
        }
        canvas.endText();
    }

    private void standIn(Line.Run run) {
        var properties = new PdfDictionary();
        properties.put(ACTUAL_TEXT, new PdfString(run.actual(), PdfObject.TEXT_UNICODE));
        canvas.beginMarkedContentSequence(SPAN, properties, true);
        canvas.showTextBasic(run.text());
        canvas.endMarkedContentSequence();
    }

    void fill(Color colour, float x, float y, float width, float height) {
        canvas.setColorFill(colour);
        canvas.rectangle(x, y, width, height);
        canvas.fill();
    }

    void box(Color stroke, Color ground, float lineWidth, float x, float y, float width, float height) {
        canvas.setColorStroke(stroke);
        canvas.setColorFill(ground);
        canvas.setLineWidth(lineWidth);
        canvas.rectangle(x, y, width, height);
        canvas.fillStroke();
    }

    void rule(Color colour, float lineWidth, float x, float y, float width) {
        canvas.setColorStroke(colour);
        canvas.setLineWidth(lineWidth);
        canvas.moveTo(x, y);
        canvas.lineTo(x + width, y);
        canvas.stroke();
    }
}
