package be.zelfscan.organisation;

import be.zelfscan.text.Names;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person with what they are in the net, as the support team manages them.
 *
 * @param email in lower case; it identifies the person
 */
public record PersonWithRoles(UUID id, String name, String email, Set<HeldRole> roles, Optional<LocalDate> endedOn) implements Endable {
    public PersonWithRoles {
        roles = Set.copyOf(roles);
    }

    public PersonWithRoles withName(String other) {
        return new PersonWithRoles(id, other, email, roles, endedOn);
    }

    public PersonWithRoles withRoles(Set<HeldRole> others) {
        return new PersonWithRoles(id, name, email, others, endedOn);
    }

    public PersonWithRoles withEnd(Optional<LocalDate> end) {
        return new PersonWithRoles(id, name, email, roles, end);
    }

    boolean isSupport() {
        return roles.contains(HeldRole.SUPPORT);
    }

    /**
     * A role that somebody has.
     *
     * @param where the centre, or for a leader the school group; empty for the support team
     */
    public record HeldRole(Role role, Optional<UUID> where) {
        static final HeldRole SUPPORT = new HeldRole(Role.support, Optional.empty());

        private static final int LONGEST = 2000;

        /**
         * In words: directeur van Centrum Noord.
         *
         * @param nameOf the name of a centre or school group
         */
        String words(Function<UUID, String> nameOf) {
            return where.map(id -> switch (role) {
                case leader -> "verantwoordelijke van ";
                case member -> role.label() + ", ";
                case coordinator, director, support -> role.label() + " van ";
            } + nameOf.apply(id)).orElseGet(role::label);
        }

        /**
         * What changed in somebody's roles, for the log; empty when nothing did.
         *
         * @param nameOf the name of a centre or school group
         */
        public static Optional<String> changes(Function<UUID, String> nameOf, Set<HeldRole> before, Set<HeldRole> after) {
            String all = Stream.concat(added("erbij: ", nameOf, before, after), added("weg: ", nameOf, after, before))
                    .collect(Collectors.joining("; "));
            return all.isEmpty() ? Optional.empty() : Optional.of(all.length() > LONGEST ? all.substring(0, LONGEST) : all);
        }

        private static Stream<String> added(String word, Function<UUID, String> nameOf, Set<HeldRole> before, Set<HeldRole> after) {
            return after.stream().filter(held -> !before.contains(held)).map(held -> held.words(nameOf)).sorted(Names.IN_ORDER)
                    .map(word::concat);
        }
    }
}
