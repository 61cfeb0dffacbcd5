package be.zelfscan.export;

import java.util.Optional;
import java.util.stream.Stream;

/** What parts the cells of a CSV file. */
public enum Delimiter {
    /** As a spreadsheet in Flanders expects it. */
    semicolon("puntkomma", ';'), comma("komma", ',');

    private final String label;
    private final char sign;

    Delimiter(String label, char sign) {
        this.label = label;
        this.sign = sign;
    }

    /** As addresses and the interface word it. */
    public String label() {
        return label;
    }

    char sign() {
        return sign;
    }

    static Optional<Delimiter> of(String label) {
        return Stream.of(values()).filter(delimiter -> delimiter.label.equals(label)).findFirst();
    }
}
