package be.zelfscan.export;

import be.zelfscan.web.Form;
import java.util.Optional;

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
        return Form.idOf(of).map(Selection.OfRound::new);
    }

    /** Where the file is. */
    String address() {
        String path = "/uitvoer/" + of + "/" + file;
        return ExportFile.of(file).orElseThrow().isCsv() ? path + "?scheiding=" + delimiter : path;
    }
}
