package be.zelfscan.organisation.sheet;

import be.zelfscan.text.Names;
import static be.zelfscan.organisation.sheet.Column.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A sheet of a workbook; a CSV file is one flat sheet. */
enum SheetKind {
    school_groups("Scholengroepen", school_group), //
    centres("Centra", centre, school_group), //
    sites("Vestigingen", centre, site), //
    people("Mensen", name, email, role, centre, school_group), //
    flat("CSV", school_group, centre, site, name, email, role);

    private final String title;
    private final List<Column> columns;

    SheetKind(String title, Column... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    String title() {
        return title;
    }

    List<Column> columns() {
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
}
