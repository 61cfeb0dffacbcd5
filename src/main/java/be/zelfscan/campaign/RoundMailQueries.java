package be.zelfscan.campaign;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.MEMBERSHIP;
import static be.zelfscan.database.schema.Tables.MESSAGE;
import static be.zelfscan.database.schema.Tables.REMINDER_REQUEST;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.ROUND_RECIPIENTS;
import static be.zelfscan.database.schema.Tables.ROUND_REMINDER;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SCAN_REOPENING;
import static be.zelfscan.database.schema.Tables.SENT_SCAN;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import be.zelfscan.database.NameOrder;
import be.zelfscan.organisation.Person;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundState;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Whom the mails of a round go to, what they are about, and when reminders went. Every method needs the transaction of a use case. */
@Singleton
class RoundMailQueries {
    /**
     * For whom a mail of a round would be about one of its centres.
     *
     * @param recipient empty, once, for a centre for which nobody gets it
     * @param ofCentre whether the recipient works in the centre; otherwise it is the leader of a school group
     * @param sent whether the centre sent something in the round
     */
    record Addressed(UUID centreId, String centre, Optional<Person> recipient, boolean ofCentre, boolean sent) {}

    /**
     * An open round, as far as its scheduled reminders go.
     *
     * @param openedAt empty for a round that was open from the start
     * @param reminded the day on which the last scheduled reminder was made
     */
    record Reminding(UUID roundId, LocalDate opensOn, LocalDate closesOn, Optional<Instant> openedAt, List<Integer> daysBefore,
            Optional<LocalDate> reminded) {}

    private final DSLContext sql;

    RoundMailQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Who would get a mail of this kind now, by centre and by name. */
    List<Addressed> addressed(UUID roundId, RoundMail mail) {
        var recipient = ROUND_RECIPIENTS.call(ROUND_CENTRE.ROUND_ID, ROUND_CENTRE.CENTRE_ID, val(mail.kind())).as("recipient");
        Field<Boolean> ofCentre = field(exists(selectOne().from(MEMBERSHIP).where(MEMBERSHIP.PERSON_ID.eq(recipient.PERSON_ID))
                .and(MEMBERSHIP.CENTRE_ID.eq(CENTRE.ID))));
        Field<Boolean> sent = field(exists(selectOne().from(SCAN).join(SENT_SCAN).on(SENT_SCAN.SCAN_ID.eq(SCAN.ID))
                .where(SCAN.ROUND_ID.eq(ROUND_CENTRE.ROUND_ID)).and(SCAN.CENTRE_ID.eq(CENTRE.ID))));
        return sql.select(CENTRE.ID, CENTRE.NAME, recipient.PERSON_ID, recipient.NAME, recipient.EMAIL, ofCentre, sent).from(ROUND_CENTRE)
                .join(CENTRE).on(CENTRE.ID.eq(ROUND_CENTRE.CENTRE_ID)).leftJoin(lateral(recipient)).on(trueCondition())
                .where(ROUND_CENTRE.ROUND_ID.eq(roundId)).orderBy(CENTRE.NAME, CENTRE.ID, recipient.NAME, recipient.PERSON_ID)
                .fetch(row -> new Addressed(row.value1(), row.value2(),
                        Optional.ofNullable(row.value3()).map(id -> new Person(id, row.value4(), row.value5())), row.value6(),
                        row.value7()));
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

    Optional<RoundPart> part(UUID partId) {
        return part(ROUND_CENTRE.ID.eq(partId));
    }

    Optional<RoundPart> part(UUID roundId, UUID centreId) {
        return part(ROUND_CENTRE.ROUND_ID.eq(roundId).and(ROUND_CENTRE.CENTRE_ID.eq(centreId)));
    }

    private Optional<RoundPart> part(Condition which) {
        var sent = lateral(select(SENT_SCAN.ID, SENT_SCAN.NUMBER).from(SENT_SCAN).where(SENT_SCAN.SCAN_ID.eq(SCAN.ID))
                .orderBy(SENT_SCAN.NUMBER.desc()).limit(1)).as("sent");
        var again = lateral(select(SCAN_REOPENING.REOPENED_AT, SCAN_REOPENING.REASON).from(SCAN_REOPENING)
                .where(SCAN_REOPENING.SCAN_ID.eq(SCAN.ID)).and(SCAN.STATE.eq("open")).orderBy(SCAN_REOPENING.REOPENED_AT.desc()).limit(1))
                .as("again");
        return sql
                .select(ROUND_CENTRE.ID, ROUND.ID, ROUND.TITLE, ROUND.QUESTIONNAIRE_ID, ROUND.VERSION, ROUND.OPENS_ON, ROUND.CLOSES_ON,
                        ROUND.CLOSED_AT, CENTRE.ID, CENTRE.NAME, SCAN.STATE, sent.field(SENT_SCAN.ID), sent.field(SENT_SCAN.NUMBER),
                        again.field(SCAN_REOPENING.REOPENED_AT), again.field(SCAN_REOPENING.REASON))
                .from(ROUND_CENTRE).join(ROUND).on(ROUND.ID.eq(ROUND_CENTRE.ROUND_ID)).join(CENTRE)
                .on(CENTRE.ID.eq(ROUND_CENTRE.CENTRE_ID)).leftJoin(SCAN)
                .on(SCAN.ROUND_ID.eq(ROUND.ID).and(SCAN.CENTRE_ID.eq(CENTRE.ID))).leftJoin(sent).on(trueCondition()).leftJoin(again)
                .on(trueCondition()).where(which)
                .fetchOptional(row -> new RoundPart(row.value1(), row.value2(), row.value3(),
                        new QuestionnaireKey(row.value4(), row.value5()), row.value6(), row.value7(),
                        Optional.ofNullable(row.value8()).map(RoundMailQueries::day), row.value9(), row.value10(), row.value11() != null,
                        "sent".equals(row.value11()), Optional.ofNullable(row.value12()), Optional.ofNullable(row.value14())
                                .map(at -> new RoundPart.Reopened(day(at), row.value15(), row.value13()))));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, BelgianDutch.ZONE);
    }

    /** The names of the centres of a round by their ids, in order of name. */
    Map<UUID, String> centres(UUID roundId) {
        return sql.select(CENTRE.ID, CENTRE.NAME).from(ROUND_CENTRE).join(CENTRE).on(CENTRE.ID.eq(ROUND_CENTRE.CENTRE_ID))
                .where(ROUND_CENTRE.ROUND_ID.eq(roundId)).orderBy(NameOrder.of(CENTRE.NAME), CENTRE.NAME)
                .fetchMap(CENTRE.ID, CENTRE.NAME);
    }

    /** Whether somebody works in the centre; otherwise it is the leader of one of its school groups who gets the mail. */
    boolean worksIn(UUID personId, UUID centreId) {
        return sql.fetchExists(MEMBERSHIP, MEMBERSHIP.PERSON_ID.eq(personId).and(MEMBERSHIP.CENTRE_ID.eq(centreId)));
    }

    /**
     * The part of one centre in one round, as far as the mails about it need to know: how far the scan is, never what it answers.
     *
     * @param roundTitle of one line
     * @param opensOn first day, in Belgium
     * @param closesOn last day, in Belgium
     * @param closedOn the day on which the round was closed; empty as long as it is not
     * @param started whether the centre began its scan
     * @param sent whether the scan is sent, and was not opened again since
     * @param lastSent what the centre sent last
     * @param reopened that what it sent was opened again, and not sent again since
     */
    record RoundPart(UUID id, UUID roundId, String roundTitle, QuestionnaireKey questionnaire, LocalDate opensOn, LocalDate closesOn,
            Optional<LocalDate> closedOn, UUID centreId, String centreName, boolean started, boolean sent, Optional<UUID> lastSent,
            Optional<Reopened> reopened) {

        /**
         * @param on the day, in Belgium
         * @param number of what was sent before, which counts meanwhile
         */
        record Reopened(LocalDate on, String reason, int number) {}

        boolean isClosed() {
            return closedOn.isPresent();
        }
    }
}
