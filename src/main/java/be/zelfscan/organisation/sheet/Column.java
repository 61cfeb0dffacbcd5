package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.Wording;
import java.util.Optional;
import java.util.stream.Stream;

/** A column of a sheet. */
enum Column {
    school_group("Scholengroep"), centre("Centrum"), site("Vestiging"), name("Naam"), email("E-mail"), role("Rol");

    private final String header;

    Column(String header) {
        this.header = header;
    }

    /** What stands above it. */
    String header() {
        return header;
    }

    /** The column with this above it, whatever the case. */
    static Optional<Column> of(String header) {
        return Stream.of(values()).filter(column -> Wording.key(column.header).equals(Wording.key(header))).findFirst();
    }
}
