package be.zelfscan.team;

import static be.zelfscan.database.schema.Tables.OWN_PLACEMENT;
import static be.zelfscan.database.schema.Tables.PREPARATION;
import static be.zelfscan.database.schema.Tables.READY_MEMBER;
import static be.zelfscan.database.schema.Tables.READY_MEMBERS;
import static be.zelfscan.database.schema.Tables.TEAM_SPREAD;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.val;

import be.zelfscan.access.Permission;
import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.question.Answer;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.scan.Scan;
import be.zelfscan.scan.ScanNotFound;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.ScanState;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.FormRefusal.Reason;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.Result;

/**
 * Before it meets, each member of a team places the blocks of the centre alone. What a member thinks is that member's: nobody else reads it
 * by any way, and the database holds that. Who leads the team opens this once, and it closes once: when the whole team said to be ready, or
 * when who leads it says so. At that moment the database counts how the team is {@link Spread spread}, and never again; so nobody can watch
 * the numbers grow and tell somebody apart.
 */
@Singleton
public class PlaceAlone {
    /** How long the line can be in which a member says why, in characters. */
    static final int LONGEST_WHY = 300;
    static final String VIEW = "view";
    static final String AMBITION = "ambition";
    static final String WHY = "why";

    /**
     * What a member thinks of a block.
     *
     * @param stage empty unless the view is a stage
     * @param ambition the code of a later stage, or to stay; empty when the member has none
     */
    public record OwnPlacement(Spread.View view, String stage, String ambition, String why) {
        static final OwnPlacement NONE = new OwnPlacement(Spread.View.stage, "", "", "");

        /** What a form says, right or not. */
        static OwnPlacement of(Form form) {
            String chosen = form.first(VIEW);
            Spread.View view = chosen.equals(Spread.View.unsure.name()) ? Spread.View.unsure
                    : chosen.equals(Spread.View.unseen.name()) ? Spread.View.unseen : Spread.View.stage;
            boolean placed = view == Spread.View.stage;
            return new OwnPlacement(view, placed ? chosen.replaceFirst("^stage-", "") : "", placed ? form.first(AMBITION) : "",
                    Texts.line(form.first(WHY)));
        }

        /** Whether it says anything. */
        boolean isAny() {
            return view != Spread.View.stage || !stage.isEmpty();
        }
    }

    /**
     * How far the preparation of a scan is, for one member.
     *
     * @param own what this member thinks, by section
     * @param isReady whether this member said to be ready
     * @param ready how many of the team said so
     */
    record Alone(ScanState state, Optional<Instant> openedAt, Optional<Instant> closedAt, Map<String, OwnPlacement> own, boolean isReady,
            int ready, int team) {
        boolean isOpen() {
            return openedAt.isPresent() && closedAt.isEmpty() && state.scan().isOpen();
        }

        boolean mayLead() {
            return Permission.lead_team.allowed(state.scan().roles());
        }
    }

    private final ScanReading scans;
    private final DSLContext sql;
    private final ActivityLog log;
    private final Clock clock;

    PlaceAlone(ScanReading scans, DSLContext sql, ActivityLog log, Clock clock) {
        this.scans = scans;
        this.sql = sql;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @throws ScanNotFound when there is no such scan, or its instrument places nothing
     * @throws be.zelfscan.access.NotAllowed when it is not of this person's centre
     */
    @ReadOnly
    Alone of(UUID scanId, UUID personId) {
        return read(scanId, personId);
    }

    private Alone read(UUID scanId, UUID personId) {
        ScanState state = scans.scan(scanId, personId);
        if (!state.questionnaire().isScaled()) {
            throw ScanNotFound.scan();
        }
        var times = sql.select(PREPARATION.OPENED_AT, PREPARATION.CLOSED_AT).from(PREPARATION).where(PREPARATION.SCAN_ID.eq(scanId))
                .fetchOptional();
        Map<String, OwnPlacement> own = sql
                .select(OWN_PLACEMENT.SECTION, OWN_PLACEMENT.VIEW, OWN_PLACEMENT.STAGE, OWN_PLACEMENT.AMBITION, OWN_PLACEMENT.WHY)
                .from(OWN_PLACEMENT).where(OWN_PLACEMENT.SCAN_ID.eq(scanId), OWN_PLACEMENT.PERSON_ID.eq(personId))
                .fetchMap(OWN_PLACEMENT.SECTION, row -> new OwnPlacement(Spread.View.valueOf(row.value2()), orEmpty(row.value3()),
                        orEmpty(row.value4()), row.value5()));
        boolean ready = sql.fetchExists(READY_MEMBER, READY_MEMBER.SCAN_ID.eq(scanId), READY_MEMBER.PERSON_ID.eq(personId));
        var numbers = sql.selectFrom(READY_MEMBERS.call(scanId)).fetchSingle();
        return new Alone(state, times.map(one -> one.value1()), times.map(one -> one.value2()), own, ready,
                numbers.get(READY_MEMBERS.READY), numbers.get(READY_MEMBERS.TEAM));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /**
     * Opens it for the team; one that is open stays so.
     *
     * @throws Refusal when the scan is sent, or its round closed
     */
    @Transactional
    void open(UUID scanId, UUID personId) {
        hold(scanId);
        Alone alone = read(scanId, personId);
        Permission.lead_team.require(alone.state().scan().roles());
        requireOpenScan(alone.state().scan());
        boolean opened = sql.insertInto(PREPARATION, PREPARATION.SCAN_ID, PREPARATION.OPENED_BY, PREPARATION.OPENED_AT)
                .values(scanId, personId, clock.instant()).onConflictDoNothing().execute() == 1;
        if (opened) {
            log.note(Action.preparation_opened, scanId, alone.state().scan().roundTitle());
        }
    }

    /**
     * Keeps what a member thinks of a block, in the place of what that member thought before.
     *
     * @throws FormRefusal when it cannot be kept, by field
     * @throws Refusal when the preparation is not open
     */
    @Transactional
    void place(UUID scanId, UUID personId, String section, OwnPlacement placement) {
        Alone alone = openTo(scanId, personId);
        Questionnaire questionnaire = alone.state().questionnaire();
        if (questionnaire.block(section).isEmpty()) {
            throw ScanNotFound.section(section);
        }
        FormRefusal.when(reasons(questionnaire, section, placement));
        var row = sql.insertInto(OWN_PLACEMENT).set(OWN_PLACEMENT.SCAN_ID, scanId).set(OWN_PLACEMENT.PERSON_ID, personId)
                .set(OWN_PLACEMENT.SECTION, section).set(OWN_PLACEMENT.VIEW, placement.view().name())
                .set(OWN_PLACEMENT.STAGE, orNull(placement.stage())).set(OWN_PLACEMENT.AMBITION, orNull(placement.ambition()))
                .set(OWN_PLACEMENT.WHY, placement.why()).set(OWN_PLACEMENT.PLACED_AT, clock.instant());
        row.onConflict(OWN_PLACEMENT.SCAN_ID, OWN_PLACEMENT.PERSON_ID, OWN_PLACEMENT.SECTION).doUpdate()
                .set(OWN_PLACEMENT.VIEW, excluded(OWN_PLACEMENT.VIEW)).set(OWN_PLACEMENT.STAGE, excluded(OWN_PLACEMENT.STAGE))
                .set(OWN_PLACEMENT.AMBITION, excluded(OWN_PLACEMENT.AMBITION)).set(OWN_PLACEMENT.WHY, excluded(OWN_PLACEMENT.WHY))
                .set(OWN_PLACEMENT.PLACED_AT, excluded(OWN_PLACEMENT.PLACED_AT)).execute();
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<Reason> reasons(Questionnaire questionnaire, String section, OwnPlacement placement) {
        List<Reason> reasons = new ArrayList<>();
        Optional<Answer> stage = Optional.of(placement.stage()).filter(one -> !one.isEmpty()).map(Answer.Coded::of);
        Question placing = questionnaire.placement();
        Asked asked = new Asked(questionnaire, section, question -> question.equals(placing.id()) ? stage : Optional.empty());
        if (!placement.isAny()) {
            reasons.add(Reason.typed(VIEW, "Kies %s, of zeg dat je het niet weet of er geen zicht op hebt."
                    .formatted(questionnaire.words().stage().theOne())));
        }
        stage.ifPresent(answer -> placing.type().refusals(placing, answer, asked)
                .forEach(problem -> reasons.add(Reason.typed(VIEW, problem.sentence()))));
        if (!placement.ambition().isEmpty() && reasons.isEmpty()) {
            reasons.addAll(questionnaire.ambition().map(question -> question.type()
                    .refusals(question, Answer.Coded.of(placement.ambition()), asked).stream()
                    .map(problem -> Reason.typed(AMBITION, problem.sentence())).toList()).orElse(List.of()));
        }
        if (Texts.length(placement.why()) > LONGEST_WHY) {
            reasons.add(Reason.typed(WHY, "Dit is te lang: er is plaats voor %d tekens.".formatted(LONGEST_WHY)));
        }
        return reasons;
    }

    /**
     * Notes that a member is ready, or takes no part; the last of the team closes it by that.
     *
     * @return whether that closed it
     * @throws Refusal when the preparation is not open
     */
    @Transactional
    boolean ready(UUID scanId, UUID personId) {
        holdAlone(scanId);
        openTo(scanId, personId);
        sql.insertInto(READY_MEMBER, READY_MEMBER.SCAN_ID, READY_MEMBER.PERSON_ID, READY_MEMBER.READY_AT)
                .values(scanId, personId, clock.instant()).onConflictDoNothing().execute();
        return close(scanId, false);
    }

    /** Notes that a member is not ready after all. @throws Refusal when the preparation is not open */
    @Transactional
    void notReady(UUID scanId, UUID personId) {
        openTo(scanId, personId);
        sql.deleteFrom(READY_MEMBER).where(READY_MEMBER.SCAN_ID.eq(scanId), READY_MEMBER.PERSON_ID.eq(personId)).execute();
    }

    /** Closes it, ready or not; one that is closed stays so. */
    @Transactional
    void close(UUID scanId, UUID personId) {
        holdAlone(scanId);
        Permission.lead_team.require(read(scanId, personId).state().scan().roles());
        close(scanId, true);
    }

    private boolean close(UUID scanId, boolean told) {
        boolean closed = sql.select(function("close_preparation", Boolean.class, val(scanId), val(told), val(clock.instant())))
                .fetchSingle().value1();
        if (closed) {
            log.note(Action.preparation_closed, scanId, "");
        }
        return closed;
    }

    /** How the team is spread, by section; only what at least three members answered, and nothing before it was counted. */
    @ReadOnly
    public Map<String, Spread> spreads(UUID scanId) {
        return sql.select(TEAM_SPREAD.SECTION, TEAM_SPREAD.KIND, TEAM_SPREAD.CODE, TEAM_SPREAD.MEMBERS).from(TEAM_SPREAD)
                .where(TEAM_SPREAD.SCAN_ID.eq(scanId)).fetchGroups(TEAM_SPREAD.SECTION).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey,
                        one -> new Spread(counts(one.getValue(), "placement"), counts(one.getValue(), "ambition"))));
    }

    private static Map<String, Integer> counts(Result<Record4<String, String, String, Integer>> rows, String kind) {
        return rows.stream().filter(row -> row.value2().equals(kind))
                .collect(Collectors.toMap(row -> row.value3(), row -> row.value4()));
    }

    /** Whoever writes takes the turn of the round and the scan first, as whoever answers does. */
    private void hold(UUID scanId) {
        sql.fetch("select hold_scan({0}, false)", val(scanId));
    }

    /** Whoever may close it waits for who places, and lets nobody place meanwhile who would then find it closed. */
    private void holdAlone(UUID scanId) {
        sql.fetch("select hold_scan({0}, true)", val(scanId));
    }

    private Alone openTo(UUID scanId, UUID personId) {
        hold(scanId);
        Alone alone = read(scanId, personId);
        Permission.answer.require(alone.state().scan().roles());
        requireOpenScan(alone.state().scan());
        if (!alone.isOpen()) {
            throw Refusal.conflict(alone.openedAt().isEmpty() ? "De voorbereiding is nog niet geopend."
                    : "De voorbereiding is intussen gesloten. Er kan niets meer bij.");
        }
        return alone;
    }

    private static void requireOpenScan(Scan scan) {
        if (scan.sent()) {
            throw Refusal.conflict("Deze zelfscan is al verzonden. Vooraf alleen nadenken kan niet meer.");
        }
        if (!scan.isOpen()) {
            throw Refusal.conflict("De ronde is afgesloten. Vooraf alleen nadenken kan niet meer.");
        }
    }
}
