package be.zelfscan.report.pdf;

/**
 * The head of a report's first page: title and subtitle at the left, whose report it is and from when at the right. The title is a heading of
 * level 1 with a bookmark; the other texts may be empty.
 */
public record Masthead(String title, String subtitle, String owner, String moment) {
    /** @throws IllegalArgumentException without a title */
    public Masthead {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A masthead needs a title");
        }
    }
}
