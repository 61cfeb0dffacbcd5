package be.zelfscan.organisation.sheet;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.organisation.Endable;
import be.zelfscan.organisation.HeldRole;
import be.zelfscan.organisation.Net;
import be.zelfscan.organisation.NetCentre;
import be.zelfscan.organisation.NetPerson;
import be.zelfscan.organisation.NetQueries;
import be.zelfscan.organisation.Role;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Names;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes the net as a sheet that imports again without a change. */
@Singleton
class ExportSheet {
    private final NetQueries net;
    private final ActivityLog log;

    ExportSheet(NetQueries net, ActivityLog log) {
        this.net = net;
        this.log = log;
    }

    @Transactional
    byte[] xlsx() {
        log.note(Action.exported, Net.ID, "scholengroepen, centra, vestigingen en mensen (XLSX)");
        Rows rows = new Rows(net.read());
        return SheetWriter.xlsx(rows::of);
    }

    @Transactional
    byte[] csv() {
        log.note(Action.exported, Net.ID, "scholengroepen, centra, vestigingen en mensen (CSV)");
        return SheetWriter.csv(new Rows(net.read()).of(SheetKind.flat));
    }

    /** The same workbook without anything in it. */
    byte[] template() {
        return SheetWriter.xlsx(kind -> List.of());
    }

    /** What goes on in the net as the rows of a sheet, which import again without a change. Pure. */
    static final class Rows {
        private final Net net;
        private final Map<UUID, String> groupNames = new HashMap<>();
        private final Map<UUID, String> centreNames = new HashMap<>();

        Rows(Net net) {
            this.net = net;
            net.schoolGroups().stream().filter(Endable::isActive).forEach(group -> groupNames.put(group.id(), group.name()));
            net.centres().stream().filter(Endable::isActive).forEach(centre -> centreNames.put(centre.id(), centre.name()));
        }

        List<Map<Column, String>> of(SheetKind sheet) {
            return switch (sheet) {
                case school_groups ->
                    net.schoolGroups().stream().filter(SchoolGroup::isActive).map(group -> Map.of(Column.school_group, group.name()))
                            .toList();
                case centres -> net.centres().stream().filter(NetCentre::isActive).flatMap(this::centre).toList();
                case sites -> net.sites().stream().filter(site -> site.isActive() && centreNames.containsKey(site.centreId()))
                        .map(site -> Map.of(Column.centre, centreNames.get(site.centreId()), Column.site, site.name())).toList();
                case people -> net.people().stream().filter(NetPerson::isActive).flatMap(this::person).toList();
                case flat -> SheetKind.ofWorkbook().stream().flatMap(kind -> of(kind).stream()).toList();
            };
        }

        private Stream<Map<Column, String>> centre(NetCentre centre) {
            List<String> groups = centre.schoolGroups().stream().filter(groupNames::containsKey).map(groupNames::get).sorted(Names.IN_ORDER)
                    .toList();
            return (groups.isEmpty() ? Stream.of("") : groups.stream())
                    .map(group -> Map.of(Column.centre, centre.name(), Column.school_group, group));
        }

        private Stream<Map<Column, String>> person(NetPerson person) {
            List<HeldRole> roles = person.roles().stream().filter(held -> held.where().isEmpty() || !whereName(held).isEmpty())
                    .sorted(Comparator.comparing(HeldRole::role).thenComparing(this::whereName, Names.IN_ORDER)).toList();
            return roles.isEmpty() ? Stream.of(basics(person)) : roles.stream().map(held -> {
                Map<Column, String> row = basics(person);
                row.put(Column.role, RoleNames.of(held.role()));
                held.where().ifPresent(where -> row.put(held.role() == Role.leader ? Column.school_group : Column.centre, whereName(held)));
                return row;
            });
        }

        private static Map<Column, String> basics(NetPerson person) {
            Map<Column, String> row = new EnumMap<>(Column.class);
            row.put(Column.name, person.name());
            row.put(Column.email, EmailAddress.shown(person.email()));
            return row;
        }

        private String whereName(HeldRole held) {
            return held.where().map(where -> (held.role() == Role.leader ? groupNames : centreNames).getOrDefault(where, "")).orElse("");
        }
    }
}
