package be.zelfscan.campaign;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.MESSAGE;
import static be.zelfscan.database.schema.Tables.REMINDER_REQUEST;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.ROUND_REMINDER;
import static be.zelfscan.database.schema.Tables.SCAN;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import be.zelfscan.database.NameOrder;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundState;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;

/** When the centres of rounds were reminded, and which are to be. Every method needs the transaction of a use case. */
@Singleton
class ReminderQueries {
    /**
     * An open round, as far as its scheduled reminders go.
     *
     * @param openedAt empty for a round that was open from the start
     * @param reminded the day on which the last scheduled reminder was made
     */
    record Reminding(UUID roundId, LocalDate opensOn, LocalDate closesOn, Optional<Instant> openedAt, List<Integer> daysBefore,
            Optional<LocalDate> reminded) {}

    private final DSLContext sql;

    ReminderQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** When a reminder to each centre of a round was last asked for; without those that never were. */
    Map<UUID, Instant> reminded(UUID roundId) {
        return sql.select(ROUND_CENTRE.CENTRE_ID, max(MESSAGE.CREATED_AT)).from(MESSAGE).join(ROUND_CENTRE)
                .on(ROUND_CENTRE.ID.eq(MESSAGE.SUBJECT_ID)).where(MESSAGE.ROUND_ID.eq(roundId))
                .and(MESSAGE.KIND.eq(RoundMail.reminder.kind())).and(ROUND_CENTRE.ROUND_ID.eq(roundId)).groupBy(ROUND_CENTRE.CENTRE_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** Takes the key of a form that asks for a reminder; returns false when it was posted before. */
    boolean claim(UUID key, UUID roundId, Instant now) {
        return sql.insertInto(REMINDER_REQUEST, REMINDER_REQUEST.KEY, REMINDER_REQUEST.ROUND_ID, REMINDER_REQUEST.ASKED_AT)
                .values(key, roundId, now).onConflictDoNothing().execute() == 1;
    }

    void keepMails(UUID key, int mails) {
        sql.update(REMINDER_REQUEST).set(REMINDER_REQUEST.MAILS, mails).where(REMINDER_REQUEST.KEY.eq(key)).execute();
    }

    int mails(UUID key) {
        return sql.select(REMINDER_REQUEST.MAILS).from(REMINDER_REQUEST).where(REMINDER_REQUEST.KEY.eq(key))
                .fetchSingle(REMINDER_REQUEST.MAILS);
    }

    /** The rounds that are open on this day. */
    List<Reminding> reminding(LocalDate today) {
        Field<LocalDate> reminded = field(
                select(max(ROUND_REMINDER.MADE_ON)).from(ROUND_REMINDER).where(ROUND_REMINDER.ROUND_ID.eq(ROUND.ID)));
        return sql.select(ROUND.ID, ROUND.OPENS_ON, ROUND.CLOSES_ON, ROUND.OPENED_AT, ROUND.REMINDER_DAYS, reminded).from(ROUND)
                .where(ROUND.STATE.eq(RoundState.open.name())).and(val(today).between(ROUND.OPENS_ON, ROUND.CLOSES_ON))
                .orderBy(ROUND.CLOSES_ON, ROUND.ID).fetch(row -> new Reminding(row.value1(), row.value2(), row.value3(),
                        Optional.ofNullable(row.value4()), List.of(row.value5()), Optional.ofNullable(row.value6())));
    }

    /** Notes that the scheduled reminder of a day is made; returns false when another already did. */
    boolean addReminder(UUID roundId, LocalDate dueOn, LocalDate madeOn) {
        return sql.insertInto(ROUND_REMINDER, ROUND_REMINDER.ROUND_ID, ROUND_REMINDER.DUE_ON, ROUND_REMINDER.MADE_ON)
                .values(roundId, dueOn, madeOn).onConflictDoNothing().execute() == 1;
    }

    /** The centres of a round that have not ended and whose scan is not sent, by name. */
    List<UUID> unfinished(UUID roundId) {
        return sql.select(ROUND_CENTRE.CENTRE_ID).from(ROUND_CENTRE).join(CENTRE).on(CENTRE.ID.eq(ROUND_CENTRE.CENTRE_ID)).leftJoin(SCAN)
                .on(SCAN.ROUND_ID.eq(ROUND_CENTRE.ROUND_ID).and(SCAN.CENTRE_ID.eq(ROUND_CENTRE.CENTRE_ID)))
                .where(ROUND_CENTRE.ROUND_ID.eq(roundId)).and(SCAN.STATE.isDistinctFrom("sent")).and(CENTRE.ENDED_ON.isNull())
                .orderBy(NameOrder.of(CENTRE.NAME), CENTRE.NAME).fetch(ROUND_CENTRE.CENTRE_ID);
    }
}
