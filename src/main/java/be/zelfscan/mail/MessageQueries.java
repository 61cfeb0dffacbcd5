package be.zelfscan.mail;

import static be.zelfscan.database.schema.Tables.MESSAGE;
import static be.zelfscan.database.schema.Tables.PERSON;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Messages in the database. The steps of a delivery are each a transaction of their own; the others need the transaction of a use
 * case.
 */
@Singleton
class MessageQueries {
    /** The address that the person of a message has now; as it was put where that is nobody (any more). */
    private static final Field<String> ADDRESS = coalesce(
            field(select(PERSON.EMAIL).from(PERSON).where(PERSON.ID.eq(MESSAGE.PERSON_ID)).and(PERSON.REMOVED_AT.isNull())),
            MESSAGE.RECIPIENT);
    // Written into the statements, where a parameter would hide from PostgreSQL that an index holds just these.
    private static final Field<String> WAITING = inline(Message.State.waiting.name());
    private static final Field<String> SENDING = inline(Message.State.sending.name());

    /**
     * A message in the hands of one instance, until the claim lapses.
     *
     * @param tries how often the message was claimed, this time included; tells this claim apart from a later one
     */
    record Claim(Message message, int tries) {}

    /** A message that nobody else repeats meanwhile. */
    record LockedMessage(Message message, Message.State state, Optional<UUID> roundId) {}

    private final DSLContext sql;

    MessageQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Adds a message.
     *
     * @param repeats the earlier message whose place it takes
     * @return false when there is such a message already, or another took that place
     */
    boolean add(Message message, Optional<UUID> roundId, Optional<UUID> repeats) {
        return sql.insertInto(MESSAGE).set(MESSAGE.ID, message.id()).set(MESSAGE.KIND, message.kind())
                .set(MESSAGE.RECIPIENT, message.recipient()).set(MESSAGE.SUBJECT_ID, message.subjectId())
                .set(MESSAGE.NUMBER, message.number()).set(MESSAGE.MESSAGE_ID, message.messageId())
                .set(MESSAGE.CREATED_AT, message.createdAt()).set(MESSAGE.DUE_AT, message.createdAt())
                .set(MESSAGE.ROUND_ID, roundId.orElse(null)).set(MESSAGE.REPEATS, repeats.orElse(null)).onConflictDoNothing()
                .execute() == 1;
    }

    /** The highest number of the messages of a kind about a subject; 0 when there is none. */
    int highestNumber(String kind, UUID subjectId) {
        return sql.select(coalesce(max(MESSAGE.NUMBER), 0)).from(MESSAGE).where(MESSAGE.KIND.eq(kind))
                .and(MESSAGE.SUBJECT_ID.eq(subjectId)).fetchSingle().value1();
    }

    /** A message with its state, to the address that its person has now. */
    Optional<LockedMessage> lock(UUID id) {
        return sql
                .select(MESSAGE.ID, MESSAGE.KIND, ADDRESS.as(MESSAGE.RECIPIENT), MESSAGE.SUBJECT_ID, MESSAGE.NUMBER, MESSAGE.MESSAGE_ID,
                        MESSAGE.CREATED_AT, MESSAGE.STATE, MESSAGE.ROUND_ID)
                .from(MESSAGE).where(MESSAGE.ID.eq(id)).forUpdate()
                .fetchOptional(row -> new LockedMessage(message(row), Message.State.valueOf(row.get(MESSAGE.STATE)),
                        Optional.ofNullable(row.get(MESSAGE.ROUND_ID))));
    }

    /**
     * Claims a message that is due, so that nobody else takes it before the claim lapses: an urgent one first, then one whose claim
     * lapsed, then the one that is due longest. From now on it goes to the address that its person has now.
     *
     * @param urgent the kinds for which somebody sits waiting
     * @param urgentOnly whether to leave the others
     */
    @Transactional
    Optional<Claim> claim(Instant now, Instant lapsesAt, Set<String> urgent, boolean urgentOnly) {
        var due = MESSAGE.as("due");
        Condition isUrgent = due.KIND.eq(any(urgent.toArray(String[]::new)));
        return sql.update(MESSAGE).set(MESSAGE.STATE, SENDING).set(MESSAGE.TRIES, MESSAGE.TRIES.plus(1)).set(MESSAGE.DUE_AT, lapsesAt)
                .set(MESSAGE.RECIPIENT, ADDRESS)
                .set(MESSAGE.FIRST_RECIPIENT,
                        when(ADDRESS.eq(MESSAGE.RECIPIENT), MESSAGE.FIRST_RECIPIENT)
                                .otherwise(coalesce(MESSAGE.FIRST_RECIPIENT, MESSAGE.RECIPIENT)))
                .where(MESSAGE.ID.eq(select(due.ID).from(due).where(due.STATE.in(WAITING, SENDING)).and(due.DUE_AT.le(now))
                        .and(urgentOnly ? isUrgent : noCondition())
                        .orderBy(isUrgent.desc(), due.STATE.eq(SENDING).desc(), due.DUE_AT).limit(1).forUpdate().skipLocked()))
                .returning(MESSAGE.ID, MESSAGE.KIND, MESSAGE.RECIPIENT, MESSAGE.SUBJECT_ID, MESSAGE.NUMBER, MESSAGE.MESSAGE_ID,
                        MESSAGE.CREATED_AT, MESSAGE.TRIES)
                .fetchOptional(row -> new Claim(message(row), row.get(MESSAGE.TRIES)));
    }

    /** Makes a claim last longer; returns false when it lapsed and another took the message. */
    @Transactional
    boolean extend(Claim claim, Instant lapsesAt) {
        return sql.update(MESSAGE).set(MESSAGE.DUE_AT, lapsesAt).where(isHeldBy(claim)).execute() == 1;
    }

    /** Whether the person of a message got another address since it was claimed. */
    @Transactional
    boolean isReaddressed(Claim claim) {
        return sql.fetchExists(MESSAGE, MESSAGE.ID.eq(claim.message().id()).and(ADDRESS.ne(claim.message().recipient())));
    }

    /** Lets a message wait as if it had not been claimed: it was not its turn yet. Returns false as {@link #settle} does. */
    @Transactional
    boolean putBack(Claim claim, Instant dueAt, String answer) {
        return sql.update(MESSAGE).set(MESSAGE.STATE, WAITING).set(MESSAGE.TRIES, MESSAGE.TRIES.minus(1)).set(MESSAGE.DUE_AT, dueAt)
                .set(MESSAGE.LAST_ANSWER, answer).where(isHeldBy(claim)).execute() == 1;
    }

    /**
     * Ends a claim.
     *
     * @param at when the message is tried again if it waits, else when that was settled
     * @return false when the claim lapsed and another took the message
     */
    @Transactional
    boolean settle(Claim claim, Message.State state, Instant at, String answer) {
        return sql.update(MESSAGE).set(MESSAGE.STATE, state.name()).set(MESSAGE.DUE_AT, at)
                .set(MESSAGE.DELIVERED_AT, state == Message.State.delivered ? at : null).set(MESSAGE.LAST_ANSWER, answer)
                .where(isHeldBy(claim)).execute() == 1;
    }

    private static Condition isHeldBy(Claim claim) {
        return MESSAGE.ID.eq(claim.message().id()).and(MESSAGE.STATE.eq(SENDING)).and(MESSAGE.TRIES.eq(claim.tries()));
    }

    private static Message message(Record row) {
        return new Message(row.get(MESSAGE.ID), row.get(MESSAGE.KIND), row.get(MESSAGE.RECIPIENT), row.get(MESSAGE.SUBJECT_ID),
                row.get(MESSAGE.NUMBER), row.get(MESSAGE.MESSAGE_ID), row.get(MESSAGE.CREATED_AT));
    }
}
