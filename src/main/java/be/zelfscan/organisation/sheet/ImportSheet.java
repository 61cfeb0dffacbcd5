package be.zelfscan.organisation.sheet;

import static be.zelfscan.database.schema.Tables.IMPORT_DRAFT;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.database.Scope;
import be.zelfscan.organisation.Net;
import be.zelfscan.organisation.NetRepository;
import be.zelfscan.organisation.sheet.ImportPlan.Fate;
import be.zelfscan.organisation.sheet.ImportRules.Verdict;
import be.zelfscan.organisation.sheet.SheetContent.Fault;
import be.zelfscan.organisation.sheet.SheetKind.SheetColumn;
import be.zelfscan.web.Refusal;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Imports a sheet in two steps: keeps what was uploaded and shows what it will do, then does it, as a whole or not at all. */
@Singleton
class ImportSheet {
    private static final Argument<List<StoredRow>> ROWS = Argument.listOf(StoredRow.class);
    private static final Duration KEPT = Duration.ofDays(1);

    /**
     * What somebody uploaded and has not confirmed yet; in the database, so that another instance can go on with it. Everybody
     * sees only their own.
     */
    private record Draft(UUID id, String fileName, SheetContent content) {}

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
            Map<SheetColumn, String> all = new EnumMap<>(SheetColumn.class);
            for (int i = 0; i < cells.size(); i++) {
                all.put(sheet.columns().get(i), cells.get(i));
            }
            return new SheetRow(sheet, number, Boolean.TRUE.equals(hidden), Map.copyOf(all));
        }
    }

    private final DSLContext sql;
    private final ObjectMapper json;
    private final NetRepository net;
    private final ActivityLog log;
    private final Clock clock;

    ImportSheet(DSLContext sql, ObjectMapper json, NetRepository net, ActivityLog log, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.net = net;
        this.log = log;
        this.clock = clock;
    }

    /** What came of an import. */
    sealed interface Outcome {
        /** It can be, or was, done. */
        record Ready(UUID draftId) implements Outcome {}

        record Faulty(String fileName, List<Fault> faults) implements Outcome {}

        /** What it will do; when confirming, something else than was seen. */
        record Preview(UUID draftId, String fileName, SheetContent content, ImportPlan plan) implements Outcome {}
    }

    /** Keeps a sheet in place of what the same person uploaded before, when there is no fault in it. */
    @Transactional
    Outcome upload(String fileName, SheetContent content) {
        if (ImportRules.judge(net.read(), content, UUID::randomUUID) instanceof Verdict.Faulty faulty) {
            return new Outcome.Faulty(fileName, faulty.faults());
        }
        UUID id = UUID.randomUUID();
        forget();
        sql.insertInto(IMPORT_DRAFT).set(IMPORT_DRAFT.ID, id).set(IMPORT_DRAFT.PERSON_ID, person())
                .set(IMPORT_DRAFT.FILE_NAME, fileName)
                .set(IMPORT_DRAFT.ROWS, write(content.rows().stream().map(StoredRow::of).toList()))
                .set(IMPORT_DRAFT.CREATED_AT, clock.instant()).execute();
        return new Outcome.Ready(id);
    }

    /**
     * What an import will do to the net as it is now.
     *
     * @throws Refusal when it was confirmed already, or is too old
     */
    @Transactional
    Outcome preview(UUID draftId) {
        return judge(net.read(), find(draftId));
    }

    private static Outcome judge(Net now, Draft draft) {
        return switch (ImportRules.judge(now, draft.content(), UUID::randomUUID)) {
            case Verdict.Faulty faulty -> new Outcome.Faulty(draft.fileName(), faulty.faults());
            case Verdict.Sound sound -> new Outcome.Preview(draft.id(), draft.fileName(), draft.content(), sound.plan());
        };
    }

    /**
     * Does what the preview showed; does nothing when that is no longer what it would do.
     *
     * @param seen fingerprint of the plan that was shown
     * @throws Refusal when it was confirmed already, or is too old
     */
    @Transactional
    Outcome confirm(UUID draftId, String seen) {
        Net now = net.readToChange();
        Outcome outcome = judge(now, find(draftId));
        if (!(outcome instanceof Outcome.Preview preview) || !preview.plan().fingerprint().equals(seen)) {
            return outcome;
        }
        net.save(preview.plan().changes());
        log.note(Action.imported, Net.ID, words(preview.plan()));
        log.noteAll(Action.roles_changed, preview.plan().roleChanges());
        forget();
        return new Outcome.Ready(draftId);
    }

    private static String words(ImportPlan plan) {
        return Stream.of(SheetRow.Kind.values()).map(kind -> "%s: %d erbij, %d gewijzigd".formatted(kind.title().toLowerCase(Locale.ROOT),
                plan.count(kind, Fate.added), plan.count(kind, Fate.changed))).collect(Collectors.joining("; "));
    }

    private Draft find(UUID draftId) {
        return sql.select(IMPORT_DRAFT.FILE_NAME, IMPORT_DRAFT.ROWS).from(IMPORT_DRAFT)
                .where(IMPORT_DRAFT.ID.eq(draftId), IMPORT_DRAFT.PERSON_ID.eq(person()), IMPORT_DRAFT.CREATED_AT.gt(since()))
                .fetchOptional(row -> new Draft(draftId, row.value1(), content(row.value2()))).orElseThrow(() -> Refusal.notFound(
                        "Dit voorbeeld van een import bestaat niet meer: de import is al bevestigd, of het is langer dan een dag geleden."
                                + " Kies het bestand opnieuw bij Importeren en exporteren."));
    }

    /** Forgets what this person uploaded, and what anybody uploaded too long ago. */
    private void forget() {
        sql.deleteFrom(IMPORT_DRAFT).where(IMPORT_DRAFT.PERSON_ID.eq(person()).or(IMPORT_DRAFT.CREATED_AT.lt(since()))).execute();
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

    private Instant since() {
        return clock.instant().minus(KEPT);
    }

    private static UUID person() {
        return Scope.current() instanceof Scope.Person person ? person.id() : Net.ID;
    }
}
