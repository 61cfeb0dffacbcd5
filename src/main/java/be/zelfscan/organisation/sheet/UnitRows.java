package be.zelfscan.organisation.sheet;

import be.zelfscan.organisation.NetCentre;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.organisation.Site;
import be.zelfscan.organisation.Wording;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts the rows of school groups, centres and sites into the net; adds a fault for what cannot be. */
final class UnitRows {
    private final NetBuilder net;
    private final List<SheetFault> faults;
    /** The first row of each centre that has to name a school group. */
    private final Map<String, SheetRow> firstRows = new LinkedHashMap<>();
    private final Set<String> withUnknownGroup = new HashSet<>();

    UnitRows(NetBuilder net, List<SheetFault> faults) {
        this.net = net;
        this.faults = faults;
    }

    private void fault(SheetRow row, Column column, String sentence) {
        if (row.cells().containsKey(column)) {
            faults.add(row.fault(column, sentence));
        }
    }

    private boolean isName(SheetRow row, Column column, String what) {
        Optional<String> problem = row.at(column).isEmpty() ? Optional.of("Hier ontbreekt de naam van " + what + ".")
                : Wording.problemOfName(row.at(column));
        problem.ifPresent(sentence -> fault(row, column, sentence));
        return problem.isEmpty();
    }

    void schoolGroup(SheetRow row) {
        if (isName(row, Column.school_group, "de scholengroep")) {
            String key = Wording.key(row.at(Column.school_group));
            net.schoolGroups.put(key, net.schoolGroups.find(key).map(group -> group.withEnd(Optional.empty()))
                    .orElseGet(() -> new SchoolGroup(net.newId(), row.at(Column.school_group), Optional.empty())));
        }
    }

    void declareCentre(SheetRow row) {
        if (isName(row, Column.centre, "het centrum")) {
            String key = Wording.key(row.at(Column.centre));
            firstRows.putIfAbsent(key, row);
            net.centres.put(key, net.centres.find(key).map(centre -> centre.withEnd(Optional.empty()))
                    .orElseGet(() -> new NetCentre(net.newId(), row.at(Column.centre), Set.of(), Optional.empty())));
        }
    }

    void linkCentre(SheetRow row) {
        String key = Wording.key(row.at(Column.centre));
        String name = row.at(Column.school_group);
        if (name.isEmpty() || !net.centres.isNamed(key)) {
            return;
        }
        Optional<SchoolGroup> group = net.schoolGroups.find(Wording.key(name));
        if (group.filter(SchoolGroup::isActive).isPresent()) {
            NetCentre centre = net.centres.find(key).orElseThrow();
            Set<UUID> groups = new HashSet<>(centre.schoolGroups());
            groups.add(group.get().id());
            net.centres.put(key, centre.withSchoolGroups(groups));
        } else {
            withUnknownGroup.add(key);
            fault(row, Column.school_group, unknown("De scholengroep", name, group.isPresent()));
        }
    }

    /** A centre that is new, or goes on again, works for a school group that goes on. */
    void checkCentres() {
        Set<UUID> active = firstRows.isEmpty() ? Set.of() : net.schoolGroups.active().map(SchoolGroup::id).collect(Collectors.toSet());
        firstRows.forEach((key, row) -> {
            boolean went = net.centres.before(key).filter(NetCentre::isActive).isPresent();
            boolean works = net.centres.find(key).orElseThrow().schoolGroups().stream().anyMatch(active::contains);
            if (!went && !works && !withUnknownGroup.contains(key)) {
                fault(row, Column.school_group, "Vul in voor welke scholengroep dit centrum werkt.");
            }
        });
    }

    void site(SheetRow row) {
        if (!row.at(Column.school_group).isEmpty()) {
            fault(row, Column.school_group, "Laat dit leeg op de rij van een vestiging. Zet de scholengroep op de rij van het centrum.");
        }
        boolean named = isName(row, Column.site, "de vestiging");
        boolean ofCentre = isName(row, Column.centre, "het centrum");
        if (!ofCentre) {
            return;
        }
        Optional<NetCentre> centre = net.centres.find(Wording.key(row.at(Column.centre)));
        if (centre.filter(NetCentre::isActive).isEmpty()) {
            fault(row, Column.centre, unknown("Het centrum", row.at(Column.centre), centre.isPresent()));
        } else if (named) {
            UUID id = centre.get().id();
            String key = NetBuilder.siteKey(id, row.at(Column.site));
            net.sites.put(key, net.sites.find(key).map(site -> site.withEnd(Optional.empty()))
                    .orElseGet(() -> new Site(net.newId(), id, row.at(Column.site), Optional.empty())));
        }
    }

    static String unknown(String what, String name, boolean ended) {
        return ended ? "%s ‘%s’ is beëindigd. Zet het op een eigen rij om het weer in gebruik te nemen.".formatted(what, name)
                : "%s ‘%s’ bestaat niet. Kijk de naam na, of zet die op een eigen rij.".formatted(what, name);
    }
}
