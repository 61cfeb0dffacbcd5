package be.zelfscan.followup;

import be.zelfscan.web.BelgianDutch;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Hangs labels on notes, and takes them off. Who did so and when stays with it. */
@Singleton
public class LabelNotes {
    /** More than stand on a page. */
    private static final int MOST = 100;

    private final LabelRepository labels;
    private final ManageLabels manage;
    private final Clock clock;

    LabelNotes(LabelRepository labels, ManageLabels manage, Clock clock) {
        this.labels = labels;
        this.manage = manage;
        this.clock = clock;
    }

    /**
     * Hangs one label on some notes; those that have it keep it.
     *
     * @param chosen the id of a label, as it was posted; empty when there is none
     * @param newName of a label that is made first; empty when there is none
     * @return how many notes got it
     * @throws FollowupRefused with what to choose
     */
    @Transactional
    int hang(List<NoteKey> notes, String chosen, String newName, UUID person) {
        if (notes.isEmpty()) {
            throw FollowupRefused.filledIn("Vink eerst de toelichtingen aan die het label krijgen.");
        }
        if (notes.size() > MOST) {
            throw FollowupRefused
                    .filledIn("Je kan hoogstens %s toelichtingen tegelijk een label geven.".formatted(BelgianDutch.number(MOST)));
        }
        return labels.hang(label(chosen, newName).id(), notes, person, clock.instant());
    }

    private NoteLabel label(String chosen, String newName) {
        if (!chosen.isBlank() && !newName.isBlank()) {
            throw FollowupRefused.filledIn("Kies een label of geef een nieuw label een naam, niet allebei.");
        }
        if (!newName.isBlank()) {
            return manage.make(newName);
        }
        if (chosen.isBlank()) {
            throw FollowupRefused.filledIn("Kies een label, of geef een nieuw label een naam.");
        }
        NoteLabel label = id(chosen).flatMap(labels::hold).orElseThrow(ManageLabels::notFound);
        if (label.ended()) {
            throw FollowupRefused
                    .now("Het label ‘%s’ is beëindigd. Kies een ander, of neem het opnieuw in gebruik.".formatted(label.name()));
        }
        return label;
    }

    /** Takes a label off a note; does nothing when it does not hang there. */
    @Transactional
    void take(NoteKey note, String chosen) {
        labels.take(id(chosen).orElseThrow(ManageLabels::notFound), note);
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
