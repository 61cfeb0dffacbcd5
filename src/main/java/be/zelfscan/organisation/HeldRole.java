package be.zelfscan.organisation;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A role that somebody has.
 *
 * @param where the centre, or for a leader the school group; empty for the support team
 */
public record HeldRole(Role role, Optional<UUID> where) {
    static final HeldRole SUPPORT = new HeldRole(Role.support, Optional.empty());

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
}
