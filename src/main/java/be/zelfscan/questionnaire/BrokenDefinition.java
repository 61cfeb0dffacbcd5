package be.zelfscan.questionnaire;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A definition that cannot be used, with all its faults at once. The message is fit to be shown on a terminal. */
public class BrokenDefinition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public BrokenDefinition(List<Fault> faults) {
        super(faults.stream().map(Fault::line).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /**
     * One thing that is wrong with a definition.
     *
     * @param file the name of the file
     * @param pointer JSON pointer (RFC 6901) to the place; empty for the whole document
     * @param wrong what is wrong there
     * @param expected what is expected instead
     */
    public record Fault(String file, String pointer, String wrong, String expected) {
        private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");

        /** One line for a terminal, whatever it quotes: file, pointer, what is wrong, what is expected. */
        public String line() {
            String line = "%s: %s: %s; expected: %s".formatted(file, pointer.isEmpty() ? "(document)" : pointer, wrong, expected);
            return CONTROL.matcher(line).replaceAll(" ");
        }
    }
}
