package be.zelfscan.questionnaire;

import java.util.regex.Pattern;

/**
 * One thing that is wrong with a definition.
 *
 * @param file the name of the file
 * @param pointer JSON pointer (RFC 6901) to the place; empty for the whole document
 * @param wrong what is wrong there
 * @param expected what is expected instead
 */
public record DefinitionFault(String file, String pointer, String wrong, String expected) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");

    /** One line for a terminal, whatever it quotes: file, pointer, what is wrong, what is expected. */
    public String line() {
        String line = "%s: %s: %s; expected: %s".formatted(file, pointer.isEmpty() ? "(document)" : pointer, wrong, expected);
        return CONTROL.matcher(line).replaceAll(" ");
    }
}
