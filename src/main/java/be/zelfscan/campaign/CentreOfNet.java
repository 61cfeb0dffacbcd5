package be.zelfscan.campaign;

import java.util.List;
import java.util.UUID;

/**
 * A centre as POC+ chooses and follows it.
 *
 * @param schoolGroups for which it works, by name
 */
public record CentreOfNet(UUID id, String name, boolean ended, List<Group> schoolGroups) {
    /** A school group, by name. */
    public record Group(UUID id, String name) {}

    public CentreOfNet {
        schoolGroups = List.copyOf(schoolGroups);
    }

    boolean worksFor(UUID schoolGroupId) {
        return schoolGroups.stream().anyMatch(group -> group.id().equals(schoolGroupId));
    }

    /** The names of its school groups. */
    public String schoolGroupNames() {
        return String.join(", ", schoolGroups.stream().map(Group::name).toList());
    }
}
