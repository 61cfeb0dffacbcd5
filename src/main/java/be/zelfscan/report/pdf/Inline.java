package be.zelfscan.report.pdf;

import java.util.List;

/**
 * Running text with emphasis, the content of paragraphs, list items and table cells. Any text is allowed: newlines become line breaks, control
 * characters disappear, characters that no bundled font has show as a box.
 */
public record Inline(List<Span> spans) {
    public Inline {
        spans = List.copyOf(spans);
    }

    public static Inline of(String text) {
        return of(Span.plain(text));
    }

    public static Inline of(Span... spans) {
        return new Inline(List.of(spans));
    }

    /** Whether there is nothing to be seen. */
    public boolean isBlank() {
        return spans.stream().allMatch(span -> span.text().isBlank());
    }

    /** A run of text with one emphasis. */
    public record Span(String text, Emphasis emphasis) {
        public static Span plain(String text) {
            return new Span(text, Emphasis.NONE);
        }

        public static Span strong(String text) {
            return new Span(text, Emphasis.STRONG);
        }

        public static Span muted(String text) {
            return new Span(text, Emphasis.MUTED);
        }

        public static Span picked(String text) {
            return new Span(text, Emphasis.PICKED);
        }
    }

    /** How a run stands out: PICKED is the warm accent, only for what the centre itself chose. */
    public enum Emphasis {
        NONE, STRONG, MUTED, PICKED
    }
}
