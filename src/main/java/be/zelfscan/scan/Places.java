package be.zelfscan.scan;

import be.zelfscan.access.SignedIn;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.OrganisationRepository.Membership;
import be.zelfscan.organisation.Role;
import be.zelfscan.text.BelgianDutch;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Where somebody who signed in has something to do. */
@Singleton
class Places {
    private final OrganisationRepository organisations;

    Places(OrganisationRepository organisations) {
        this.organisations = organisations;
    }

    /** The centres first, then the school groups, then the net. */
    @ReadOnly
    List<ScanPages.Place> of(SignedIn person) {
        List<Membership> memberships = organisations.memberships(person.personId());
        Stream<ScanPages.Place> centres = memberships.stream().map(Membership::centreId).distinct().map(id -> centre(id, memberships));
        Stream<ScanPages.Place> schoolGroups = person.leader() ? organisations.schoolGroupsLedBy(person.personId()).stream()
                .map(group -> new ScanPages.Place("/scholengroep/" + group.id(), group.name(), Role.leader.label())) : Stream.of();
        Stream<ScanPages.Place> net = person.support() ? Stream.of(new ScanPages.Place("/rondes", "Alle rondes", Role.support.label()))
                : Stream.of();
        return Stream.of(centres, schoolGroups, net).flatMap(places -> places).toList();
    }

    private static ScanPages.Place centre(UUID centreId, List<Membership> memberships) {
        List<Membership> here = memberships.stream().filter(membership -> membership.centreId().equals(centreId)).toList();
        return new ScanPages.Place("/centrum/" + centreId, here.getFirst().centreName(),
                BelgianDutch.list(here.stream().map(Membership::role).map(Role::label).toList()));
    }
}
