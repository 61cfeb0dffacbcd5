package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Erases the notes of one round that were kept as long as the round says after its closing. What was answered stays. */
@Singleton
class EraseNotes {
    private final NoteErasureRepository notes;
    private final ActivityLog log;
    private final Clock clock;

    EraseNotes(NoteErasureRepository notes, ActivityLog log, Clock clock) {
        this.notes = notes;
        this.log = log;
        this.clock = clock;
    }

    /** Erases them everywhere; does nothing when that was done before. The database refuses it when it is too early. */
    @Transactional
    void of(UUID roundId) {
        if (notes.erase(roundId, clock.instant())) {
            log.note(Action.notes_erased, roundId, "");
        }
    }
}
