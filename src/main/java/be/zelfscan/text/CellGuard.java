package be.zelfscan.text;

import java.util.regex.Pattern;

/**
 * Makes text harmless that a spreadsheet would take for a formula, by an apostrophe before it, and takes that apostrophe away again. Blanks
 * before such a sign do not hide it, and its full-width form counts too. Text that has apostrophes before such a sign already gets one
 * more, so that everything comes back as it was; {@code 't Veld} stays as it is.
 *
 * <p>A cell does not only begin where ours does: a program that takes another sign for the separator begins one after each comma,
 * semicolon, tab and line end in the text, quotes or not. A quotation mark hides a sign as little as a blank does: it is written twice,
 * which such a program takes for an empty text.
 */
public final class CellGuard {
    private static final String CELL = "(?:^|(?<=[,;\\t\\r\\n]))";
    private static final String FORMULA = "(?='*[ \"\\x0B\\f\\p{Z}\\uFEFF]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])";
    private static final String BREAK = "(?='*[\\t\\r\\n])";
    private static final Pattern DANGEROUS = Pattern.compile(CELL + FORMULA + "|^" + BREAK);
    private static final Pattern GUARDED = Pattern.compile(CELL + "'" + FORMULA + "|^'" + BREAK);

    private CellGuard() {}

    public static String guarded(String text) {
        return DANGEROUS.matcher(text).replaceAll("'");
    }

    public static String unguarded(String cell) {
        return GUARDED.matcher(cell).replaceAll("");
    }
}
