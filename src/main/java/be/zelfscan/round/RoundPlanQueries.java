package be.zelfscan.round;

import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.ROUND_RECIPIENT;
import static org.jooq.impl.DSL.row;

import be.zelfscan.organisation.Role;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * The plans of rounds in the database. Once a round is open its plan no longer changes. Every method needs the transaction of a
 * use case.
 */
@Singleton
public class RoundPlanQueries {
    private static final Integer[] NO_DAYS = {};

    private final DSLContext sql;

    RoundPlanQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** What is planned of a round, whether it is open or not. */
    public RoundPlan of(Round round) {
        Integer[] days = sql.select(ROUND.REMINDER_DAYS).from(ROUND).where(ROUND.ID.eq(round.id())).fetchSingle(ROUND.REMINDER_DAYS);
        return new RoundPlan(round.title(), round.questionnaire(), round.opensOn(), round.closesOn(), round.minimumGroupSize(),
                Arrays.stream(days).sorted(Comparator.reverseOrder()).toList(), round.noteRetentionYears(), recipients(round.id()));
    }

    /** Who gets which mail of a round; no role where nobody does. */
    public Map<RoundMail, Set<Role>> recipients(UUID roundId) {
        Map<String, Set<String>> roles = sql.select(ROUND_RECIPIENT.KIND, ROUND_RECIPIENT.ROLE).from(ROUND_RECIPIENT)
                .where(ROUND_RECIPIENT.ROUND_ID.eq(roundId)).fetch().stream()
                .collect(Collectors.groupingBy(found -> found.value1(), Collectors.mapping(found -> found.value2(), Collectors.toSet())));
        return Arrays.stream(RoundMail.values()).collect(Collectors.toUnmodifiableMap(Function.identity(),
                mail -> roles.getOrDefault(mail.kind(), Set.of()).stream().map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet())));
    }

    /** Adds a round that is being made. */
    public void add(UUID id, RoundPlan plan, Collection<UUID> centres) {
        sql.insertInto(ROUND, ROUND.ID, ROUND.TITLE, ROUND.QUESTIONNAIRE_ID, ROUND.VERSION, ROUND.OPENS_ON, ROUND.CLOSES_ON, ROUND.STATE,
                ROUND.MINIMUM_GROUP_SIZE, ROUND.REMINDER_DAYS, ROUND.NOTE_RETENTION_YEARS)
                .values(id, plan.title(), plan.questionnaire().id(), plan.questionnaire().version(), plan.opensOn(), plan.closesOn(),
                        RoundState.draft.name(), plan.minimumGroupSize(), plan.reminderDays().toArray(NO_DAYS), plan.noteRetentionYears())
                .execute();
        addParts(id, plan, centres);
    }

    /** Changes a round that is being made; returns false, and changes nothing, when it is not. */
    public boolean change(UUID id, RoundPlan plan, Collection<UUID> centres) {
        int changed = sql.update(ROUND).set(ROUND.TITLE, plan.title()).set(ROUND.QUESTIONNAIRE_ID, plan.questionnaire().id())
                .set(ROUND.VERSION, plan.questionnaire().version()).set(ROUND.OPENS_ON, plan.opensOn())
                .set(ROUND.CLOSES_ON, plan.closesOn()).set(ROUND.MINIMUM_GROUP_SIZE, plan.minimumGroupSize())
                .set(ROUND.REMINDER_DAYS, plan.reminderDays().toArray(NO_DAYS))
                .set(ROUND.NOTE_RETENTION_YEARS, plan.noteRetentionYears()).where(ROUND.ID.eq(id))
                .and(ROUND.STATE.eq(RoundState.draft.name())).execute();
        if (changed == 0) {
            return false;
        }
        sql.deleteFrom(ROUND_RECIPIENT).where(ROUND_RECIPIENT.ROUND_ID.eq(id)).execute();
        sql.deleteFrom(ROUND_CENTRE).where(ROUND_CENTRE.ROUND_ID.eq(id)).and(ROUND_CENTRE.CENTRE_ID.notIn(centres)).execute();
        addParts(id, plan, centres);
        return true;
    }

    private void addParts(UUID id, RoundPlan plan, Collection<UUID> centres) {
        plan.recipients().forEach((mail, roles) -> roles.forEach(role -> sql
                .insertInto(ROUND_RECIPIENT, ROUND_RECIPIENT.ROUND_ID, ROUND_RECIPIENT.KIND, ROUND_RECIPIENT.ROLE)
                .values(id, mail.kind(), role.name()).execute()));
        sql.insertInto(ROUND_CENTRE, ROUND_CENTRE.ROUND_ID, ROUND_CENTRE.CENTRE_ID)
                .valuesOfRows(centres.stream().map(centre -> row(id, centre)).toList()).onConflictDoNothing().execute();
    }
}
