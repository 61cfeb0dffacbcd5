package be.zelfscan.report.pdf;

/**
 * A term with what is said about it.
 *
 * @param note what somebody wrote with it, set apart by a bar; empty for nothing
 */
public record Definition(String term, Inline value, String note) {
    public static Definition of(String term, String value) {
        return of(term, Inline.of(value));
    }

    public static Definition of(String term, Inline value) {
        return new Definition(term, value, "");
    }
}
