package be.zelfscan.export;

import java.util.Optional;
import java.util.UUID;

/**
 * What is chosen on the page, as it was posted.
 *
 * @param of a round by its id, or an instrument
 */
public record ExportForm(String of, String file, String delimiter) {
    /** What the value of an instrument begins with. */
    static final String INSTRUMENT = "vragenlijst/";

    static ExportForm fresh() {
        return new ExportForm("", ExportFile.workbook.fileName(), Delimiter.semicolon.label());
    }

    /** Of what; empty when nothing that can be was chosen. */
    Optional<Selection> selection() {
        if (of.startsWith(INSTRUMENT)) {
            return Optional.of(new Selection.OfInstrument(of.substring(INSTRUMENT.length())));
        }
        try {
            return Optional.of(new Selection.OfRound(UUID.fromString(of)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Where the file is. */
    String address() {
        String path = "/uitvoer/" + of + "/" + file;
        return ExportFile.of(file).orElseThrow().isCsv() ? path + "?scheiding=" + delimiter : path;
    }
}
