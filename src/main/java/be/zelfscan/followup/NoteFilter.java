package be.zelfscan.followup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which notes are looked for, of the snapshots that count.
 *
 * @param roundId of all rounds that were opened when empty
 * @param words as one types them in a search: words, "a phrase", or, -not; empty for all notes
 * @param unlabelled only notes without a label
 */
record NoteFilter(Optional<UUID> roundId, String words, Optional<String> section, Optional<String> question, Optional<UUID> schoolGroup,
        Optional<UUID> label, boolean unlabelled) {
    /** Shorter words are part of too many others. */
    static final int SHORTEST_PART = 3;
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");

    List<String> parts() {
        return parts(words);
    }

    /** The words that may stand as parts of longer ones; none where more was typed than words. */
    static List<String> parts(String words) {
        List<String> typed = List.of(words.split(" "));
        boolean plain = words.indexOf('"') < 0 && typed.stream().noneMatch(word -> word.startsWith("-") || word.equalsIgnoreCase("or"));
        return plain ? typed.stream().map(word -> AROUND.matcher(word).replaceAll("")).filter(word -> !word.isEmpty()).toList() : List.of();
    }
}
