package be.zelfscan.campaign;

import be.zelfscan.access.NotAllowed;
import be.zelfscan.access.Permission;
import be.zelfscan.access.SignedIn;
import be.zelfscan.organisation.Role;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The centres that work for a school group, with what they sent, for who leads it and for POC+. */
@Singleton
public class SchoolGroupReading {
    /** A school group with what its centres sent. */
    public record Sheet(CentreOfNet.Group group, List<String> centres, List<SchoolGroupRepository.SentRow> rows) {}

    private final SchoolGroupRepository schoolGroups;

    SchoolGroupReading(SchoolGroupRepository schoolGroups) {
        this.schoolGroups = schoolGroups;
    }

    /** @throws NotAllowed when this person does not lead the school group, nor is of POC+ */
    @ReadOnly
    public Sheet of(UUID schoolGroupId, SignedIn person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(person.rolesInNet());
        if (person.leader() && schoolGroups.isLedBy(schoolGroupId, person.personId())) {
            roles.add(Role.leader);
        }
        Permission.see_school_group.require(roles);
        CentreOfNet.Group group = schoolGroups.find(schoolGroupId).orElseThrow(NotAllowed::notYours);
        return new Sheet(group, schoolGroups.centres(schoolGroupId), schoolGroups.sent(schoolGroupId));
    }
}
