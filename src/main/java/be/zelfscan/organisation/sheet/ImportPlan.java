package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.Endable;
import be.zelfscan.organisation.Net;
import be.zelfscan.organisation.NetRepository;
import be.zelfscan.organisation.PersonWithRoles;
import be.zelfscan.organisation.PersonWithRoles.HeldRole;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.organisation.Site;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Names;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What an import will do.
 *
 * @param lines what happens to each thing that the file names
 * @param roleChanges by person, in words, for the log
 */
record ImportPlan(NetRepository.Changes changes, List<PlanLine> lines, Map<UUID, String> roleChanges) {
    enum Fate {
        added, changed, same
    }

    /**
     * What happens to one thing.
     *
     * @param words what it becomes; empty when nothing of it changes
     */
    record PlanLine(SheetRow.Kind kind, Fate fate, String name, String words) {}

    long count(SheetRow.Kind kind, Fate fate) {
        return lines.stream().filter(line -> line.kind() == kind && line.fate() == fate).count();
    }

    /** The same for as long as an import would do the same, on whichever instance. */
    String fingerprint() {
        return UUID.nameUUIDFromBytes(lines.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The net while a sheet is put into it, by key; remembers what the sheet named. Not thread-safe; for one import. */
    static final class Builder {
        /** ByKey of one kind, by key. */
        static final class ByKey<T extends Endable> {
            private final Map<String, T> before = new HashMap<>();
            private final Map<String, T> named = new LinkedHashMap<>();

            private ByKey(List<T> all, Function<T, String> key) {
                all.forEach(one -> before.put(key.apply(one), one));
            }

            Optional<T> find(String key) {
                return Optional.ofNullable(named.get(key)).or(() -> Optional.ofNullable(before.get(key)));
            }

            Optional<T> before(String key) {
                return Optional.ofNullable(before.get(key));
            }

            boolean isNamed(String key) {
                return named.containsKey(key);
            }

            void put(String key, T one) {
                named.put(key, one);
            }

            private List<T> changed() {
                return named.entrySet().stream().filter(one -> !one.getValue().equals(before.get(one.getKey()))).map(Map.Entry::getValue)
                        .toList();
            }

            Stream<T> active() {
                return all().stream().filter(Endable::isActive);
            }

            private List<T> all() {
                Map<String, T> all = new LinkedHashMap<>(before);
                all.putAll(named);
                return List.copyOf(all.values());
            }
        }

        private final Supplier<UUID> ids;
        final ByKey<SchoolGroup> schoolGroups;
        final ByKey<Centre> centres;
        final ByKey<Site> sites;
        final ByKey<PersonWithRoles> people;

        Builder(Net net, Supplier<UUID> ids) {
            this.ids = ids;
            schoolGroups = new ByKey<>(net.schoolGroups(), group -> Names.key(group.name()));
            centres = new ByKey<>(net.centres(), centre -> Names.key(centre.name()));
            sites = new ByKey<>(net.sites(), site -> siteKey(site.centreId(), site.name()));
            people = new ByKey<>(net.people(), PersonWithRoles::email);
        }

        static String siteKey(UUID centre, String name) {
            return centre + " " + Names.key(name);
        }

        UUID newId() {
            return ids.get();
        }

        ImportPlan plan() {
            Map<UUID, String> names = new HashMap<>();
            schoolGroups.all().forEach(group -> names.put(group.id(), group.name()));
            centres.all().forEach(centre -> names.put(centre.id(), centre.name()));
            List<PlanLine> lines = new ArrayList<>();
            lines(lines, SheetRow.Kind.school_group, schoolGroups, SchoolGroup::name, (before, group) -> List.of());
            lines(lines, SheetRow.Kind.centre, centres, Centre::name, (before, centre) -> {
                Set<UUID> old = before.map(Centre::schoolGroups).orElse(Set.of());
                return Stream.concat(in(names, centre.schoolGroups(), old).map(name -> "werkt voor " + name),
                        in(names, old, centre.schoolGroups()).map(name -> "niet meer voor " + name + ", die beëindigd is")).toList();
            });
            lines(lines, SheetRow.Kind.site, sites, site -> site.name() + " (" + names.get(site.centreId()) + ")",
                    (before, site) -> List.of());
            Map<UUID, String> roleChanges = new HashMap<>();
            lines(lines, SheetRow.Kind.person, people, person -> person.name() + " (" + EmailAddress.shown(person.email()) + ")",
                    (before, person) -> {
                        Optional<String> roles = HeldRole.changes(names::get, before.map(PersonWithRoles::roles).orElse(Set.of()),
                                person.roles());
                        roles.ifPresent(words -> roleChanges.put(person.id(), words));
                        return Stream
                                .concat(before.filter(old -> !old.name().equals(person.name())).map(old -> "heette " + old.name()).stream(),
                                        roles.stream())
                                .toList();
                    });
            return new ImportPlan(new NetRepository.Changes(schoolGroups.changed(), centres.changed(), sites.changed(), people.changed()),
                    List.copyOf(lines), Map.copyOf(roleChanges));
        }

        /** The names of those that are not among the others. */
        private static Stream<String> in(Map<UUID, String> names, Set<UUID> these, Set<UUID> others) {
            return these.stream().filter(one -> !others.contains(one)).map(names::get).sorted(Names.IN_ORDER);
        }

        private interface ChangeInWords<T> {
            List<String> of(Optional<T> before, T after);
        }

        private static <T extends Endable> void lines(List<PlanLine> lines, SheetRow.Kind kind, ByKey<T> all, Function<T, String> name,
                ChangeInWords<T> words) {
            all.named.forEach((key, after) -> {
                Optional<T> before = all.before(key);
                boolean same = before.filter(after::equals).isPresent();
                boolean resumed = before.filter(old -> !old.isActive() && after.isActive()).isPresent();
                Stream<String> said = same ? Stream.of()
                        : Stream.concat(resumed ? Stream.of(kind == SheetRow.Kind.person ? "weer actief" : "weer in gebruik") : Stream.of(),
                                words.of(before, after).stream());
                lines.add(new PlanLine(kind, before.isEmpty() ? Fate.added : same ? Fate.same : Fate.changed, name.apply(after),
                        String.join("; ", said.toList())));
            });
        }
    }
}
