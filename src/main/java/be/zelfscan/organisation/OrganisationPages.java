package be.zelfscan.organisation;

import be.zelfscan.organisation.OrganisationPages.EndingWords;
import be.zelfscan.organisation.PersonWithRoles.HeldRole;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Names;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Confirmation;
import be.zelfscan.web.Confirmation.Fact;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.FormRefusal.Reason;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpResponse;
import java.net.URI;
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

/** What the pages of the net show; the templates of {@code src/main/jte/organisation} take these. */
public final class OrganisationPages {
    static final String OVERVIEW = "Scholengroepen en centra";
    static final String AGAIN = "Je kan dit later terugdraaien op dezelfde pagina.";
    private static final String END = "/einde";

    private OrganisationPages() {}

    /** A line of a list. */
    public record Line(String address, String name, String words) {}

    /**
     * A school group in the overview.
     *
     * @param centres those that are shown of it
     */
    public record Group(String address, String name, List<Line> centres) {}

    /**
     * Why a form came back.
     *
     * @param overtaken in what the typed differs from what somebody else kept meanwhile
     * @param seen the version of what its reader was shown, where the form shows what was typed
     */
    public record Problems(List<Reason> reasons, List<FormContent.Difference> overtaken, Optional<String> seen) {
        static final Problems NONE = new Problems(List.of(), List.of(), Optional.empty());

        /** With a form that shows again what is kept. */
        static Problems of(FormRefusal refused) {
            return new Problems(refused.reasons(), List.of(), Optional.empty());
        }

        /** With a form that shows what was typed. */
        static Problems of(FormRefusal refused, String seen) {
            return new Problems(refused.reasons(), List.of(), Optional.of(seen));
        }

        static Problems of(Overtaken overtaken) {
            return new Problems(List.of(), overtaken.differences(), Optional.of(overtaken.version()));
        }

        /** Of a field; empty when it is right. */
        public String at(String field) {
            return String.join(" ", reasons.stream().filter(reason -> reason.field().equals(field)).map(Reason::sentence).toList());
        }

        public boolean isEmpty() {
            return reasons.isEmpty() && overtaken.isEmpty();
        }
    }

    /**
     * What stands above and around the form of one thing.
     *
     * @param version of what is edited, as far as the reader of this form was shown it; empty for something new
     */
    public record Frame(PageLayout layout, String notice, Problems problems, String action, String version) {
        static Frame ofNew(PageLayout layout, Problems problems, String action) {
            return new Frame(layout, "", problems, action, "");
        }

        static Frame of(PageLayout layout, String notice, Problems problems, String action, FormContent kept) {
            return new Frame(layout, notice, problems, action, problems.seen().orElse(kept.version()));
        }
    }

    /**
     * How one thing ends, or goes on again.
     *
     * @param action while it goes on, the page that asks first
     * @param ended the day, in words; empty while it goes on
     */
    public record Ending(String action, String ended, EndingWords words) {
        static Ending of(Endable thing, String address) {
            return new Ending(address + (thing.isActive() ? END : "/hervatting"),
                    thing.endedOn().map(BelgianDutch::date).orElse(""), EndingWords.of(thing));
        }
    }

    /** The page in between, before a thing ends: about whom it is, what happens and what becomes impossible. It changes nothing. */
    static HttpResponse<?> askEnd(Templates templates, PageLayout layout, Endable thing, String address, String above, String lead,
            List<Fact> facts,
            List<String> happens, String impossible) {
        return thing.isActive()
                ? templates.page("layout/confirmation",
                        new Confirmation(layout, above, lead, facts, happens, impossible, address + END, List.of(),
                                EndingWords.of(thing).end(), address))
                : HttpResponse.seeOther(URI.create(address));
    }

    static List<String> orNone(List<String> names) {
        return names.isEmpty() ? List.of("geen") : names;
    }

    /**
     * What ending is called: a thing ends, a person does not.
     *
     * @param ended stands before the day on which it ended
     */
    public record EndingWords(String end, String ended, String resume) {
        static EndingWords of(Endable thing) {
            return switch (thing) {
                case SchoolGroup group -> of("deze scholengroep");
                case Centre centre -> of("dit centrum");
                case Site site -> of("deze vestiging");
                case PersonWithRoles person -> new EndingWords("Zet deze persoon op niet-actief", "Niet actief sinds",
                        "Maak deze persoon weer actief");
            };
        }

        private static EndingWords of(String what) {
            return new EndingWords("Beëindig " + what, "Beëindigd op", "Neem " + what + " weer in gebruik");
        }
    }

    /** Something that can be chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /** The net as lists, as far as it is looked for. Pure. */
    static final class NetLists {
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

        private boolean isFound(Centre centre) {
            return isFound(centre.name()) || !search.isEmpty() && net.sitesOf(centre.id()).stream().anyMatch(site -> isFound(site.name()));
        }

        /** The school groups that go on, with their centres; of one that is found by its own name, all. */
        List<Group> groups() {
            Map<UUID, List<Centre>> byGroup = new HashMap<>();
            Set<Centre> found = net.centres().stream().filter(this::isFound).collect(Collectors.toCollection(HashSet::new));
            net.centres().stream().filter(Centre::isActive).forEach(
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

        Line line(Centre centre) {
            return line(centre, Net.ID);
        }

        private Line line(Centre centre, UUID here) {
            List<String> others = centre.schoolGroups().stream().filter(group -> !group.equals(here)).map(net::nameOf)
                    .sorted(Names.IN_ORDER)
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
        List<PersonWithRoles> people() {
            return net.people().stream().filter(person -> isFound(person.name(), person.email(), EmailAddress.shown(person.email())))
                    .toList();
        }

        Line line(PersonWithRoles person) {
            String roles = String.join(" · ", person.roles().stream().map(net::words).sorted(Names.IN_ORDER).toList());
            return new Line(PersonController.address(person.id()), person.name(),
                    EmailAddress.shown(person.email())
                            + (person.isActive() ? roles.isEmpty() ? " · nog geen rol" : " · " + roles
                                    : ", niet actief sinds " + day(person)));
        }

        /** Somebody within one centre or school group. */
        Line line(PersonWithRoles person, UUID where) {
            return new Line(PersonController.address(person.id()), person.name(), BelgianDutch.list(person.roles().stream()
                    .filter(held -> held.where().filter(where::equals).isPresent()).map(HeldRole::role).sorted().map(Role::label)
                    .toList()));
        }

        static Line line(Site site) {
            return new Line(CentreManagementController.siteAddress(site.id()), site.name(), site.isActive() ? "" : site.state());
        }

        private static String day(Endable ended) {
            return ended.endedOn().map(BelgianDutch::date).orElse("");
        }
    }
}
