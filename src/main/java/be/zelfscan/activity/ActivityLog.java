package be.zelfscan.activity;

import be.zelfscan.database.Scope;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where use cases note what was done, in the transaction in which they do it; and reading it, page by page. */
@Singleton
public class ActivityLog {
    /** How many lines stand on a page. */
    static final int MOST = 50;

    /** @param older whether there are older lines */
    record Page(List<ActivityRepository.Entry> entries, boolean older) {}

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
        activities.add(clock.instant(), whoever(), action, Map.of(subject, detail));
    }

    /** The same, where the service works for somebody who is not (yet, or any more) signed in. */
    @Transactional
    public void noteOf(UUID personId, Action action, UUID subject, String detail) {
        noteAt(clock.instant(), personId, action, subject, detail);
    }

    /**
     * Notes the same action on many things, in one go.
     *
     * @param details by subject
     */
    @Transactional
    public void noteAll(Action action, Map<UUID, String> details) {
        activities.add(clock.instant(), whoever(), action, details);
    }

    /** The same, of what was done in the past and is only told now. */
    @Transactional
    public void noteAt(Instant at, UUID personId, Action action, UUID subject, String detail) {
        activities.add(at, Optional.of(personId), action, Map.of(subject, detail));
    }

    private static Optional<UUID> whoever() {
        return Scope.current() instanceof Scope.Person person ? Optional.of(person.id()) : Optional.empty();
    }

    /**
     * A page of the log, the newest lines first. The database shows them to the support team alone.
     *
     * @param before the last line of the page before; the newest lines without it
     */
    @ReadOnly
    Page page(ActivityRepository.Filter filter, Optional<Long> before) {
        List<ActivityRepository.Entry> found = activities.newest(filter, before, MOST + 1);
        return new Page(found.stream().limit(MOST).toList(), found.size() > MOST);
    }
}
