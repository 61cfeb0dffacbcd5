package be.zelfscan.export;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A column of a sheet: what stands above it, what the codebook says of it, and what stands in it.
 *
 * @param meanings one, or one for each version of the questionnaire that has it
 */
record ExportColumn<R>(String name, List<Meaning> meanings, Function<R, ExportCell> value) {
    /**
     * What the codebook says of a column.
     *
     * @param codes with their labels; empty when anything can stand in it
     * @param question in full; empty when it is not about one
     * @param version of the questionnaire; empty when it is of no questionnaire
     * @param missing what an empty cell means; empty when there are none
     */
    record Meaning(String sentence, Kind kind, Map<String, String> codes, String question, String version, String missing) {}

    /** What stands in a column. */
    enum Kind {
        text("tekst"), number("getal"), day("dag (jjjj-mm-dd)"), moment("datum en uur (jjjj-mm-dd uu:mm:ss, Belgische tijd)"), code(
                "code"), codes(
                        "codes, met | ertussen"), names("namen, met | ertussen"), yes_or_no("0 of 1");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static <R> ExportColumn<R> fixed(String name, Kind kind, String sentence, String missing, Function<R, ExportCell> value) {
        return new ExportColumn<>(name, List.of(new Meaning(sentence, kind, Map.of(), "", "", missing)), value);
    }
}
