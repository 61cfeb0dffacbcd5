package be.zelfscan.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A part of an answer, from which pages, mails, reports, exports and the API say it.
 *
 * @param code as it is stored; empty for what has none
 * @param label in the words of the instrument; empty for what is only typed
 * @param typed what was typed by hand with it, or as it; empty when nothing was
 * @param place what the part is called in the answer, such as "Prioriteit 1"; empty when it needs no name
 * @param beside what the answer says besides, such as "we denken aan": parts with the same stand in one line; empty for the answer itself
 * @param row of a table in which it stands, such as "Partner 2": parts with the same stand in one line; empty outside of tables
 */
public record Part(String code, String label, String typed, String place, String beside, String row) {

    /** One that stands in no table. */
    public Part(String code, String label, String typed, String place, String beside) {
        this(code, label, typed, place, beside, "");
    }

    public static Part of(String code, String label) {
        return new Part(code, label, "", "", "");
    }

    /** The same in a cell of a table. */
    public Part in(String ofRow, String column) {
        return new Part(code, label, typed, place.isEmpty() ? column : column + ", " + place, beside, ofRow);
    }

    /** The answer itself, not what it says besides. */
    public boolean isMain() {
        return beside.isEmpty();
    }

    private String said() {
        return label.isEmpty() ? typed : typed.isBlank() ? label : label + ": " + typed;
    }

    private String line() {
        return place.isEmpty() ? said() : place + ": " + said();
    }

    /** The parts in words, a line each; those of a row together, and those that stand beside the answer. */
    static List<String> lines(List<Part> parts) {
        List<String> lines = new ArrayList<>(parts.stream().filter(part -> part.isMain() && part.row.isEmpty()).map(Part::line).toList());
        parts.stream().map(Part::row).distinct().filter(row -> !row.isEmpty())
                .forEach(row -> lines.add(row + ": " + cells(parts.stream().filter(part -> part.row.equals(row)).toList())));
        parts.stream().filter(part -> !part.isMain() && part.row.isEmpty()).map(Part::beside).distinct()
                .forEach(beside -> lines.add(beside + ": " + String.join(", ",
                        parts.stream().filter(part -> part.row.isEmpty() && part.beside.equals(beside)).map(Part::line).toList())));
        return lines;
    }

    /** What stands in a table, in words: by row, and there by column; empty outside of tables. */
    static Map<String, Map<String, String>> rows(List<Part> parts) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        parts.stream().filter(part -> !part.row.isEmpty()).forEach(part -> rows.computeIfAbsent(part.row, row -> new LinkedHashMap<>())
                .merge(part.place, part.said(), (before, more) -> before + ", " + more));
        return rows;
    }

    private static String cells(List<Part> ofRow) {
        Map<String, List<Part>> byPlace = ofRow.stream()
                .collect(Collectors.groupingBy(Part::place, LinkedHashMap::new, Collectors.toList()));
        return byPlace.entrySet().stream()
                .map(cell -> cell.getKey() + ": " + String.join(", ", cell.getValue().stream().map(Part::said).toList()))
                .collect(Collectors.joining("; "));
    }
}
