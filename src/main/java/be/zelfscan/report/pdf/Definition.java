package be.zelfscan.report.pdf;

/** A term with what is said about it. */
public record Definition(String term, Inline value) {
    public static Definition of(String term, String value) {
        return new Definition(term, Inline.of(value));
    }
}
