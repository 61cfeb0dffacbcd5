package be.zelfscan.organisation.sheet;

import static be.zelfscan.database.schema.Tables.IMPORT_DRAFT;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Uploaded sheets in the database, so that another instance can go on with them; somebody sees only the own ones. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class ImportDraftRepository {
    /** What somebody uploaded and has not confirmed yet. */
    record Draft(UUID id, String fileName, SheetContent content) {}

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

    private final DSLContext sql;
    private final ObjectMapper json;

    ImportDraftRepository(DSLContext sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Draft draft, UUID personId, Instant now) {
        sql.insertInto(IMPORT_DRAFT).set(IMPORT_DRAFT.ID, draft.id()).set(IMPORT_DRAFT.PERSON_ID, personId)
                .set(IMPORT_DRAFT.FILE_NAME, draft.fileName())
                .set(IMPORT_DRAFT.ROWS, write(draft.content().rows().stream().map(StoredRow::of).toList()))
                .set(IMPORT_DRAFT.CREATED_AT, now).execute();
    }

    /** A draft that was made after a moment. */
    Optional<Draft> find(UUID id, UUID personId, Instant after) {
        return sql.select(IMPORT_DRAFT.FILE_NAME, IMPORT_DRAFT.ROWS).from(IMPORT_DRAFT)
                .where(IMPORT_DRAFT.ID.eq(id), IMPORT_DRAFT.PERSON_ID.eq(personId), IMPORT_DRAFT.CREATED_AT.gt(after))
                .fetchOptional(row -> new Draft(id, row.value1(), content(row.value2())));
    }

    /** Forgets what this person uploaded, and what anybody uploaded before a moment. */
    void forget(UUID personId, Instant before) {
        sql.deleteFrom(IMPORT_DRAFT).where(IMPORT_DRAFT.PERSON_ID.eq(personId).or(IMPORT_DRAFT.CREATED_AT.lt(before))).execute();
    }

    private SheetContent content(JSONB rows) {
        try {
            return new SheetContent(json.readValue(rows.data(), ROWS).stream().map(StoredRow::row).toList(), List.of());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private JSONB write(List<StoredRow> rows) {
        try {
            return JSONB.valueOf(json.writeValueAsString(ROWS, rows));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
