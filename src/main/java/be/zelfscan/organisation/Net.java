package be.zelfscan.organisation;

import be.zelfscan.organisation.PersonWithRoles.HeldRole;
import be.zelfscan.web.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The whole net as it is: small enough to hold at once, so that every rule over it is a plain function. Each list is in order of name. */
public record Net(List<SchoolGroup> schoolGroups, List<Centre> centres, List<Site> sites, List<PersonWithRoles> people) {

    /** The net as the subject of an entry in the log. */
    public static final UUID ID = new UUID(0, 0);

    public Optional<SchoolGroup> schoolGroup(UUID id) {
        return schoolGroups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public Optional<Centre> centre(UUID id) {
        return centres.stream().filter(centre -> centre.id().equals(id)).findFirst();
    }

    public Optional<Site> site(UUID id) {
        return sites.stream().filter(site -> site.id().equals(id)).findFirst();
    }

    public Optional<PersonWithRoles> person(UUID id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    public List<Centre> centresOf(UUID schoolGroup) {
        return centres.stream().filter(centre -> centre.schoolGroups().contains(schoolGroup)).toList();
    }

    public List<Site> sitesOf(UUID centre) {
        return sites.stream().filter(site -> site.centreId().equals(centre)).toList();
    }

    /** Who has a role in this centre or school group. */
    public List<PersonWithRoles> peopleOf(UUID where) {
        return people.stream().filter(person -> person.roles().stream().anyMatch(role -> role.where().filter(where::equals).isPresent()))
                .toList();
    }

    /** The name of a centre or school group. */
    public String nameOf(UUID where) {
        return centre(where).map(Centre::name).or(() -> schoolGroup(where).map(SchoolGroup::name)).orElse("");
    }

    /** A role in words: directeur van Centrum Noord. */
    public String words(HeldRole held) {
        return held.words(this::nameOf);
    }

    static Refusal noSchoolGroup() {
        return notThere("Deze scholengroep");
    }

    static Refusal noCentre() {
        return notThere("Dit centrum");
    }

    static Refusal noSite() {
        return notThere("Deze vestiging");
    }

    static Refusal noPerson() {
        return notThere("Deze persoon");
    }

    private static Refusal notThere(String what) {
        return Refusal.notFound(what + " bestaat niet (meer). Ga terug naar de lijst van scholengroepen en centra en kies opnieuw.");
    }
}
