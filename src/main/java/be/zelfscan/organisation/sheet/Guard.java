package be.zelfscan.organisation.sheet;

import java.util.regex.Pattern;

/**
 * Makes text harmless that a spreadsheet would take for a formula, by an apostrophe before it, and takes that apostrophe away again. Text that begins with
 * apostrophes before such a sign gets one more, so that everything comes back as it was; {@code 't Veld} stays as it is.
 */
final class Guard {
    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Guard() {}

    static String guarded(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") && DANGEROUS.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
