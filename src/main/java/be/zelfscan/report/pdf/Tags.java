package be.zelfscan.report.pdf;

import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;

/** Makes structure elements with the attributes that PDF/UA asks of them. */
final class Tags {
    private static final PdfName OWNER = new PdfName("O");
    private static final PdfName ATTRIBUTES = new PdfName("A");

    private Tags() {}

    static PdfStructureElement under(PdfStructureElement parent, String type) {
        return new PdfStructureElement(parent, new PdfName(type));
    }

    static PdfStructureElement list(PdfStructureElement parent, String numbering) {
        var element = under(parent, "L");
        var attributes = owner("List");
        attributes.put(new PdfName("ListNumbering"), new PdfName(numbering));
        element.put(ATTRIBUTES, attributes);
        return element;
    }

    /** A header cell; scope is Column, Row or Both. */
    static PdfStructureElement header(PdfStructureElement row, String scope, int columns) {
        var element = under(row, "TH");
        var attributes = owner("Table");
        attributes.put(new PdfName("Scope"), new PdfName(scope));
        if (columns > 1) {
            attributes.put(new PdfName("ColSpan"), new PdfNumber(columns));
        }
        element.put(ATTRIBUTES, attributes);
        return element;
    }

    static PdfStructureElement figure(PdfStructureElement parent, String alternative, float x, float y, float width, float height) {
        var element = under(parent, "Figure");
        element.put(new PdfName("Alt"), new PdfString(alternative, PdfObject.TEXT_UNICODE));
        var attributes = owner("Layout");
        attributes.put(new PdfName("BBox"), new PdfArray(new float[]{x, y, x + width, y + height}));
        attributes.put(new PdfName("Placement"), new PdfName("Block"));
        element.put(ATTRIBUTES, attributes);
        return element;
    }

    private static PdfDictionary owner(String name) {
        var attributes = new PdfDictionary();
        attributes.put(OWNER, new PdfName(name));
        return attributes;
    }
}
