package be.zelfscan.organisation.sheet;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.database.Scope;
import be.zelfscan.organisation.Net;
import be.zelfscan.organisation.NetQueries;
import be.zelfscan.organisation.NetRepository;
import be.zelfscan.organisation.sheet.ImportPlan.Fate;
import be.zelfscan.organisation.sheet.ImportRules.Verdict;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Imports a sheet in two steps: keeps what was uploaded and shows what it will do, then does it, as a whole or not at all. */
@Singleton
class ImportSheet {
    private static final Duration KEPT = Duration.ofDays(1);

    private final ImportDraftRepository drafts;
    private final NetRepository net;
    private final NetQueries queries;
    private final ActivityLog log;
    private final Clock clock;

    ImportSheet(ImportDraftRepository drafts, NetRepository net, NetQueries queries, ActivityLog log, Clock clock) {
        this.drafts = drafts;
        this.net = net;
        this.queries = queries;
        this.log = log;
        this.clock = clock;
    }

    /** What came of an import. */
    sealed interface Outcome {
        /** It can be, or was, done. */
        record Ready(UUID draftId) implements Outcome {}

        record Faulty(String fileName, List<SheetFault> faults) implements Outcome {}

        /** What it will do; when confirming, something else than was seen. */
        record Preview(UUID draftId, String fileName, SheetContent content, ImportPlan plan) implements Outcome {}
    }

    /** Keeps a sheet in place of what the same person uploaded before, when there is no fault in it. */
    @Transactional
    Outcome upload(String fileName, SheetContent content) {
        if (ImportRules.judge(queries.read(), content, UUID::randomUUID) instanceof Verdict.Faulty faulty) {
            return new Outcome.Faulty(fileName, faulty.faults());
        }
        ImportDraftRepository.Draft draft = new ImportDraftRepository.Draft(UUID.randomUUID(), fileName, content);
        drafts.forget(person(), since());
        drafts.add(draft, person(), clock.instant());
        return new Outcome.Ready(draft.id());
    }

    /**
     * What an import will do to the net as it is now.
     *
     * @throws Refusal when it was confirmed already, or is too old
     */
    @Transactional
    Outcome preview(UUID draftId) {
        return judge(queries.read(), find(draftId));
    }

    private static Outcome judge(Net now, ImportDraftRepository.Draft draft) {
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
        drafts.forget(person(), since());
        return new Outcome.Ready(draftId);
    }

    private static String words(ImportPlan plan) {
        return Stream.of(SheetRow.Kind.values()).map(kind -> "%s: %d erbij, %d gewijzigd".formatted(kind.title().toLowerCase(Locale.ROOT),
                plan.count(kind, Fate.added), plan.count(kind, Fate.changed))).collect(Collectors.joining("; "));
    }

    private ImportDraftRepository.Draft find(UUID draftId) {
        return drafts.find(draftId, person(), since()).orElseThrow(() -> Refusal.notFound(
                "Dit voorbeeld van een import bestaat niet meer: de import is al bevestigd, of het is langer dan een dag geleden."
                        + " Kies het bestand opnieuw bij Importeren en exporteren."));
    }

    private Instant since() {
        return clock.instant().minus(KEPT);
    }

    private static UUID person() {
        return Scope.current() instanceof Scope.Person person ? person.id() : Net.ID;
    }
}
