package be.zelfscan.organisation;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.database.Scope;
import be.zelfscan.text.Names;
import be.zelfscan.web.Refusal;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Removes a person: name and address are erased everywhere, what was answered, sent and noted in the log stays under a pseudonym. Cannot be
 * undone.
 */
@Singleton
public class RemovePerson {
    /** @param place name of the centre or school group; empty for a role in the net */
    public record RoleAtPlace(Role role, String place) {}

    /**
     * Somebody who can be removed, or was.
     *
     * @param name after the removal a pseudonym
     */
    public record Candidate(UUID id, String name, String email, List<RoleAtPlace> roles, boolean removed) {}

    /** Somebody was removed, and is named nowhere any more. */
    public record Removed(UUID personId) {}

    private final NetRepository net;
    private final OrganisationRepository organisations;
    private final ActivityLog log;
    private final ApplicationEventPublisher<Removed> events;
    private final Clock clock;

    RemovePerson(NetRepository net, OrganisationRepository organisations, ActivityLog log, ApplicationEventPublisher<Removed> events,
            Clock clock) {
        this.net = net;
        this.organisations = organisations;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal when there is no such person */
    @ReadOnly
    public Candidate find(UUID personId) {
        Net now = net.read();
        Optional<Candidate> there = now.person(personId).map(person -> new Candidate(personId, person.name(), person.email(),
                person.roles().stream().map(held -> new RoleAtPlace(held.role(), held.where().map(now::nameOf).orElse("")))
                        .sorted(Comparator.comparing(RoleAtPlace::place, Names.IN_ORDER).thenComparing(RoleAtPlace::role)).toList(),
                false));
        return there.or(() -> organisations.person(personId).map(one -> new Candidate(personId, one.name(), one.email(), List.of(), true)))
                .orElseThrow(RemovePerson::unknown);
    }

    /**
     * Removes somebody; does nothing for who was removed before.
     *
     * @throws Refusal when that is nobody, oneself, or the last of the support team
     */
    @Transactional
    public void remove(UUID personId) {
        if (Scope.current() instanceof Scope.Person person && person.id().equals(personId)) {
            throw Refusal.conflict("Jezelf verwijderen kan niet. Vraag het aan iemand anders van POC+.");
        }
        Net now = net.readToChange();
        Optional<PersonWithRoles> person = now.person(personId);
        if (person.isEmpty()) {
            organisations.person(personId).orElseThrow(RemovePerson::unknown);
            return;
        }
        if (NetRules.lastOfSupport(now, person.get().withRoles(Set.of())).isPresent()) {
            throw Refusal.conflict(
                    "Dit is de laatste persoon van POC+ die zich nog kan aanmelden. Geef eerst iemand anders die rol.");
        }
        net.remove(personId, clock.instant());
        log.note(Action.person_removed, personId, "");
        events.publishEvent(new Removed(personId));
    }

    private static Refusal unknown() {
        return Refusal.notFound("Deze persoon bestaat niet. Kies iemand uit de lijst van mensen.");
    }
}
