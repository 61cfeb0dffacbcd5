package be.zelfscan.followup;

import java.util.Optional;
import java.util.UUID;

/** Where a note stands: of which snapshot, in which section, with which question. As a text it is what a form posts. */
record NoteKey(UUID sentScanId, String section, String question) {
    private static final int PARTS = 3;

    static Optional<NoteKey> parse(String text) {
        String[] parts = text.split("/", -1);
        try {
            return parts.length == PARTS && text.chars().noneMatch(Character::isISOControl)
                    ? Optional.of(new NoteKey(UUID.fromString(parts[0]), parts[1], parts[2])) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return sentScanId + "/" + section + "/" + question;
    }
}
