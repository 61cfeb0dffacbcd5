package be.zelfscan.mail;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.MESSAGE;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SCAN_REOPENING;
import static be.zelfscan.database.schema.Tables.SENT_SCAN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.selectOne;

import be.zelfscan.database.NameOrder;
import be.zelfscan.mail.MessageLedger.RoundMessages;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;

/** What was put in the outbox, as the database holds it. Every method needs the transaction of a use case. */
@Singleton
class LedgerQueries {
    private static final int MOST_ROUNDS = 200;
    private static final int MOST_ABOUT = 500;

    /**
     * Which messages are asked.
     *
     * @param page from 1
     */
    record Filter(Optional<UUID> roundId, Optional<String> kind, Optional<Message.State> state, int page) {
        /** Messages on one page. */
        static final int PAGE_SIZE = 50;

        static Filter ofRound(Optional<UUID> roundId) {
            return new Filter(roundId, Optional.empty(), Optional.empty(), 1);
        }

        Filter onPage(int other) {
            return new Filter(roundId, kind, state, other);
        }

        boolean isEmpty() {
            return roundId.isEmpty() && kind.isEmpty() && state.isEmpty();
        }

        private Condition condition() {
            return roundId.map(asked -> MESSAGE.ROUND_ID.eq(asked)).orElse(noCondition())
                    .and(kind.map(asked -> MESSAGE.KIND.eq(asked)).orElse(noCondition()))
                    .and(state.map(asked -> MESSAGE.STATE.eq(asked.name())).orElse(noCondition()));
        }
    }

    /**
     * A message in the ledger.
     *
     * @param formerly the address for which it was put, or to which the one went whose place it took; empty when that is the same
     * @param dueAt of a message that waits: when it is tried
     * @param centre the name of the centre that it is about; empty when there is none
     * @param round the title of the round that it is about; empty when there is none
     * @param isRepeated whether another message took its place
     */
    record Entry(UUID id, String kind, String recipient, Optional<String> formerly, int number, Message.State state, int tries,
            Instant createdAt, Instant dueAt, Optional<Instant> deliveredAt, String lastAnswer, Optional<UUID> roundId, String centre,
            String round, boolean isRepeated) {}

    /** A round that has messages. */
    record RoundChoice(UUID id, String title) {}

    private final DSLContext sql;

    LedgerQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The newest first. */
    List<Entry> page(Filter filter) {
        var m = MESSAGE.as("m");
        var earlier = MESSAGE.as("earlier");
        Field<String> before = field(select(earlier.RECIPIENT).from(earlier).where(earlier.ID.eq(m.REPEATS)));
        Field<String> formerly = nullif(coalesce(m.FIRST_RECIPIENT, before), m.RECIPIENT);
        Field<String> centre = coalesce(CENTRE.NAME, "");
        Field<String> round = coalesce(ROUND.TITLE, "");
        Field<Boolean> isRepeated = field(isRepeated(m));
        return sql
                .select(m.fields()).select(formerly, centre, round, isRepeated)
                .from(selectFrom(MESSAGE).where(filter.condition()).orderBy(MESSAGE.CREATED_AT.desc(), MESSAGE.ID)
                        .limit(Filter.PAGE_SIZE).offset((filter.page() - 1) * Filter.PAGE_SIZE).asTable(m))
                .leftJoin(ROUND_CENTRE).on(ROUND_CENTRE.ID.eq(m.SUBJECT_ID))
                .leftJoin(SENT_SCAN).on(SENT_SCAN.ID.eq(m.SUBJECT_ID))
                .leftJoin(SCAN_REOPENING).on(SCAN_REOPENING.ID.eq(m.SUBJECT_ID))
                .leftJoin(SCAN).on(SCAN.ID.eq(coalesce(SENT_SCAN.SCAN_ID, SCAN_REOPENING.SCAN_ID, m.SUBJECT_ID)))
                .leftJoin(CENTRE).on(CENTRE.ID.eq(coalesce(ROUND_CENTRE.CENTRE_ID, SCAN.CENTRE_ID)))
                .leftJoin(ROUND).on(ROUND.ID.eq(coalesce(m.ROUND_ID, SCAN.ROUND_ID)))
                .orderBy(m.CREATED_AT.desc(), m.ID)
                .fetch(row -> new Entry(row.get(m.ID), row.get(m.KIND), row.get(m.RECIPIENT), Optional.ofNullable(row.get(formerly)),
                        row.get(m.NUMBER), Message.State.valueOf(row.get(m.STATE)), row.get(m.TRIES), row.get(m.CREATED_AT),
                        row.get(m.DUE_AT), Optional.ofNullable(row.get(m.DELIVERED_AT)), row.get(m.LAST_ANSWER),
                        Optional.ofNullable(row.get(m.ROUND_ID)), row.get(centre), row.get(round), row.get(isRepeated)));
    }

    int total(Filter filter) {
        return sql.fetchCount(MESSAGE, filter.condition());
    }

    /** The rounds that have messages, the newest first. */
    List<RoundChoice> rounds() {
        return sql.select(ROUND.ID, ROUND.TITLE).from(ROUND)
                .where(exists(selectOne().from(MESSAGE).where(MESSAGE.ROUND_ID.eq(ROUND.ID))))
                .orderBy(ROUND.OPENS_ON.desc(), NameOrder.of(ROUND.TITLE), ROUND.TITLE, ROUND.ID).limit(MOST_ROUNDS)
                .fetch(Records.mapping(RoundChoice::new));
    }

    /** The messages about a subject, in the order in which they were put; at most {@value #MOST_ABOUT}. */
    List<MessageLedger.Status> about(UUID subjectId) {
        return sql
                .select(MESSAGE.KIND, MESSAGE.RECIPIENT, MESSAGE.NUMBER, MESSAGE.STATE.convertFrom(Message.State::valueOf), MESSAGE.TRIES,
                        MESSAGE.CREATED_AT, MESSAGE.DELIVERED_AT.convertFrom(Optional::ofNullable), MESSAGE.LAST_ANSWER)
                .from(MESSAGE).where(MESSAGE.SUBJECT_ID.eq(subjectId))
                .orderBy(MESSAGE.CREATED_AT, MESSAGE.KIND, MESSAGE.RECIPIENT, MESSAGE.NUMBER).limit(MOST_ABOUT)
                .fetch(Records.mapping(MessageLedger.Status::new));
    }

    /**
     * How far the messages of a round are, by kind, in the order in which the kinds were first put; without those that another took the
     * place of.
     *
     * @param label words a kind
     */
    List<RoundMessages.Kind> kinds(UUID roundId, UnaryOperator<String> label) {
        return sql
                .select(MESSAGE.KIND, MESSAGE.KIND.convertFrom(label::apply), number(Message.State.waiting, Message.State.sending),
                        number(Message.State.delivered), number(Message.State.failed), number(Message.State.withdrawn))
                .from(MESSAGE).where(MESSAGE.ROUND_ID.eq(roundId)).andNot(isRepeated(MESSAGE)).groupBy(MESSAGE.KIND)
                .orderBy(min(MESSAGE.CREATED_AT), MESSAGE.KIND).fetch(Records.mapping(RoundMessages.Kind::new));
    }

    private static Field<Integer> number(Message.State... states) {
        return count().filterWhere(MESSAGE.STATE.in(Stream.of(states).map(Message.State::name).toList()));
    }

    /** The messages of a round that were given up and that no other took the place of, the newest first. */
    List<RoundMessages.Failure> failed(UUID roundId, UnaryOperator<String> label) {
        return sql.select(MESSAGE.KIND.convertFrom(label::apply), MESSAGE.RECIPIENT, MESSAGE.LAST_ANSWER).from(MESSAGE)
                .where(MESSAGE.ROUND_ID.eq(roundId)).and(MESSAGE.STATE.eq(Message.State.failed.name())).andNot(isRepeated(MESSAGE))
                .orderBy(MESSAGE.CREATED_AT.desc(), MESSAGE.ID).limit(RoundMessages.MOST_FAILED)
                .fetch(Records.mapping(RoundMessages.Failure::new));
    }

    private static Condition isRepeated(be.zelfscan.database.schema.tables.Message message) {
        var later = MESSAGE.as("later");
        return exists(selectOne().from(later).where(later.REPEATS.eq(message.ID)));
    }
}
