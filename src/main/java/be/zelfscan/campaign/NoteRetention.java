package be.zelfscan.campaign;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Keeps notes no longer than their rounds say. Each round is a transaction of its own, so that what is done stays done. */
@Singleton
class NoteRetention {
    private static final int MOST_IN_ONE_RUN = 1_000;

    private final NoteErasureRepository notes;
    private final EraseNotes eraseNotes;
    private final Clock clock;

    NoteRetention(NoteErasureRepository notes, EraseNotes eraseNotes, Clock clock) {
        this.notes = notes;
        this.eraseNotes = eraseNotes;
        this.clock = clock;
    }

    /** Erases what is due now; answers of how many rounds. */
    int run() {
        List<UUID> due = notes.due(clock.instant(), MOST_IN_ONE_RUN);
        due.forEach(eraseNotes::of);
        return due.size();
    }
}
