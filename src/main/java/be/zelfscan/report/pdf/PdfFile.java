package be.zelfscan.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.Deflater;
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

/**
 * A document as a file, and what it holds round its pages: version, language, metadata, viewer preferences, page labels, and an identifier
 * that is the same each time.
 */
public final class PdfFile {
    private static final String PRODUCER = "OpenPDF";
    private static final String CREATOR = "Zelfscan";
    /** Packed quickly: a tenth larger, in a third of the time; packing well was the longest part of making a document. */
    static final int PACKING = Deflater.BEST_SPEED;

    /** The XMP packet: title, author, subject, language, dates, and the claim of PDF/UA-1. */
    private static final String PACKET = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
             xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>%2$s</rdf:li></rdf:Seq></dc:creator>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%3$s</rdf:li></rdf:Alt></dc:description>
            <dc:language><rdf:Bag><rdf:li>%4$s</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>%5$s</xmp:CreateDate>
            <xmp:ModifyDate>%5$s</xmp:ModifyDate>
            <xmp:CreatorTool>%6$s</xmp:CreatorTool>
            <pdf:Producer>%7$s</pdf:Producer>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>""";

    /**
     * What a document says of itself. Equal metadata and equal content give equal bytes.
     *
     * @param language tag of what it is mostly written in
     * @param created shown as creation and modification moment, to the second
     * @param identity a text that is unique for the document, such as "scan 12, submission 3"; the file identifier is derived from it
     */
    public record Metadata(String title, String author, String subject, String language, Instant created, String identity) {
        public Metadata {
            title = CleanText.line(title);
            author = CleanText.line(author);
            subject = CleanText.line(subject);
            created = created.truncatedTo(ChronoUnit.SECONDS);
            if (title.isEmpty()) {
                throw new IllegalArgumentException("A document needs a title");
            }
        }
    }

    /**
     * What stands on every page outside the content: the footer at the left (the page number, "3 / 12", stands at the right) and, from page
     * 2 on, a running header at the left and the right. An empty text is left out; a long one is cut with an ellipsis.
     */
    public record Margins(String footer, String headerLeft, String headerRight) {}

    private PdfFile() {}

    /**
     * A document in memory.
     *
     * @throws IllegalStateException if the content is empty
     */
    public static byte[] of(Metadata metadata, Margins margins, ReportFonts fonts, Consumer<TaggedPdf> content) {
        var out = new ByteArrayOutputStream(1 << 16);
        write(out, metadata, margins, fonts, content);
        return out.toByteArray();
    }

    private static void write(OutputStream out, Metadata metadata, Margins margins, ReportFonts fonts, Consumer<TaggedPdf> content) {
        var document = new Document(PageSize.A4);
        var writer = PdfWriter.getInstance(document, out);
        writer.setPdfVersion(PdfWriter.VERSION_1_7); // PDF/UA-1 is about 1.7; OpenPDF writes 2.0 otherwise
        writer.setFullCompression();
        writer.setCompressionLevel(PACKING);
        writer.setTagged();
        writer.setTabs(PdfName.S);
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        writer.setViewerPreferences(PdfWriter.PageModeUseOutlines);
        document.open();
        describe(writer, metadata);
        var pdf = new TaggedPdf(new Sheet(document, writer, margins, fonts));
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
        writer.setXmpMetadata(packet(metadata));
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

    private static byte[] packet(Metadata metadata) {
        return PACKET
                .formatted(escape(metadata.title()), escape(metadata.author()), escape(metadata.subject()), escape(metadata.language()),
                        metadata.created(), CREATOR, PRODUCER)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.appendCodePoint(codePoint);
            }
        });
        return out.toString();
    }
}
