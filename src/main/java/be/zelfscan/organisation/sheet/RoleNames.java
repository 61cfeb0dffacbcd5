package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.Role;
import be.zelfscan.text.Names;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Roles as a sheet writes them. Pure. */
final class RoleNames {
    private static final Map<Role, List<String>> NAMES = new EnumMap<>(Map.of(Role.member, List.of("lid"), Role.coordinator,
            List.of("beleidsondersteuner", "kwaliteitscoördinator"), Role.director, List.of("directeur"), Role.leader,
            List.of("verantwoordelijke"), Role.support, List.of("POC+")));

    private RoleNames() {}

    static String of(Role role) {
        return NAMES.get(role).getFirst();
    }

    static Optional<Role> read(String text) {
        String key = Names.key(text);
        return Stream.of(Role.values()).filter(role -> Stream.concat(NAMES.get(role).stream(), Stream.of(role.label()))
                .anyMatch(name -> Names.key(name).equals(key))).findFirst();
    }

    /** lid, beleidsondersteuner, directeur, verantwoordelijke, POC+. */
    static List<String> all() {
        return Stream.of(Role.values()).map(RoleNames::of).toList();
    }
}
