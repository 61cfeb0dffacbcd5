package be.zelfscan.activity;

import be.zelfscan.database.Scope;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where use cases note what was done, in the transaction in which they do it. */
@Singleton
public class ActivityLog {
    private final ActivityRepository activities;
    private final Clock clock;

    ActivityLog(ActivityRepository activities, Clock clock) {
        this.activities = activities;
        this.clock = clock;
    }

    /**
     * Notes what the person for whom this runs did, or the service when it runs for itself.
     *
     * @param subject what it was done to
     * @param detail one line at most; never a name or address of a person, never what a respondent answered
     */
    @Transactional
    public void note(Action action, UUID subject, String detail) {
        note(Scope.current() instanceof Scope.Person person ? Optional.of(person.id()) : Optional.empty(), action, subject, detail);
    }

    /** The same, where the service works for somebody who is not (yet, or any more) signed in. */
    @Transactional
    public void noteOf(UUID personId, Action action, UUID subject, String detail) {
        note(Optional.of(personId), action, subject, detail);
    }

    /**
     * Notes the same action on many things, in one go.
     *
     * @param details by subject
     */
    @Transactional
    public void noteAll(Action action, Map<UUID, String> details) {
        Optional<UUID> person = Scope.current() instanceof Scope.Person signedIn ? Optional.of(signedIn.id()) : Optional.empty();
        activities.addAll(clock.instant(), person, action, details);
    }

    /** The same, of what was done in the past and is only told now. */
    @Transactional
    public void noteAt(Instant at, UUID personId, Action action, UUID subject, String detail) {
        activities.add(at, Optional.of(personId), action, subject, detail);
    }

    private void note(Optional<UUID> person, Action action, UUID subject, String detail) {
        activities.add(clock.instant(), person, action, subject, detail);
    }
}
