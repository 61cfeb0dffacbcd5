package be.zelfscan.campaign;

import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.text.Names;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A centre as POC+ chooses and follows it.
 *
 * @param schoolGroups for which it works, by name
 */
public record CentreOfNet(UUID id, String name, boolean ended, List<SchoolGroup> schoolGroups) {
    /** A school group by which one chooses, with the number of the centres in question that work for it. */
    public record OfSchoolGroup(UUID id, String name, int centres) {}

    public CentreOfNet {
        schoolGroups = List.copyOf(schoolGroups);
    }

    CentreOfNet with(List<SchoolGroup> others) {
        return new CentreOfNet(id, name, ended, others);
    }

    boolean worksFor(UUID schoolGroupId) {
        return schoolGroups.stream().anyMatch(group -> group.id().equals(schoolGroupId));
    }

    /** The names of its school groups. */
    public String schoolGroupNames() {
        return String.join(", ", schoolGroups.stream().map(SchoolGroup::name).toList());
    }

    /** The school groups of these centres, by name. */
    static List<OfSchoolGroup> bySchoolGroup(List<CentreOfNet> centres) {
        return centres.stream().flatMap(centre -> centre.schoolGroups().stream())
                .collect(Collectors.groupingBy(group -> group, Collectors.counting())).entrySet().stream()
                .map(counted -> new OfSchoolGroup(counted.getKey().id(), counted.getKey().name(), counted.getValue().intValue()))
                .sorted(Comparator.comparing(OfSchoolGroup::name, Names.IN_ORDER).thenComparing(OfSchoolGroup::id)).toList();
    }
}
