package be.zelfscan.organisation;

import java.util.EnumSet;
import java.util.Set;

/** What a person is for a centre. */
public enum Role {
    member("lid van het beleidsteam"), coordinator("beleidsondersteuner"), director("directeur"),
    /** Leads a school group for which the centre works. */
    leader("verantwoordelijke van een scholengroep"),
    /** Of the team that supports the whole net. */
    support("POC+");

    /** The roles that one has in one centre, as its memberships hold them. */
    public static final Set<Role> OF_CENTRE = Set.copyOf(EnumSet.range(member, director));

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** As the interface words it. */
    public String label() {
        return label;
    }
}
