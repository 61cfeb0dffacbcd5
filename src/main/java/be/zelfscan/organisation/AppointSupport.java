package be.zelfscan.organisation;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.organisation.PersonWithRoles.HeldRole;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Names;
import be.zelfscan.text.Texts;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes somebody a member of the support team from outside of the service: the first one, whom nobody else can add, or one more when no
 * member can sign in any longer.
 */
@Singleton
public class AppointSupport {
    /** What became of it. */
    public sealed interface Outcome {
        /** @param known whether the person was there already, perhaps ended */
        record Appointed(String name, String email, boolean known) implements Outcome {}

        record WasMember(String name, String email) implements Outcome {}

        record NoAddress() implements Outcome {}

        record NoName() implements Outcome {}
    }

    private final NetRepository net;
    private final ActivityLog log;

    AppointSupport(NetRepository net, ActivityLog log) {
        this.net = net;
        this.log = log;
    }

    /**
     * Somebody with this address becomes a member; who was ended is taken back.
     *
     * @param name of somebody who is not there yet; without it, what stands before the @ of the address
     */
    @Transactional
    public Outcome appoint(String email, Optional<String> name) {
        String address = EmailAddress.tidy(email);
        if (EmailAddress.problem(email).isPresent()) {
            return new Outcome.NoAddress();
        }
        Net now = net.readToChange();
        Optional<PersonWithRoles> known = now.people().stream().filter(person -> person.email().equals(address)).findFirst();
        PersonWithRoles before = known.orElseGet(() -> new PersonWithRoles(UUID.randomUUID(),
                Texts.line(name.orElse(address.substring(0, address.indexOf('@')))), address, Set.of(), Optional.empty()));
        if (known.isEmpty() && Names.problem(before.name()).isPresent()) {
            return new Outcome.NoName();
        }
        if (before.isActive() && before.isSupport()) {
            return new Outcome.WasMember(before.name(), address);
        }
        Set<HeldRole> roles = new HashSet<>(before.roles());
        roles.add(HeldRole.SUPPORT);
        PersonWithRoles after = before.withRoles(roles).withEnd(Optional.empty());
        net.save(NetRepository.Changes.of(after));
        if (known.isEmpty() || !before.isActive()) {
            log.note(known.isEmpty() ? Action.organisation_added : Action.organisation_changed, after.id(), "persoon");
        }
        HeldRole.changes(now::nameOf, before.roles(), after.roles()).ifPresent(words -> log.note(Action.roles_changed, after.id(), words));
        return new Outcome.Appointed(after.name(), address, known.isPresent());
    }
}
