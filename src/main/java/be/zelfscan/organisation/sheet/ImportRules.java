package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.Net;
import be.zelfscan.organisation.PersonWithRoles;
import be.zelfscan.organisation.PersonWithRoles.HeldRole;
import be.zelfscan.organisation.Role;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.organisation.Site;
import be.zelfscan.organisation.sheet.ImportPlan.Builder;
import be.zelfscan.organisation.sheet.SheetContent.Fault;
import be.zelfscan.organisation.sheet.SheetKind.SheetColumn;
import be.zelfscan.organisation.sheet.SheetKind.RoleNames;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Names;
import be.zelfscan.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a sheet does to the net as it is. It adds and amends, and takes nothing away: what it does not name stays, but for school groups
 * that ended, of a centre that goes on again. Names and addresses are the keys, compared without case and surrounding spaces. Pure.
 */
final class ImportRules {
    /** What came of it: all faults, or the plan when there is none. */
    sealed interface Verdict {
        record Faulty(List<Fault> faults) implements Verdict {}

        record Sound(ImportPlan plan) implements Verdict {}
    }

    private final Builder net;
    private final List<Fault> faults = new ArrayList<>();
    /** The first row of each centre that has to name a school group. */
    private final Map<String, SheetRow> centreRows = new LinkedHashMap<>();
    private final Set<String> withUnknownGroup = new HashSet<>();
    /** The first row of each address. */
    private final Map<String, SheetRow> personRows = new HashMap<>();

    private ImportRules(Builder net) {
        this.net = net;
    }

    /**
     * @param ids of what is new
     */
    static Verdict judge(Net net, SheetContent content, Supplier<UUID> ids) {
        ImportRules rules = new ImportRules(new Builder(net, ids));
        rules.take(content);
        // Of a cell that could not be read, the rules know nothing to say.
        Set<Fault.CellPlace> unread = content.faults().stream().map(Fault::place).collect(Collectors.toSet());
        List<Fault> all = Stream
                .concat(content.faults().stream(), rules.faults.stream().filter(fault -> !unread.contains(fault.place()))).toList();
        return all.isEmpty() ? new Verdict.Sound(rules.net.plan()) : new Verdict.Faulty(inOrder(all));
    }

    private void take(SheetContent content) {
        rows(content, SheetRow.Kind.school_group).forEach(this::schoolGroup);
        rows(content, SheetRow.Kind.centre).forEach(this::declareCentre);
        rows(content, SheetRow.Kind.centre).forEach(this::linkCentre);
        checkCentres();
        rows(content, SheetRow.Kind.site).forEach(this::site);
        rows(content, SheetRow.Kind.person).forEach(this::person);
    }

    private static List<SheetRow> rows(SheetContent content, SheetRow.Kind kind) {
        return content.rows().stream().filter(row -> row.kind() == kind).toList();
    }

    /** By sheet, then by row. */
    private static List<Fault> inOrder(List<Fault> faults) {
        return faults.stream().sorted(Comparator.comparingInt((Fault fault) -> place(fault.sheet())).thenComparingInt(Fault::row))
                .toList();
    }

    private static int place(String sheet) {
        return SheetKind.of(sheet).map(Enum::ordinal).orElse(-1);
    }

    /** Returns false, for what is judged. */
    private boolean fault(SheetRow row, SheetColumn column, String sentence) {
        if (row.cells().containsKey(column)) {
            faults.add(row.fault(column, sentence));
        }
        return false;
    }

    private boolean isName(SheetRow row, SheetColumn column, String what) {
        Optional<String> problem = row.at(column).isEmpty() ? Optional.of("Hier ontbreekt de naam van " + what + ".")
                : Names.problem(row.at(column));
        problem.ifPresent(sentence -> fault(row, column, sentence));
        return problem.isEmpty();
    }

    private void schoolGroup(SheetRow row) {
        if (isName(row, SheetColumn.school_group, "de scholengroep")) {
            String key = Names.key(row.at(SheetColumn.school_group));
            net.schoolGroups.put(key, net.schoolGroups.find(key).map(group -> group.withEnd(Optional.empty()))
                    .orElseGet(() -> new SchoolGroup(net.newId(), row.at(SheetColumn.school_group), Optional.empty())));
        }
    }

    private void declareCentre(SheetRow row) {
        if (isName(row, SheetColumn.centre, "het centrum")) {
            String key = Names.key(row.at(SheetColumn.centre));
            centreRows.putIfAbsent(key, row);
            net.centres.put(key, net.centres.find(key).map(centre -> centre.withEnd(Optional.empty()))
                    .orElseGet(() -> new Centre(net.newId(), row.at(SheetColumn.centre), Set.of(), Optional.empty())));
        }
    }

    private void linkCentre(SheetRow row) {
        String key = Names.key(row.at(SheetColumn.centre));
        String name = row.at(SheetColumn.school_group);
        if (name.isEmpty() || !net.centres.isNamed(key)) {
            return;
        }
        Optional<SchoolGroup> group = net.schoolGroups.find(Names.key(name));
        if (group.filter(SchoolGroup::isActive).isPresent()) {
            Centre centre = net.centres.find(key).orElseThrow();
            Set<UUID> groups = new HashSet<>(centre.schoolGroups());
            groups.add(group.get().id());
            net.centres.put(key, centre.withSchoolGroups(groups));
        } else {
            withUnknownGroup.add(key);
            fault(row, SheetColumn.school_group, unknown("De scholengroep", name, group.isPresent()));
        }
    }

    /** A centre that is new, or goes on again, works for school groups that go on, and for one at least. */
    private void checkCentres() {
        Set<UUID> active = centreRows.isEmpty() ? Set.of() : net.schoolGroups.active().map(SchoolGroup::id).collect(Collectors.toSet());
        centreRows.forEach((key, row) -> {
            if (net.centres.before(key).filter(Centre::isActive).isPresent()) {
                return;
            }
            Centre centre = net.centres.find(key).orElseThrow().resumed(active::contains);
            net.centres.put(key, centre);
            if (centre.schoolGroups().isEmpty() && !withUnknownGroup.contains(key)) {
                fault(row, SheetColumn.school_group, "Vul in voor welke scholengroep dit centrum werkt.");
            }
        });
    }

    private void site(SheetRow row) {
        if (!row.at(SheetColumn.school_group).isEmpty()) {
            fault(row, SheetColumn.school_group,
                    "Laat dit leeg op de rij van een vestiging. Zet de scholengroep op de rij van het centrum.");
        }
        boolean named = isName(row, SheetColumn.site, "de vestiging");
        boolean ofCentre = isName(row, SheetColumn.centre, "het centrum");
        if (!ofCentre) {
            return;
        }
        Optional<Centre> centre = net.centres.find(Names.key(row.at(SheetColumn.centre)));
        if (centre.filter(Centre::isActive).isEmpty()) {
            fault(row, SheetColumn.centre, unknown("Het centrum", row.at(SheetColumn.centre), centre.isPresent()));
        } else if (named) {
            UUID id = centre.get().id();
            String key = Builder.siteKey(id, row.at(SheetColumn.site));
            net.sites.put(key, net.sites.find(key).map(site -> site.withEnd(Optional.empty()))
                    .orElseGet(() -> new Site(net.newId(), id, row.at(SheetColumn.site), Optional.empty())));
        }
    }

    private static String unknown(String what, String name, boolean ended) {
        return ended ? "%s ‘%s’ is beëindigd. Zet het op een eigen rij om het weer in gebruik te nemen.".formatted(what, name)
                : "%s ‘%s’ bestaat niet. Kijk de naam na, of zet die op een eigen rij.".formatted(what, name);
    }

    private void person(SheetRow row) {
        boolean sound = isNamed(row);
        sound &= hasAddress(row);
        Optional<HeldRole> held = role(row);
        if (sound) {
            put(row, held);
        }
    }

    private boolean isNamed(SheetRow row) {
        String name = row.at(SheetColumn.name);
        Optional<String> problem = name.isEmpty() ? Optional.of("Hier ontbreekt de naam van de persoon.") : Names.problem(name);
        if (!row.at(SheetColumn.site).isEmpty()) {
            fault(row, SheetColumn.site, "Laat dit leeg op de rij van een persoon. Zet de vestiging op een eigen rij.");
        }
        return problem.isEmpty() || fault(row, SheetColumn.name, problem.get());
    }

    private boolean hasAddress(SheetRow row) {
        String email = EmailAddress.tidy(row.at(SheetColumn.email));
        Optional<String> problem = email.isEmpty() ? Optional.of("Hier ontbreekt het e-mailadres.") : EmailAddress.problem(email);
        if (problem.isPresent()) {
            return fault(row, SheetColumn.email, problem.get());
        }
        SheetRow first = personRows.computeIfAbsent(email, address -> row);
        boolean same = row.at(SheetColumn.name).isEmpty() || first.at(SheetColumn.name).isEmpty()
                || Names.key(first.at(SheetColumn.name)).equals(Names.key(row.at(SheetColumn.name)));
        return same || fault(row, SheetColumn.email, "Op rij %d hoort dit e-mailadres bij ‘%s’. Eén adres is van één persoon."
                .formatted(first.number(), first.at(SheetColumn.name)));
    }

    private Optional<HeldRole> role(SheetRow row) {
        String text = row.at(SheetColumn.role);
        if (text.isEmpty()) {
            if (!row.at(SheetColumn.centre).isEmpty() || !row.at(SheetColumn.school_group).isEmpty()) {
                fault(row, SheetColumn.role, "Hier ontbreekt de rol. Mogelijk zijn: " + String.join(", ", RoleNames.all()) + ".");
            }
            return Optional.empty();
        }
        Optional<Role> role = RoleNames.read(text);
        if (role.isEmpty()) {
            fault(row, SheetColumn.role,
                    "De rol ‘%s’ kennen we niet. Mogelijk zijn: %s.".formatted(text.length() > 60 ? text.substring(0, 60) + "…" : text,
                            String.join(", ", RoleNames.all())));
            return Optional.empty();
        }
        return switch (role.get()) {
            case member, coordinator, director -> ofCentre(row, role.get());
            case leader -> ofSchoolGroup(row);
            case support -> isBlank(row, SheetColumn.centre, text) & isBlank(row, SheetColumn.school_group, text)
                    ? Optional.of(new HeldRole(Role.support, Optional.empty()))
                    : Optional.empty();
        };
    }

    private boolean isBlank(SheetRow row, SheetColumn column, String role) {
        return row.at(column).isEmpty() || fault(row, column, "Laat dit leeg bij de rol ‘%s’.".formatted(role));
    }

    private Optional<HeldRole> ofCentre(SheetRow row, Role role) {
        String name = row.at(SheetColumn.centre);
        Optional<Centre> centre = net.centres.find(Names.key(name));
        boolean there = centre.filter(Centre::isActive).isPresent() || fault(row, SheetColumn.centre,
                name.isEmpty() ? "Vul in van welk centrum deze persoon %s is.".formatted(RoleNames.of(role))
                        : unknown("Het centrum", name, centre.isPresent()));
        return isBlank(row, SheetColumn.school_group, RoleNames.of(role)) & there ? Optional.of(held(role, centre.get().id()))
                : Optional.empty();
    }

    private Optional<HeldRole> ofSchoolGroup(SheetRow row) {
        String name = row.at(SheetColumn.school_group);
        Optional<SchoolGroup> group = net.schoolGroups.find(Names.key(name));
        boolean there = group.filter(SchoolGroup::isActive).isPresent() || fault(row, SheetColumn.school_group,
                name.isEmpty() ? "Vul in voor welke scholengroep deze persoon verantwoordelijk is."
                        : unknown("De scholengroep", name, group.isPresent()));
        return isBlank(row, SheetColumn.centre, RoleNames.of(Role.leader)) & there ? Optional.of(held(Role.leader, group.get().id()))
                : Optional.empty();
    }

    private static HeldRole held(Role role, UUID where) {
        return new HeldRole(role, Optional.of(where));
    }

    private void put(SheetRow row, Optional<HeldRole> held) {
        String email = EmailAddress.tidy(row.at(SheetColumn.email));
        String name = personRows.get(email).at(SheetColumn.name);
        PersonWithRoles person = net.people.find(email)
                .orElseGet(() -> new PersonWithRoles(net.newId(), name, email, Set.of(), Optional.empty()));
        Set<HeldRole> roles = new HashSet<>(person.roles());
        held.ifPresent(roles::add);
        net.people.put(email, (Texts.line(person.name()).equals(name) ? person : person.withName(name)).withRoles(roles)
                .withEnd(Optional.empty()));
    }
}
