package be.zelfscan.organisation.sheet;

import static be.zelfscan.organisation.sheet.Column.*;

import java.util.Set;

/** What a row is about. */
enum RowKind {
    school_group("Scholengroepen", Set.of(Column.school_group)), centre("Centra", Set.of(Column.centre, Column.school_group)), site(
            "Vestigingen", Set.of(Column.site, Column.centre)), person("Mensen",
                    Set.of(name, email, role, Column.centre, Column.school_group));

    private final String title;
    private final Set<Column> columns;

    RowKind(String title, Set<Column> columns) {
        this.title = title;
        this.columns = columns;
    }

    String title() {
        return title;
    }

    boolean has(Column column) {
        return columns.contains(column);
    }
}
