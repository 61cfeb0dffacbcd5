package be.zelfscan.followup;

import java.util.ArrayList;
import java.util.List;

/** A part of a note as it is shown; it is text and nothing else, whatever stands in it. */
public record NotePart(String text, boolean found) {
    /** What the database puts around a word that was looked for: characters that mean nothing and that no note keeps. */
    static final char FROM = '\uE000';
    static final char TO = '\uE001';

    /**
     * Divides a note into what was looked for and the rest.
     *
     * @param marked the note with marks
     * @param note without; shown as it is when the marks left something out of it
     */
    static List<NotePart> of(String marked, String note) {
        List<NotePart> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (char one : marked.toCharArray()) {
            if (one == FROM || one == TO) {
                add(parts, text.toString(), one == TO);
                text.setLength(0);
            } else {
                text.append(one);
            }
        }
        add(parts, text.toString(), false);
        String whole = String.join("", parts.stream().map(NotePart::text).toList());
        return whole.equals(note) ? List.copyOf(parts) : List.of(new NotePart(note, false));
    }

    private static void add(List<NotePart> parts, String text, boolean found) {
        if (!text.isEmpty()) {
            parts.add(new NotePart(text, found));
        }
    }
}
