package be.zelfscan.followup;

import be.zelfscan.web.Form;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a note, or a text that was typed as an answer, stands: of which snapshot, in which section, with which question. As a text it
 * is what a form posts.
 *
 * @param part where in the answer, see {@link #inAnswer}; empty for a note
 */
record NoteKey(UUID sentScanId, String section, String question, String part) {
    /** What the part of a text in an answer begins with; the rest is as {@code Answer.texts} tells it. */
    private static final String ANSWER = "answer";

    static Optional<NoteKey> parse(String text) {
        String[] parts = text.split("/", -1);
        return (parts.length == 3 || parts.length == 4) && text.chars().noneMatch(Character::isISOControl)
                ? Form.idOf(parts[0]).map(id -> new NoteKey(id, parts[1], parts[2], parts.length == 3 ? "" : parts[3])) : Optional.empty();
    }

    /** Where in the answer it stands, after the place of that; nothing for a note. */
    Optional<String> inAnswer() {
        return part.isEmpty() ? Optional.empty() : Optional.of(part.substring(ANSWER.length()));
    }

    @Override
    public String toString() {
        return sentScanId + "/" + section + "/" + question + (part.isEmpty() ? "" : "/" + part);
    }
}
