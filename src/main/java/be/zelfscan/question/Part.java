package be.zelfscan.question;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of an answer, from which pages, mails, reports, exports and the API say it.
 *
 * @param code as it is stored; empty for what has none
 * @param label in the words of the instrument; empty for what is only typed
 * @param typed what was typed by hand with it, or as it; empty when nothing was
 * @param place what the part is called in the answer, such as "Prioriteit 1"; empty when it needs no name
 * @param beside what the answer says besides, such as "we denken aan": parts with the same stand in one line; empty for the answer itself
 */
public record Part(String code, String label, String typed, String place, String beside) {

    public static Part of(String code, String label) {
        return new Part(code, label, "", "", "");
    }

    /** The answer itself, not what it says besides. */
    public boolean isMain() {
        return beside.isEmpty();
    }

    private String line() {
        String said = label.isEmpty() ? typed : typed.isBlank() ? label : label + ": " + typed;
        return place.isEmpty() ? said : place + ": " + said;
    }

    /** The parts in words, a line each; parts that stand beside the answer together. */
    static List<String> lines(List<Part> parts) {
        List<String> lines = new ArrayList<>(parts.stream().filter(Part::isMain).map(Part::line).toList());
        parts.stream().filter(part -> !part.isMain()).map(Part::beside).distinct().forEach(beside -> lines.add(beside + ": "
                + String.join(", ", parts.stream().filter(part -> part.beside().equals(beside)).map(Part::line).toList())));
        return lines;
    }
}
