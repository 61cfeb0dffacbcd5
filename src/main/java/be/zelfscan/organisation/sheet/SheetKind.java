package be.zelfscan.organisation.sheet;

import static be.zelfscan.organisation.sheet.SheetKind.SheetColumn.*;

import be.zelfscan.organisation.Role;
import be.zelfscan.text.Names;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sheet of a workbook; a CSV file is one flat sheet. */
enum SheetKind {
    school_groups("Scholengroepen", school_group), //
    centres("Centra", centre, school_group), //
    sites("Vestigingen", centre, site), //
    people("Mensen", name, email, role, centre, school_group), //
    flat("CSV", school_group, centre, site, name, email, role);

    private final String title;
    private final List<SheetColumn> columns;

    SheetKind(String title, SheetColumn... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    String title() {
        return title;
    }

    List<SheetColumn> columns() {
        return columns;
    }

    /** The sheets of a workbook, in order. */
    static List<SheetKind> ofWorkbook() {
        return List.of(school_groups, centres, sites, people);
    }

    static Optional<SheetKind> of(String title) {
        return ofWorkbook().stream().filter(kind -> Names.key(kind.title).equals(Names.key(title))).findFirst();
    }

    /** What a row of it says, by what is filled in. */
    SheetRow.Kind rowKind(SheetRow row) {
        return switch (this) {
            case school_groups -> SheetRow.Kind.school_group;
            case centres -> SheetRow.Kind.centre;
            case sites -> SheetRow.Kind.site;
            case people -> SheetRow.Kind.person;
            case flat -> Stream.of(name, email, role).anyMatch(column -> !row.at(column).isEmpty()) ? SheetRow.Kind.person
                    : !row.at(site).isEmpty() ? SheetRow.Kind.site
                            : !row.at(centre).isEmpty() ? SheetRow.Kind.centre : SheetRow.Kind.school_group;
        };
    }

    /** A column of a sheet. */
    enum SheetColumn {
        school_group("Scholengroep"), centre("Centrum"), site("Vestiging"), name("Naam"), email("E-mail"), role("Rol");

        /** Longer than any header, so that nothing that was made to be long is looked at letter by letter. */
        private static final int LONGEST = 100;
        private static final Map<String, SheetColumn> BY_KEY = Stream.of(values())
                .collect(Collectors.toUnmodifiableMap(column -> Names.key(column.header), Function.identity()));

        private final String header;

        SheetColumn(String header) {
            this.header = header;
        }

        /** What stands above it. */
        String header() {
            return header;
        }

        /** The column with this above it, whatever the case. */
        static Optional<SheetColumn> of(String header) {
            return header.length() > LONGEST ? Optional.empty() : Optional.ofNullable(BY_KEY.get(Names.key(header)));
        }
    }

    /** Roles as a sheet writes them. Pure. */
    static final class RoleNames {
        private static final Map<Role, List<String>> NAMES = new EnumMap<>(Map.of(Role.member, List.of("lid"), Role.coordinator,
                List.of("beleidsondersteuner", "kwaliteitscoördinator"), Role.director, List.of("directeur"), Role.leader,
                List.of("verantwoordelijke"), Role.support, List.of("POC+")));

        private RoleNames() {}

        static String of(Role role) {
            return NAMES.get(role).getFirst();
        }

        static Optional<Role> read(String text) {
            String key = Names.key(text);
            return Stream.of(Role.values()).filter(role -> Stream.concat(NAMES.get(role).stream(), Stream.of(role.label()))
                    .anyMatch(name -> Names.key(name).equals(key))).findFirst();
        }

        /** lid, beleidsondersteuner, directeur, verantwoordelijke, POC+. */
        static List<String> all() {
            return Stream.of(Role.values()).map(RoleNames::of).toList();
        }
    }
}
