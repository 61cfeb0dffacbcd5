package be.zelfscan.followup;

import java.util.Optional;
import java.util.UUID;

/**
 * Which notes are looked for, of the snapshots that count.
 *
 * @param roundId of all rounds that were opened when empty
 * @param words as one types them in a search: words, "a phrase", or, -not; empty for all notes
 * @param unlabelled only notes without a label
 */
record NoteFilter(Optional<UUID> roundId, String words, Optional<String> section, Optional<String> question, Optional<UUID> schoolGroup,
        Optional<UUID> label, boolean unlabelled) {}
