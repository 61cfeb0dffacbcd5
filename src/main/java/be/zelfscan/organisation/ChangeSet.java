package be.zelfscan.organisation;

import java.util.List;

/** What is to be saved: each thing that is new or differs, as it has to be afterwards. */
public record ChangeSet(List<SchoolGroup> schoolGroups, List<NetCentre> centres, List<Site> sites, List<NetPerson> people) {
    static ChangeSet of(SchoolGroup group) {
        return new ChangeSet(List.of(group), List.of(), List.of(), List.of());
    }

    static ChangeSet of(NetCentre centre) {
        return new ChangeSet(List.of(), List.of(centre), List.of(), List.of());
    }

    static ChangeSet of(Site site) {
        return new ChangeSet(List.of(), List.of(), List.of(site), List.of());
    }

    static ChangeSet of(NetPerson person) {
        return new ChangeSet(List.of(), List.of(), List.of(), List.of(person));
    }

    public boolean isEmpty() {
        return schoolGroups.isEmpty() && centres.isEmpty() && sites.isEmpty() && people.isEmpty();
    }
}
