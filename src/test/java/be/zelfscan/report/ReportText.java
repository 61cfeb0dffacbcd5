package be.zelfscan.report;

import be.zelfscan.report.pdf.PdfReader;

/** The text of a document as it reads on, over lines and pages; white space does not count. */
final class ReportText {
    private ReportText() {}

    static String of(byte[] pdf) {
        return solid(PdfReader.body(pdf));
    }

    static String solid(String text) {
        return text.replaceAll("[\\s\\u00A0]+", "");
    }
}
