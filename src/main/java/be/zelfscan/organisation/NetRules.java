package be.zelfscan.organisation;

import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Names;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.FormRefusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What may be changed in the net as it is. Pure. */
final class NetRules {
    static final String NAME = "naam";
    static final String EMAIL = "email";
    static final String SCHOOL_GROUPS = "scholengroep";
    static final String NEW_ROLE = "nieuweRol";
    static final String WHOLE = "";

    private NetRules() {}

    static List<Reason> of(Net net, SchoolGroup group) {
        return name(group.id(), group.name(), net.schoolGroups(), SchoolGroup::id, SchoolGroup::name, "een scholengroep");
    }

    static List<Reason> of(Net net, Centre centre) {
        List<Reason> reasons = new ArrayList<>(
                name(centre.id(), centre.name(), net.centres(), Centre::id, Centre::name, "een centrum"));
        if (centre.isActive() && activeGroups(net, centre).isEmpty()) {
            reasons.add(Reason.typed(SCHOOL_GROUPS, "Kies minstens één scholengroep waarvoor dit centrum werkt."));
        }
        return reasons;
    }

    static List<SchoolGroup> activeGroups(Net net, Centre centre) {
        return net.schoolGroups().stream().filter(group -> group.isActive() && centre.schoolGroups().contains(group.id())).toList();
    }

    static List<Reason> of(Net net, Site site) {
        return name(site.id(), site.name(), net.sitesOf(site.centreId()), Site::id, Site::name, "een vestiging van dit centrum");
    }

    private static <T extends Endable> List<Reason> name(UUID own, String name, List<T> all, Function<T, UUID> id,
            Function<T, String> named,
            String what) {
        Optional<String> problem = Names.problem(name);
        return problem.isPresent() ? List.of(Reason.typed(NAME, problem.get()))
                : all.stream().filter(other -> !id.apply(other).equals(own) && Names.key(named.apply(other)).equals(Names.key(name)))
                        .map(other -> Reason.inTheWay(NAME, taken(other, what, named.apply(other)))).toList();
    }

    private static String taken(Endable other, String what, String name) {
        return other.isActive() ? "Er is al %s met de naam ‘%s’. Kies een andere naam.".formatted(what, name)
                : "Er was al %s met de naam ‘%s’, die beëindigd is. Neem die weer in gebruik, of kies een andere naam.".formatted(what,
                        name);
    }

    static List<Reason> of(Net net, PersonWithRoles person) {
        List<Reason> reasons = new ArrayList<>();
        Names.problem(person.name()).map(problem -> Reason.typed(NAME, problem)).ifPresent(reasons::add);
        EmailAddress.problem(person.email()).map(problem -> Reason.typed(EMAIL, problem)).ifPresentOrElse(reasons::add,
                () -> net.people().stream().filter(other -> !other.id().equals(person.id()) && other.email().equals(person.email()))
                        .map(other -> Reason.inTheWay(EMAIL, taken(other))).forEach(reasons::add));
        lastOfSupport(net, person).ifPresent(reasons::add);
        return reasons;
    }

    private static String taken(PersonWithRoles other) {
        return other.isActive() ? "Dit e-mailadres is al van %s. Geef die persoon er een rol bij.".formatted(other.name())
                : "Dit e-mailadres was van %s, die niet meer actief is. Maak die persoon weer actief.".formatted(other.name());
    }

    /** Somebody has to be left who can manage the net. */
    static Optional<Reason> lastOfSupport(Net net, PersonWithRoles person) {
        boolean remains = Stream.concat(net.people().stream().filter(other -> !other.id().equals(person.id())), Stream.of(person))
                .anyMatch(other -> other.isActive() && other.isSupport());
        boolean had = net.person(person.id()).filter(PersonWithRoles::isSupport).isPresent();
        return had && !remains
                ? Optional.of(
                        Reason.inTheWay(WHOLE, "%s is de laatste van POC+. Geef eerst iemand anders de rol POC+.".formatted(person.name())))
                : Optional.empty();
    }

    /** A school group goes on as long as a centre works for it. */
    static Optional<Reason> end(Net net, NetPart part) {
        return part instanceof SchoolGroup group ? stillWorkedFor(net, group) : Optional.empty();
    }

    /** A centre that goes on works for a school group that does. */
    static List<Reason> resume(Net net, NetPart part) {
        return part instanceof Centre centre ? of(net, centre.withEnd(Optional.empty())) : List.of();
    }

    private static Optional<Reason> stillWorkedFor(Net net, SchoolGroup group) {
        List<String> left = net.centresOf(group.id()).stream().filter(Centre::isActive).map(Centre::name).toList();
        return left.isEmpty() ? Optional.empty()
                : Optional.of(Reason.inTheWay(WHOLE,
                        ("Voor deze scholengroep %s nog %s. Geef dat centrum eerst een andere scholengroep, of beëindig het.")
                                .formatted(left.size() == 1 ? "werkt" : "werken", BelgianDutch.list(left))));
    }

    /** A role of a centre or school group that goes on. */
    static Optional<Reason> newRole(Net net, Role role, Optional<UUID> where) {
        boolean there = switch (role) {
            case member, coordinator, director -> where.flatMap(net::centre).filter(Centre::isActive).isPresent();
            case leader -> where.flatMap(net::schoolGroup).filter(SchoolGroup::isActive).isPresent();
            case support -> where.isEmpty();
        };
        return there ? Optional.empty() : Optional.of(Reason.typed(NEW_ROLE, switch (role) {
            case member, coordinator, director -> "Kies bij de rol ‘%s’ het centrum.".formatted(role.label());
            case leader -> "Kies bij de rol ‘%s’ de scholengroep.".formatted(role.label());
            case support -> "De rol POC+ geldt voor het hele net: laat het centrum of de scholengroep leeg.";
        }));
    }

    static Optional<Reason> knownGroups(Net net, Set<UUID> groups) {
        return groups.stream().allMatch(id -> net.schoolGroup(id).isPresent()) ? Optional.empty()
                : Optional.of(Reason.typed(SCHOOL_GROUPS, "Een gekozen scholengroep bestaat niet (meer). Kies opnieuw."));
    }
}
