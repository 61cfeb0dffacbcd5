package be.zelfscan.organisation;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.organisation.PersonWithRoles.HeldRole;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Texts;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.FormRefusal.Reason;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds people, changes what they are called and what they are, and ends them. */
@Singleton
public class ChangePerson {
    private final NetRepository net;
    private final ActivityLog log;
    private final Clock clock;

    ChangePerson(NetRepository net, ActivityLog log, Clock clock) {
        this.net = net;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @throws FormRefusal when the name or the address is none, the address is taken, or the role cannot be
     */
    @Transactional
    public UUID add(PersonForm form) {
        Net now = net.readToChange();
        PersonWithRoles person = new PersonWithRoles(UUID.randomUUID(), "", "", Set.of(), Optional.empty());
        save(now, person, checked(now, person, form), Action.organisation_added);
        return person.id();
    }

    /**
     * @param seen the version of what the form was made from
     * @throws FormRefusal when the name or the address is none, the address is taken, the role cannot be, or POC+ would be left
     *     without people
     * @throws Overtaken when that is no longer what is kept
     */
    @Transactional
    public void change(UUID id, PersonForm form, String seen) {
        Net now = net.readToChange();
        PersonWithRoles before = find(now, id);
        PersonWithRoles after = checked(now, before, form);
        Overtaken.check(seen, content(now, before), content(now, after));
        save(now, before, after, Action.organisation_changed);
    }

    private static PersonWithRoles checked(Net now, PersonWithRoles before, PersonForm form) {
        Set<HeldRole> roles = before.roles().stream().filter(held -> form.kept().contains(PersonForm.key(held)))
                .collect(Collectors.toCollection(HashSet::new));
        Optional<Reason> impossible = form.role().flatMap(role -> NetRules.newRole(now, role, form.where()));
        form.role().filter(role -> impossible.isEmpty()).ifPresent(role -> roles.add(new HeldRole(role, form.where())));
        PersonWithRoles person = new PersonWithRoles(before.id(), Texts.line(form.name()), EmailAddress.tidy(form.email()), roles,
                before.endedOn());
        List<Reason> reasons = new ArrayList<>(NetRules.of(now, person));
        impossible.ifPresent(reasons::add);
        if (form.role().isEmpty() && !form.newWhere().isEmpty()) {
            reasons.add(Reason.typed(NetRules.NEW_ROLE, "Kies ook welke rol iemand bij dit centrum of deze scholengroep krijgt."));
        }
        if (!person.isActive() && !roles.isEmpty()) {
            reasons.add(Reason.inTheWay(NetRules.NEW_ROLE, "Wie niet actief is, heeft geen rol. Maak de persoon eerst weer actief."));
        }
        FormRefusal.when(reasons);
        return person;
    }

    /**
     * Ends somebody: every role goes, and with it all access, also where that person is signed in now.
     *
     * @throws FormRefusal when POC+ would be left without people
     */
    @Transactional
    public void end(UUID id) {
        Net now = net.readToChange();
        PersonWithRoles before = find(now, id);
        PersonWithRoles person = before.withRoles(Set.of()).withEnd(Optional.of(BelgianDutch.today(clock)));
        FormRefusal.when(NetRules.lastOfSupport(now, person));
        if (before.isActive()) {
            save(now, before, person, Action.person_ended);
        }
    }

    @Transactional
    public void resume(UUID id) {
        Net now = net.readToChange();
        PersonWithRoles before = find(now, id);
        save(now, before, before.withEnd(Optional.empty()), Action.organisation_changed);
    }

    /** What the form of somebody edits. */
    static FormContent content(Net net, PersonWithRoles person) {
        return FormContent.of("Naam", person.name(), "E-mailadres", person.email(), "Rollen",
                String.join(", ", person.roles().stream().map(net::words).sorted().toList()), "Stand",
                person.endedOn().map(day -> "niet actief sinds " + BelgianDutch.date(day)).orElse("actief"));
    }

    private static PersonWithRoles find(Net now, UUID id) {
        return now.person(id).orElseThrow(Net::noPerson);
    }

    private void save(Net now, PersonWithRoles before, PersonWithRoles after, Action action) {
        if (after.equals(before)) {
            return;
        }
        net.save(NetRepository.Changes.of(after));
        if (!after.withRoles(before.roles()).equals(before)) {
            log.note(action, after.id(), "persoon");
        }
        HeldRole.changes(now::nameOf, before.roles(), after.roles()).ifPresent(words -> log.note(Action.roles_changed, after.id(), words));
    }

    /**
     * What the form of a person says.
     *
     * @param kept the roles that stay, as {@link #key} writes them
     * @param newRole a role that comes; empty for none
     * @param newWhere id of the centre or school group of that role
     */
    record PersonForm(String name, String email, List<String> kept, String newRole, String newWhere) {
        static PersonForm of(Form form) {
            return new PersonForm(form.first(NetRules.NAME), form.first(NetRules.EMAIL), form.all("rol"),
                    form.first(NetRules.NEW_ROLE), form.first("bij"));
        }

        static PersonForm of(PersonWithRoles person) {
            return new PersonForm(person.name(), EmailAddress.shown(person.email()), person.roles().stream().map(PersonForm::key).toList(),
                    "",
                    "");
        }

        /** A role as a form writes it. */
        static String key(HeldRole held) {
            return held.role().name() + held.where().map(where -> ":" + where).orElse("");
        }

        Optional<Role> role() {
            return List.of(Role.values()).stream().filter(role -> role.name().equals(newRole)).findFirst();
        }

        Optional<UUID> where() {
            return Form.idOf(newWhere);
        }
    }
}
