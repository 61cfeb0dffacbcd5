package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.Net;
import be.zelfscan.organisation.PersonWithRoles;
import be.zelfscan.organisation.PersonWithRoles.HeldRole;
import be.zelfscan.organisation.Role;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.organisation.Site;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A net for the rules: two school groups and one that ended, two centres and one that ended, names that a spreadsheet would take for
 * formulas.
 */
final class SmallNet {
    static final UUID NORTH = UUID.randomUUID();
    static final UUID SOUTH = UUID.randomUUID();
    static final UUID GONE = UUID.randomUUID();
    static final UUID TOWER = UUID.randomUUID();
    static final UUID FORMULA = UUID.randomUUID();
    static final UUID CLOSED = UUID.randomUUID();
    static final UUID TINE = UUID.randomUUID();
    private static final Optional<LocalDate> ENDED = Optional.of(LocalDate.of(2026, 6, 30));

    private SmallNet() {}

    static Net net() {
        return new Net(
                List.of(new SchoolGroup(NORTH, "Groep Noord", Optional.empty()),
                        new SchoolGroup(SOUTH, "Groep; \"Zuid\", en meer", Optional.empty()),
                        new SchoolGroup(GONE, "Groep Weg", ENDED)),
                List.of(new Centre(TOWER, "Centrum Toren", Set.of(NORTH, SOUTH), Optional.empty()),
                        new Centre(FORMULA, "=Centrum+1", Set.of(NORTH), Optional.empty()),
                        new Centre(CLOSED, "Centrum Dicht", Set.of(GONE), ENDED)),
                List.of(new Site(UUID.randomUUID(), TOWER, "-Vestiging", Optional.empty()),
                        new Site(UUID.randomUUID(), CLOSED, "Vestiging van toen", Optional.empty())),
                List.of(new PersonWithRoles(TINE, "'t Tine", "tine@test.example",
                        Set.of(held(Role.director, TOWER), held(Role.member, FORMULA), held(Role.leader, SOUTH),
                                held(Role.director, CLOSED),
                                new HeldRole(Role.support, Optional.empty())),
                        Optional.empty()),
                        new PersonWithRoles(UUID.randomUUID(), "@Zonder Rol", "zonder@test.example", Set.of(), Optional.empty()),
                        new PersonWithRoles(UUID.randomUUID(), "Weg Gegaan", "weg@test.example", Set.of(), ENDED)));
    }

    static HeldRole held(Role role, UUID where) {
        return new HeldRole(role, Optional.of(where));
    }
}
