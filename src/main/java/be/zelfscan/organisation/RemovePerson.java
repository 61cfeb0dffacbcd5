package be.zelfscan.organisation;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.database.Scope;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Removes a person: name and address are erased everywhere, what was answered, sent and noted in the log stays under a pseudonym. Cannot be undone.
 */
@Singleton
public class RemovePerson {
    /** @param place name of the centre or school group; empty for a role in the net */
    public record Place(Role role, String place) {}

    /**
     * Somebody who can be removed, or was.
     *
     * @param name after the removal a pseudonym
     */
    public record Candidate(UUID id, String name, String email, List<Place> roles, boolean removed) {}

    private final NetRepository net;
    private final PersonRemovalRepository people;
    private final ActivityLog log;
    private final Clock clock;

    RemovePerson(NetRepository net, PersonRemovalRepository people, ActivityLog log, Clock clock) {
        this.net = net;
        this.people = people;
        this.log = log;
        this.clock = clock;
    }

    /** @throws CannotRemove when there is no such person */
    @ReadOnly
    public Candidate find(UUID personId) {
        return people.find(personId).orElseThrow(CannotRemove::unknown);
    }

    /**
     * Removes somebody; does nothing for who was removed before.
     *
     * @throws CannotRemove when that is nobody, oneself, or the last of the support team
     */
    @Transactional
    public void remove(UUID personId) {
        if (Scope.current().equals(new Scope.Person(personId))) {
            throw CannotRemove.yourself();
        }
        Net now = net.readToChange();
        if (find(personId).removed()) {
            return;
        }
        if (now.person(personId).flatMap(person -> NetRules.lastOfSupport(now, person.withRoles(Set.of()))).isPresent()) {
            throw CannotRemove.lastOfSupport();
        }
        people.remove(personId, clock.instant());
        log.note(Action.person_removed, personId, "");
    }
}
