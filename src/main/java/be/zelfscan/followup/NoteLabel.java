package be.zelfscan.followup;

import java.util.UUID;

/**
 * A label of the support team, to hang on notes.
 *
 * @param ended whether it hangs on nothing more, but where it hung
 */
public record NoteLabel(UUID id, String name, boolean ended) {}
