package be.zelfscan.organisation;

import be.zelfscan.organisation.OrganisationPages.Group;
import be.zelfscan.organisation.OrganisationPages.Line;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Names;
import be.zelfscan.text.BelgianDutch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The net as lists, as far as it is looked for. Pure. */
final class NetLists {
    private final Net net;
    private final String search;
    private final Map<UUID, Long> sites;
    private final Map<UUID, Long> people;

    NetLists(Net net, String search) {
        this.net = net;
        this.search = search;
        this.sites = net.sites().stream().filter(Site::isActive).collect(Collectors.groupingBy(Site::centreId, Collectors.counting()));
        this.people = net.people().stream()
                .flatMap(person -> person.roles().stream().map(HeldRole::where).flatMap(Optional::stream).distinct())
                .collect(Collectors.groupingBy(where -> where, Collectors.counting()));
    }

    private boolean isFound(String... texts) {
        return Stream.of(texts).anyMatch(text -> Names.contains(text, search));
    }

    private boolean isFound(NetCentre centre) {
        return isFound(centre.name()) || !search.isEmpty() && net.sitesOf(centre.id()).stream().anyMatch(site -> isFound(site.name()));
    }

    /** The school groups that go on, with their centres; of one that is found by its own name, all. */
    List<Group> groups() {
        Map<UUID, List<NetCentre>> byGroup = new HashMap<>();
        Set<NetCentre> found = net.centres().stream().filter(this::isFound).collect(Collectors.toCollection(HashSet::new));
        net.centres().stream().filter(NetCentre::isActive).forEach(
                centre -> centre.schoolGroups().forEach(group -> byGroup.computeIfAbsent(group, id -> new ArrayList<>()).add(centre)));
        return net.schoolGroups().stream().filter(SchoolGroup::isActive).flatMap(group -> {
            boolean all = isFound(group.name());
            List<Line> centres = byGroup.getOrDefault(group.id(), List.of()).stream().filter(centre -> all || found.contains(centre))
                    .map(centre -> line(centre, group.id())).toList();
            return all || !centres.isEmpty()
                    ? Stream.of(new Group(SchoolGroupManagementController.address(group.id()), group.name(), centres)) : Stream.empty();
        }).toList();
    }

    List<Line> withoutGroup() {
        return net.centres().stream().filter(centre -> centre.isActive() && centre.schoolGroups().isEmpty() && isFound(centre))
                .map(this::line).toList();
    }

    List<Line> ended() {
        return Stream.concat(
                net.schoolGroups().stream().filter(group -> !group.isActive() && isFound(group.name()))
                        .map(group -> new Line(SchoolGroupManagementController.address(group.id()), group.name(),
                                "scholengroep, " + group.state())),
                net.centres().stream().filter(centre -> !centre.isActive() && isFound(centre))
                        .map(centre -> new Line(CentreManagementController.address(centre.id()), centre.name(),
                                "centrum, " + centre.state())))
                .toList();
    }

    Line line(NetCentre centre) {
        return line(centre, Net.ID);
    }

    private Line line(NetCentre centre, UUID here) {
        List<String> others = centre.schoolGroups().stream().filter(group -> !group.equals(here)).map(net::nameOf).sorted(Names.IN_ORDER)
                .toList();
        List<String> words = new ArrayList<>();
        if (!here.equals(Net.ID) && !others.isEmpty()) {
            words.add("ook voor " + BelgianDutch.list(others));
        }
        count(sites.getOrDefault(centre.id(), 0L), "vestiging", "vestigingen").ifPresent(words::add);
        count(people.getOrDefault(centre.id(), 0L), "persoon", "mensen").ifPresent(words::add);
        return new Line(CentreManagementController.address(centre.id()), centre.name(),
                centre.isActive() ? String.join(" · ", words) : centre.state());
    }

    private static Optional<String> count(long number, String one, String several) {
        return number == 0 ? Optional.empty() : Optional.of(BelgianDutch.counted(number, one, several));
    }

    /** Found people, in order of name. */
    List<NetPerson> people() {
        return net.people().stream().filter(person -> isFound(person.name(), person.email(), EmailAddress.shown(person.email()))).toList();
    }

    Line line(NetPerson person) {
        String roles = String.join(" · ", person.roles().stream().map(net::words).sorted(Names.IN_ORDER).toList());
        return new Line(PersonController.address(person.id()), person.name(),
                EmailAddress.shown(person.email())
                        + (person.isActive() ? roles.isEmpty() ? " · nog geen rol" : " · " + roles : ", niet actief sinds " + day(person)));
    }

    /** Somebody within one centre or school group. */
    Line line(NetPerson person, UUID where) {
        return new Line(PersonController.address(person.id()), person.name(), BelgianDutch.list(person.roles().stream()
                .filter(held -> held.where().filter(where::equals).isPresent()).map(HeldRole::role).sorted().map(Role::label).toList()));
    }

    static Line line(Site site) {
        return new Line(SiteController.PATH + "/" + site.id(), site.name(), site.isActive() ? "" : site.state());
    }

    private static String day(Endable ended) {
        return ended.endedOn().map(BelgianDutch::date).orElse("");
    }
}
