package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.HeldRole;
import be.zelfscan.organisation.NetCentre;
import be.zelfscan.organisation.NetPerson;
import be.zelfscan.organisation.Role;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.organisation.Wording;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts the rows of people and their roles into the net; adds a fault for what cannot be. */
final class PersonRows {
    private final NetBuilder net;
    private final List<SheetFault> faults;
    private final Map<String, SheetRow> firstRows = new HashMap<>();

    PersonRows(NetBuilder net, List<SheetFault> faults) {
        this.net = net;
        this.faults = faults;
    }

    private boolean fault(SheetRow row, Column column, String sentence) {
        if (row.cells().containsKey(column)) {
            faults.add(row.fault(column, sentence));
        }
        return false;
    }

    void person(SheetRow row) {
        boolean sound = isNamed(row);
        sound &= hasAddress(row);
        Optional<HeldRole> held = role(row);
        if (sound) {
            put(row, held);
        }
    }

    private boolean isNamed(SheetRow row) {
        String name = row.at(Column.name);
        Optional<String> problem = name.isEmpty() ? Optional.of("Hier ontbreekt de naam van de persoon.") : Wording.problemOfName(name);
        if (!row.at(Column.site).isEmpty()) {
            fault(row, Column.site, "Laat dit leeg op de rij van een persoon. Zet de vestiging op een eigen rij.");
        }
        return problem.isEmpty() || fault(row, Column.name, problem.get());
    }

    private boolean hasAddress(SheetRow row) {
        String email = Wording.email(row.at(Column.email));
        Optional<String> problem = email.isEmpty() ? Optional.of("Hier ontbreekt het e-mailadres.") : Wording.problemOfEmail(email);
        if (problem.isPresent()) {
            return fault(row, Column.email, problem.get());
        }
        SheetRow first = firstRows.computeIfAbsent(email, address -> row);
        boolean same = row.at(Column.name).isEmpty() || first.at(Column.name).isEmpty()
                || Wording.key(first.at(Column.name)).equals(Wording.key(row.at(Column.name)));
        return same || fault(row, Column.email, "Op rij %d hoort dit e-mailadres bij ‘%s’. Eén adres is van één persoon."
                .formatted(first.number(), first.at(Column.name)));
    }

    private Optional<HeldRole> role(SheetRow row) {
        String text = row.at(Column.role);
        if (text.isEmpty()) {
            if (!row.at(Column.centre).isEmpty() || !row.at(Column.school_group).isEmpty()) {
                fault(row, Column.role, "Hier ontbreekt de rol. Mogelijk zijn: " + String.join(", ", RoleNames.all()) + ".");
            }
            return Optional.empty();
        }
        Optional<Role> role = RoleNames.read(text);
        if (role.isEmpty()) {
            fault(row, Column.role,
                    "De rol ‘%s’ kennen we niet. Mogelijk zijn: %s.".formatted(text.length() > 60 ? text.substring(0, 60) + "…" : text,
                            String.join(", ", RoleNames.all())));
            return Optional.empty();
        }
        return switch (role.get()) {
            case member, coordinator, director -> ofCentre(row, role.get());
            case leader -> ofSchoolGroup(row);
            case support -> isBlank(row, Column.centre, text) & isBlank(row, Column.school_group, text)
                    ? Optional.of(new HeldRole(Role.support, Optional.empty()))
                    : Optional.empty();
        };
    }

    private boolean isBlank(SheetRow row, Column column, String role) {
        return row.at(column).isEmpty() || fault(row, column, "Laat dit leeg bij de rol ‘%s’.".formatted(role));
    }

    private Optional<HeldRole> ofCentre(SheetRow row, Role role) {
        String name = row.at(Column.centre);
        Optional<NetCentre> centre = net.centres.find(Wording.key(name));
        boolean there = centre.filter(NetCentre::isActive).isPresent() || fault(row, Column.centre,
                name.isEmpty() ? "Vul in van welk centrum deze persoon %s is.".formatted(RoleNames.of(role))
                        : UnitRows.unknown("Het centrum", name, centre.isPresent()));
        return isBlank(row, Column.school_group, RoleNames.of(role)) & there ? Optional.of(held(role, centre.get().id()))
                : Optional.empty();
    }

    private Optional<HeldRole> ofSchoolGroup(SheetRow row) {
        String name = row.at(Column.school_group);
        Optional<SchoolGroup> group = net.schoolGroups.find(Wording.key(name));
        boolean there = group.filter(SchoolGroup::isActive).isPresent() || fault(row, Column.school_group,
                name.isEmpty() ? "Vul in voor welke scholengroep deze persoon verantwoordelijk is."
                        : UnitRows.unknown("De scholengroep", name, group.isPresent()));
        return isBlank(row, Column.centre, RoleNames.of(Role.leader)) & there ? Optional.of(held(Role.leader, group.get().id()))
                : Optional.empty();
    }

    private static HeldRole held(Role role, UUID where) {
        return new HeldRole(role, Optional.of(where));
    }

    private void put(SheetRow row, Optional<HeldRole> held) {
        String email = Wording.email(row.at(Column.email));
        String name = firstRows.get(email).at(Column.name);
        NetPerson person = net.people.find(email).orElseGet(() -> new NetPerson(net.newId(), name, email, Set.of(), Optional.empty()));
        Set<HeldRole> roles = new HashSet<>(person.roles());
        held.ifPresent(roles::add);
        net.people.put(email, (Wording.clean(person.name()).equals(name) ? person : person.withName(name)).withRoles(roles)
                .withEnd(Optional.empty()));
    }
}
