package be.zelfscan.report.pdf;

/**
 * What stands on every page outside the content: the footer at the left (the page number, "3 / 12", stands at the right) and, from page 2 on, a
 * running header at the left and the right. An empty text is left out; a long one is cut with an ellipsis.
 */
public record Furniture(String footer, String headerLeft, String headerRight) {
    public static Furniture footer(String footer) {
        return new Furniture(footer, "", "");
    }
}
