package be.zelfscan.report;

import be.zelfscan.report.pdf.PdfReader;

/** The text of a document as it reads on, over lines and pages; white space does not count. */
final class ReportText {
    private ReportText() {}

    /** @param footer and {@code header}: what stands on every page besides the page number */
    static String of(byte[] pdf, String footer, String header) {
        return PdfReader.text(pdf).replaceAll("(?m)(^| )\\d+ / \\d+$", "").replaceAll("[\\s\\u00A0]+", "").replace(solid(header), "")
                .replace(solid(footer), "");
    }

    static String solid(String text) {
        return text.replaceAll("[\\s\\u00A0]+", "");
    }
}
