package be.zelfscan.report.opening;

import be.zelfscan.access.AccessRepository;
import be.zelfscan.access.Permission;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Role;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The openings of a centre, and to whom it can open. */
@Singleton
public class ReadOpenings {
    /**
     * The openings of a centre.
     *
     * @param mayChange whether whoever reads it may open and end
     */
    record Read(String centre, List<Opening> openings, List<OpeningRepository.Choice> choices, boolean mayChange) {}

    private final OpeningRepository openings;
    private final OrganisationRepository organisations;
    private final AccessRepository access;

    ReadOpenings(OpeningRepository openings, OrganisationRepository organisations, AccessRepository access) {
        this.openings = openings;
        this.organisations = organisations;
        this.access = access;
    }

    /** @throws be.zelfscan.access.NotAllowed when the person is not of this centre */
    @ReadOnly
    Read of(UUID centreId, UUID personId) {
        Set<Role> roles = access.roles(personId, centreId);
        Permission.see_comparison.require(roles);
        return new Read(organisations.centre(centreId).orElseThrow(OpeningRefused::notFound).name(), openings.of(centreId),
                openings.choices(centreId), Permission.open_result.allowed(roles));
    }
}
