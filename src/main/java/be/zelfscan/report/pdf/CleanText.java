package be.zelfscan.report.pdf;

import java.text.Normalizer;

/**
 * Text made fit for setting: composed (NFC), one kind of newline, tabs as spaces, without invisible characters. Emoji sequences lose their
 * joiners, variation selectors and skin tones, so that their parts can be set one by one.
 */
final class CleanText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int KEYCAP = 0x20E3;
    private static final String TAB = "    ";

    private CleanText() {}

    /** Keeps newlines (\n) as the only control character. */
    static String of(String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC).replace("\r\n", "\n");
        var out = new StringBuilder(text.length());
        int previous = 0;
        for (int at = 0; at < text.length();) {
            int codePoint = text.codePointAt(at);
            append(out, codePoint, previous);
            previous = codePoint;
            at += Character.charCount(codePoint);
        }
        return out.toString();
    }

    /** On one line: newlines become spaces, ends are trimmed. */
    static String line(String raw) {
        return of(raw).replace('\n', ' ').strip();
    }

    private static void append(StringBuilder out, int codePoint, int previous) {
        switch (codePoint) {
            case '\n', '\r', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> out.append('\n');
            case '\t' -> out.append(TAB);
            default -> {
                if (Character.getType(codePoint) == Character.SURROGATE || noncharacter(codePoint)) {
                    out.appendCodePoint(REPLACEMENT);
                } else if (!invisible(codePoint, previous)) {
                    out.appendCodePoint(codePoint);
                }
            }
        }
    }

    private static boolean invisible(int codePoint, int previous) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.FORMAT || variationSelector(codePoint)
                || codePoint == KEYCAP && (variationSelector(previous) || Character.isDigit(previous))
                || Character.isEmojiModifier(codePoint) && Character.isEmojiModifierBase(previous);
    }

    private static boolean noncharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || codePoint >= 0xFDD0 && codePoint <= 0xFDEF;
    }

    private static boolean variationSelector(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF
                || codePoint >= 0x180B && codePoint <= 0x180D;
    }
}
