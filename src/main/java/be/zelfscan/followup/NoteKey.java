package be.zelfscan.followup;

import be.zelfscan.web.Form;
import java.util.Optional;
import java.util.UUID;

/** Where a note stands: of which snapshot, in which section, with which question. As a text it is what a form posts. */
record NoteKey(UUID sentScanId, String section, String question) {
    private static final int PARTS = 3;

    static Optional<NoteKey> parse(String text) {
        String[] parts = text.split("/", -1);
        return parts.length == PARTS && text.chars().noneMatch(Character::isISOControl)
                ? Form.idOf(parts[0]).map(sentScanId -> new NoteKey(sentScanId, parts[1], parts[2])) : Optional.empty();
    }

    @Override
    public String toString() {
        return sentScanId + "/" + section + "/" + question;
    }
}
