package be.zelfscan.report.pdf;

/**
 * The head of a report's first page: title and subtitle at the left, whose report it is and from when at the right. The title is a heading of
 * level 1 with a bookmark.
 */
public record Masthead(String title, String subtitle, String owner, String moment) {}
