package be.zelfscan.organisation;

import be.zelfscan.text.EmailAddress;
import be.zelfscan.web.Form;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    static PersonForm of(NetPerson person) {
        return new PersonForm(person.name(), EmailAddress.shown(person.email()), person.roles().stream().map(PersonForm::key).toList(), "",
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
