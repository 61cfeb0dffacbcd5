package be.zelfscan.organisation.sheet;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Uploaded sheets in the database, so that another instance can go on with them; somebody sees only the own ones. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class ImportDraftRepository {
    private static final Argument<List<StoredRow>> ROWS = Argument.listOf(StoredRow.class);

    /**
     * A row; its cells in the order of the columns of its sheet.
     *
     * @param hidden none in what was kept before rows said it
     */
    @Serdeable
    record StoredRow(SheetKind sheet, int number, @Nullable Boolean hidden, List<String> cells) {
        static StoredRow of(SheetRow row) {
            return new StoredRow(row.sheet(), row.number(), row.hidden(), row.sheet().columns().stream().map(row::at).toList());
        }

        SheetRow row() {
            Map<Column, String> all = new EnumMap<>(Column.class);
            for (int i = 0; i < cells.size(); i++) {
                all.put(sheet.columns().get(i), cells.get(i));
            }
            return new SheetRow(sheet, number, Boolean.TRUE.equals(hidden), Map.copyOf(all));
        }
    }

    private final JdbcOperations jdbc;
    private final ObjectMapper json;

    ImportDraftRepository(JdbcOperations jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(ImportDraft draft, UUID personId, Instant now) {
        String rows = write(draft.content().rows().stream().map(StoredRow::of).toList());
        jdbc.prepareStatement("insert into import_draft (id, person_id, file_name, rows, created_at) values (?, ?, ?, ?::jsonb, ?)",
                statement -> {
                    statement.setObject(1, draft.id());
                    statement.setObject(2, personId);
                    statement.setString(3, draft.fileName());
                    statement.setString(4, rows);
                    statement.setObject(5, now.atOffset(ZoneOffset.UTC));
                    return statement.executeUpdate();
                });
    }

    /** A draft that was made after a moment. */
    Optional<ImportDraft> find(UUID id, UUID personId, Instant after) {
        return jdbc.prepareStatement("select file_name, rows from import_draft where id = ? and person_id = ? and created_at > ?",
                statement -> {
                    statement.setObject(1, id);
                    statement.setObject(2, personId);
                    statement.setObject(3, after.atOffset(ZoneOffset.UTC));
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? Optional.of(new ImportDraft(id, row.getString(1), content(row.getString(2))))
                                : Optional.empty();
                    }
                });
    }

    /** Forgets what this person uploaded, and what anybody uploaded before a moment. */
    void forget(UUID personId, Instant before) {
        jdbc.prepareStatement("delete from import_draft where person_id = ? or created_at < ?", statement -> {
            statement.setObject(1, personId);
            statement.setObject(2, before.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    private SheetContent content(String rows) {
        try {
            return new SheetContent(json.readValue(rows, ROWS).stream().map(StoredRow::row).toList(), List.of());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String write(List<StoredRow> rows) {
        try {
            return json.writeValueAsString(ROWS, rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
