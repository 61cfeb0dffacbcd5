package be.zelfscan.team;

import static be.zelfscan.database.schema.Tables.AGREEMENT;
import static be.zelfscan.database.schema.Tables.SCAN;

import be.zelfscan.access.Permission;
import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Role;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.SentScan;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The agreements of a centre's team: made with a result, changed and ended whenever the team likes, by whoever of it. They are no part of
 * what was sent.
 */
@Singleton
public class Agreements {
    private static final int LONGEST_WHAT = 500;
    private static final int LONGEST_WHO = 200;
    /** More than a team can follow: each reminds by mail, and all stand in the report. */
    private static final int MOST_OF_SCAN = 200;

    /**
     * An agreement as somebody fills it in.
     *
     * @param key of a new one: the same form posted twice makes one
     */
    public record Draft(Optional<UUID> key, String what, String who, String byWhen, String section, String state, boolean remind) {
        static Draft of(Form form) {
            return new Draft(form.id("sleutel"), form.first("wat"), form.first("wie"), form.first("wanneer"), form.first("waarover"),
                    form.first("stand"), !form.first("herinnering").isEmpty());
        }

        /** An empty one, of which a mail reminds. */
        static Draft empty() {
            return new Draft(Optional.of(UUID.randomUUID()), "", "", "", "", Agreement.State.open.name(), true);
        }

        static Draft of(Agreement agreement) {
            return new Draft(Optional.empty(), agreement.what(), agreement.who(), agreement.byWhen().map(LocalDate::toString).orElse(""),
                    agreement.section(), agreement.state().name(), agreement.remind());
        }
    }

    /** An agreement with what somebody of its centre needs to change it. */
    public record Editable(Agreement agreement, String centre, Questionnaire questionnaire) {}

    private final DSLContext sql;
    private final OrganisationRepository organisations;
    private final ScanReading reading;
    private final Instruments instruments;
    private final ActivityLog log;
    private final Clock clock;

    Agreements(DSLContext sql, OrganisationRepository organisations, ScanReading reading, Instruments instruments, ActivityLog log,
            Clock clock) {
        this.sql = sql;
        this.organisations = organisations;
        this.reading = reading;
        this.instruments = instruments;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Every agreement of a centre: first those whose day comes first, those without a day last; what was erased is left out.
     *
     * @throws be.zelfscan.access.NotAllowed when the person is not of the centre
     */
    @ReadOnly
    public List<Agreement> ofCentre(UUID centreId, UUID personId) {
        Permission.see_scan.require(organisations.roles(personId, centreId));
        return find(AGREEMENT.CENTRE_ID.eq(centreId));
    }

    /** Those that came from a scan; for who is not of its centre, none. Needs a transaction. */
    List<Agreement> ofScan(UUID scanId) {
        return find(AGREEMENT.SCAN_ID.eq(scanId));
    }

    private List<Agreement> find(Condition which) {
        return sql
                .select(AGREEMENT.ID, AGREEMENT.CENTRE_ID, AGREEMENT.SCAN_ID, AGREEMENT.SECTION, AGREEMENT.WHAT, AGREEMENT.WHO,
                        AGREEMENT.BY_WHEN, AGREEMENT.STATE, AGREEMENT.REMIND, AGREEMENT.CHANGED_AT, SCAN.QUESTIONNAIRE_ID, SCAN.VERSION)
                .from(AGREEMENT).join(SCAN).on(SCAN.ID.eq(AGREEMENT.SCAN_ID)).where(which, AGREEMENT.WHAT.ne(""))
                .orderBy(AGREEMENT.BY_WHEN.asc().nullsLast(), AGREEMENT.CREATED_AT, AGREEMENT.ID).fetch(this::agreement);
    }

    private Agreement agreement(Record row) {
        String section = row.get(AGREEMENT.SECTION);
        String title = section.isEmpty() ? ""
                : instruments.find(new QuestionnaireKey(row.get(SCAN.QUESTIONNAIRE_ID), row.get(SCAN.VERSION)))
                        .flatMap(questionnaire -> questionnaire.section(section)).map(one -> one.title()).orElse("");
        return new Agreement(row.get(AGREEMENT.ID), row.get(AGREEMENT.CENTRE_ID), row.get(AGREEMENT.SCAN_ID), section, title,
                row.get(AGREEMENT.WHAT), row.get(AGREEMENT.WHO), Optional.ofNullable(row.get(AGREEMENT.BY_WHEN)),
                Agreement.State.valueOf(row.get(AGREEMENT.STATE)), row.get(AGREEMENT.REMIND), row.get(AGREEMENT.CHANGED_AT));
    }

    /** For the service itself, which mails about it; empty when there is none, or it was erased. */
    @ReadOnly
    Optional<Agreement> find(UUID id) {
        return find(AGREEMENT.ID.eq(id)).stream().findFirst();
    }

    /**
     * @throws Refusal when there is no such agreement
     * @throws be.zelfscan.access.NotAllowed when it is not of this person's centre
     */
    @ReadOnly
    public Editable get(UUID id, UUID personId) {
        Agreement agreement = find(id).orElseThrow(Agreements::notFound);
        Permission.see_scan.require(organisations.roles(personId, agreement.centreId()));
        return new Editable(agreement, organisations.centreName(agreement.centreId()).orElseThrow(Agreements::notFound),
                reading.scan(agreement.scanId(), personId).questionnaire());
    }

    private static Refusal notFound() {
        return Refusal.notFound("Deze afspraak bestaat niet, of niet meer. Kies een afspraak op de pagina van jouw centrum.");
    }

    /** What was filled in, judged. */
    private record Judged(String what, String who, Optional<LocalDate> byWhen, String section) {}

    /** @throws FormRefusal with a sentence for each field that cannot be kept */
    private static Judged judge(Draft draft, Questionnaire questionnaire) {
        Map<String, String> problems = new LinkedHashMap<>();
        String what = Texts.clean(draft.what());
        if (what.isEmpty()) {
            problems.put("wat", "Schrijf op wat jullie afspreken.");
        } else if (Texts.length(what) > LONGEST_WHAT) {
            problems.put("wat", tooLong(what, LONGEST_WHAT));
        }
        String who = Texts.clean(draft.who());
        if (Texts.length(who) > LONGEST_WHO) {
            problems.put("wie", tooLong(who, LONGEST_WHO));
        }
        Optional<LocalDate> byWhen = BelgianDutch.read(draft.byWhen().strip());
        if (byWhen.isEmpty() && !draft.byWhen().isBlank()) {
            problems.put("wanneer",
                    "‘%s’ is geen dag. Schrijf bijvoorbeeld 15/06/2027, of laat het leeg.".formatted(draft.byWhen().strip()));
        }
        if (!draft.section().isEmpty() && questionnaire.section(draft.section()).isEmpty()) {
            problems.put("waarover", "Kies iets uit de lijst.");
        }
        if (!problems.isEmpty()) {
            throw FormRefusal.typed(problems);
        }
        return new Judged(what, who, byWhen, draft.section());
    }

    private static String tooLong(String text, int most) {
        return "Dit telt %d tekens; er is plaats voor %d. Kort het in.".formatted(Texts.length(text), most);
    }

    /**
     * Makes an agreement with a result; one that was made with the same key stays.
     *
     * @throws FormRefusal when it cannot be kept as it was filled in
     */
    @Transactional
    public void add(UUID sentId, Draft draft, UUID personId) {
        SentScan sent = reading.sentScan(sentId, personId);
        Permission.answer.require(sent.roles());
        Judged judged = judge(draft, instruments.get(sent.questionnaire()));
        UUID id = draft.key().orElseGet(UUID::randomUUID);
        int made = sql.insertInto(AGREEMENT).set(AGREEMENT.ID, id).set(AGREEMENT.CENTRE_ID, sent.centreId())
                .set(AGREEMENT.SCAN_ID, sent.scanId()).set(AGREEMENT.SECTION, judged.section()).set(AGREEMENT.WHAT, judged.what())
                .set(AGREEMENT.WHO, judged.who()).set(AGREEMENT.BY_WHEN, judged.byWhen().orElse(null))
                .set(AGREEMENT.DATED_ON, BelgianDutch.today(clock)).set(AGREEMENT.REMIND, draft.remind())
                .set(AGREEMENT.CREATED_BY, personId).set(AGREEMENT.CREATED_AT, clock.instant()).set(AGREEMENT.CHANGED_BY, personId)
                .set(AGREEMENT.CHANGED_AT, clock.instant()).onConflictDoNothing().execute();
        if (made == 1) {
            requireFew(sent.scanId());
            log.note(Action.agreement_made, id, sent.centreName());
        }
    }

    private void requireFew(UUID scanId) {
        if (sql.fetchCount(AGREEMENT, AGREEMENT.SCAN_ID.eq(scanId)) > MOST_OF_SCAN) {
            throw FormRefusal
                    .typed(Map.of("wat", "Bij deze zelfscan staan al %d afspraken. Werk er een bij in plaats van er een toe te voegen."
                            .formatted(MOST_OF_SCAN)));
        }
    }

    /**
     * @param seen the version of what the form was made from
     * @throws FormRefusal when it cannot be kept as it was filled in
     * @throws Overtaken when somebody else changed it meanwhile
     */
    @Transactional
    public void change(UUID id, Draft draft, String seen, UUID personId) {
        Agreement kept = hold(id, personId);
        Editable editable = get(id, personId);
        Judged judged = judge(draft, editable.questionnaire());
        Agreement changed = new Agreement(id, kept.centreId(), kept.scanId(), judged.section(),
                editable.questionnaire().section(judged.section()).map(one -> one.title()).orElse(""), judged.what(), judged.who(),
                judged.byWhen(), state(draft.state()), draft.remind(), kept.changedAt());
        Overtaken.check(seen, kept.form(), changed.form());
        if (!changed.form().equals(kept.form())) {
            write(kept, changed, personId);
        }
    }

    /** Changes nothing but how far it is, whatever else somebody may be changing. */
    @Transactional
    public void change(UUID id, String state, UUID personId) {
        Agreement kept = hold(id, personId);
        Agreement.State next = state(state);
        if (next != kept.state()) {
            write(kept, new Agreement(id, kept.centreId(), kept.scanId(), kept.section(), kept.sectionTitle(), kept.what(), kept.who(),
                    kept.byWhen(), next, kept.remind(), kept.changedAt()), personId);
        }
    }

    private static Agreement.State state(String word) {
        return Arrays.stream(Agreement.State.values()).filter(one -> one.name().equals(word)).findFirst()
                .orElseThrow(() -> Refusal.invalid("Kies hoever jullie staan met deze afspraak."));
    }

    /** Nobody else changes it until the transaction ends. */
    private Agreement hold(UUID id, UUID personId) {
        UUID centre = sql.select(AGREEMENT.CENTRE_ID).from(AGREEMENT).where(AGREEMENT.ID.eq(id)).forUpdate()
                .fetchOptional(AGREEMENT.CENTRE_ID).orElseThrow(Agreements::notFound);
        Set<Role> roles = organisations.roles(personId, centre);
        Permission.answer.require(roles);
        return find(id).orElseThrow(Agreements::notFound);
    }

    private void write(Agreement kept, Agreement changed, UUID personId) {
        sql.update(AGREEMENT).set(AGREEMENT.SECTION, changed.section()).set(AGREEMENT.WHAT, changed.what())
                .set(AGREEMENT.WHO, changed.who()).set(AGREEMENT.BY_WHEN, changed.byWhen().orElse(null))
                .set(AGREEMENT.STATE, changed.state().name()).set(AGREEMENT.REMIND, changed.remind())
                .set(AGREEMENT.REVISION, AGREEMENT.REVISION.plus(1)).set(AGREEMENT.CHANGED_BY, personId)
                .set(AGREEMENT.CHANGED_AT, clock.instant()).where(AGREEMENT.ID.eq(kept.id())).execute();
        if (!changed.byWhen().equals(kept.byWhen())) {
            sql.update(AGREEMENT).set(AGREEMENT.DATED_ON, BelgianDutch.today(clock)).where(AGREEMENT.ID.eq(kept.id())).execute();
        }
        log.note(Action.agreement_changed, kept.id(), organisations.centreName(kept.centreId()).orElse(""));
    }
}
