package be.zelfscan.report.pdf;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfLiteral;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfPageLabels;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** What is round the pages: version, language, metadata, viewer preferences, page labels, and an identifier that is the same each time. */
final class Envelope {
    private static final String PRODUCER = "OpenPDF";
    private static final String CREATOR = "Zelfscan";

    private Envelope() {}

    static void write(OutputStream out, Metadata metadata, Furniture furniture, ReportFonts fonts, Consumer<TaggedPdf> content) {
        var document = new Document(PageSize.A4);
        var writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPdfVersion(PdfWriter.VERSION_1_7); // PDF/UA-1 is about 1.7; OpenPDF writes 2.0 otherwise
        writer.setFullCompression();
        writer.setTagged();
        writer.setTabs(PdfName.S);
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        writer.setViewerPreferences(PdfWriter.PageModeUseOutlines);
        document.open();
        describe(writer, metadata);
        var pdf = new TaggedPdf(new Sheet(document, writer, furniture, fonts), new Outline(writer.getRootOutline()));
        content.accept(pdf);
        pdf.finish();
        document.close();
    }

    private static void describe(PdfWriter writer, Metadata metadata) {
        var info = writer.getInfo();
        var created = new PdfDate(GregorianCalendar.from(metadata.created().atZone(ZoneOffset.UTC)));
        info.put(PdfName.TITLE, text(metadata.title()));
        info.put(PdfName.AUTHOR, text(metadata.author()));
        info.put(PdfName.SUBJECT, text(metadata.subject()));
        info.put(PdfName.CREATOR, text(CREATOR));
        info.put(PdfName.PRODUCER, text(PRODUCER));
        info.put(PdfName.CREATIONDATE, created);
        info.put(PdfName.MODDATE, created);
        info.put(PdfName.FILEID, identifier(metadata.identity()));
        writer.setXmpMetadata(Xmp.packet(metadata, CREATOR, PRODUCER));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(metadata.language()));
        writer.setPageLabels(pageLabels());
    }

    private static PdfPageLabels pageLabels() {
        var labels = new PdfPageLabels();
        labels.addPageLabel(1, PdfPageLabels.DECIMAL_ARABIC_NUMERALS);
        return labels;
    }

    private static PdfString text(String value) {
        return new PdfString(value, PdfObject.TEXT_UNICODE);
    }

    private static PdfLiteral identifier(String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            String half = "<" + HexFormat.of().formatHex(Arrays.copyOf(digest, 16)) + ">";
            return new PdfLiteral("[" + half + half + "]");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
