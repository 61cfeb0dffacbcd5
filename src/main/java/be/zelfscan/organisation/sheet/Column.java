package be.zelfscan.organisation.sheet;

import be.zelfscan.text.Names;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column of a sheet. */
enum Column {
    school_group("Scholengroep"), centre("Centrum"), site("Vestiging"), name("Naam"), email("E-mail"), role("Rol");

    /** Longer than any header, so that nothing that was made to be long is looked at letter by letter. */
    private static final int LONGEST = 100;
    private static final Map<String, Column> BY_KEY = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(column -> Names.key(column.header), Function.identity()));

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
        return header.length() > LONGEST ? Optional.empty() : Optional.ofNullable(BY_KEY.get(Names.key(header)));
    }
}
