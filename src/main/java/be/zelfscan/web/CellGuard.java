package be.zelfscan.web;

import java.util.regex.Pattern;

/**
 * Makes text harmless that a spreadsheet would take for a formula, by an apostrophe before it, and takes that apostrophe away again. Blanks before such a
 * sign do not hide it, and its full-width form counts too. Text that begins with apostrophes before such a sign gets one more, so that everything comes back
 * as it was; {@code 't Veld} stays as it is.
 */
public final class CellGuard {
    private static final Pattern DANGEROUS = Pattern.compile("'*(?:[\\t\\r\\n]|[\\s\\p{Z}\\uFEFF]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    private CellGuard() {}

    public static String guarded(String text) {
        return DANGEROUS.matcher(text).lookingAt() ? "'" + text : text;
    }

    public static String unguarded(String cell) {
        return cell.startsWith("'") && DANGEROUS.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
