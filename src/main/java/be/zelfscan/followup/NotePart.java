package be.zelfscan.followup;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A part of a note as it is shown; it is text and nothing else, whatever stands in it. */
public record NotePart(String text, boolean found) {
    /** What the database puts around a word that was looked for: characters that mean nothing and that no note keeps. */
    static final char FROM = '\uE000';
    static final char TO = '\uE001';
    /** Shorter words are part of too many others. */
    private static final int SHORTEST_PART = 3;

    /**
     * Divides a note into what was looked for and the rest.
     *
     * @param marked the note with marks around stems
     * @param note without; shown as it is when the marks left something out of it
     * @param words that may be parts of longer ones, with other accents
     */
    static List<NotePart> of(String marked, String note, List<String> words) {
        return of(marked, note).stream().flatMap(part -> part.found() ? Stream.of(part) : partsIn(part.text(), words).stream()).toList();
    }

    private static List<NotePart> partsIn(String text, List<String> words) {
        StringBuilder folded = new StringBuilder();
        List<Integer> origins = new ArrayList<>();
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            String plain = folded(Character.toString(text.codePointAt(at)));
            folded.append(plain);
            origins.addAll(Collections.nCopies(plain.length(), at));
        }
        origins.add(text.length());
        BitSet found = new BitSet();
        for (String word : words.stream().filter(one -> one.length() >= SHORTEST_PART).map(NotePart::folded).toList()) {
            for (int at = folded.indexOf(word); at >= 0 && !word.isEmpty(); at = folded.indexOf(word, at + word.length())) {
                found.set(origins.get(at), origins.get(at + word.length()));
            }
        }
        List<NotePart> parts = new ArrayList<>();
        for (int at = 0; at < text.length();) {
            int next = found.get(at) ? found.nextClearBit(at) : found.nextSetBit(at);
            int end = next < 0 ? text.length() : Math.min(next, text.length());
            parts.add(new NotePart(text.substring(at, end), found.get(at)));
            at = end;
        }
        return parts;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[\u0300-\u036F]", "").toLowerCase(Locale.ROOT);
    }

    private static List<NotePart> of(String marked, String note) {
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
