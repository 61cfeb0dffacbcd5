package be.zelfscan.campaign;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.CENTRE_SCHOOL_GROUP;
import static be.zelfscan.database.schema.Tables.MEMBERSHIP;
import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SCAN_REOPENING;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP_LEADER;
import static be.zelfscan.database.schema.Tables.SENT_SCAN;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import be.zelfscan.database.NameOrder;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The centres of rounds, as the mails about them know them. Every method needs the transaction of a use case. */
@Singleton
class RoundPartQueries {
    /**
     * A centre in a round, as far as the mails about it need to know: how far the scan is, never what it answers.
     *
     * @param started whether the centre began its scan
     * @param sent whether the scan is sent, and was not opened again since
     * @param lastSent what the centre sent last
     * @param reopened that what it sent was opened again, and not sent again since
     */
    record RoundPart(Round round, UUID centreId, String centreName, boolean started, boolean sent, Optional<UUID> lastSent,
            Optional<Reopened> reopened) {
        /**
         * @param on the day, in Belgium
         * @param number of what was sent before, which counts meanwhile
         */
        record Reopened(LocalDate on, String reason, int number) {}
    }

    private final DSLContext sql;
    private final RoundRepository rounds;

    RoundPartQueries(DSLContext sql, RoundRepository rounds) {
        this.sql = sql;
        this.rounds = rounds;
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
                .select(ROUND_CENTRE.ROUND_ID, CENTRE.ID, CENTRE.NAME, SCAN.STATE, sent.field(SENT_SCAN.ID),
                        sent.field(SENT_SCAN.NUMBER), again.field(SCAN_REOPENING.REOPENED_AT), again.field(SCAN_REOPENING.REASON))
                .from(ROUND_CENTRE).join(CENTRE).on(CENTRE.ID.eq(ROUND_CENTRE.CENTRE_ID)).leftJoin(SCAN)
                .on(SCAN.ROUND_ID.eq(ROUND_CENTRE.ROUND_ID).and(SCAN.CENTRE_ID.eq(CENTRE.ID))).leftJoin(sent).on(trueCondition())
                .leftJoin(again).on(trueCondition()).where(which)
                .fetchOptional(row -> new RoundPart(rounds.get(row.value1()), row.value2(), row.value3(), row.value4() != null,
                        "sent".equals(row.value4()), Optional.ofNullable(row.value5()), Optional.ofNullable(row.value7())
                                .map(at -> new RoundPart.Reopened(LocalDate.ofInstant(at, BelgianDutch.ZONE), row.value8(),
                                        row.value6()))));
    }

    /** The names of the centres of a round by their ids, in order of name. */
    Map<UUID, String> centres(UUID roundId) {
        return sql.select(CENTRE.ID, CENTRE.NAME).from(ROUND_CENTRE).join(CENTRE).on(CENTRE.ID.eq(ROUND_CENTRE.CENTRE_ID))
                .where(ROUND_CENTRE.ROUND_ID.eq(roundId)).orderBy(NameOrder.of(CENTRE.NAME), CENTRE.NAME)
                .fetchMap(CENTRE.ID, CENTRE.NAME);
    }

    /**
     * The centres of a round with which somebody has to do, in order of name.
     *
     * @return by the id of a centre: whether the person works there; otherwise it is one of whose school groups the person leads
     */
    Map<UUID, Boolean> centres(UUID roundId, UUID personId) {
        Field<Boolean> worksThere = field(exists(selectOne().from(MEMBERSHIP).where(MEMBERSHIP.CENTRE_ID.eq(CENTRE.ID))
                .and(MEMBERSHIP.PERSON_ID.eq(personId))));
        return sql.select(CENTRE.ID, worksThere).from(ROUND_CENTRE).join(CENTRE).on(CENTRE.ID.eq(ROUND_CENTRE.CENTRE_ID))
                .where(ROUND_CENTRE.ROUND_ID.eq(roundId))
                .and(ROUND_CENTRE.CENTRE_ID.in(select(MEMBERSHIP.CENTRE_ID).from(MEMBERSHIP).where(MEMBERSHIP.PERSON_ID.eq(personId))
                        .unionAll(select(CENTRE_SCHOOL_GROUP.CENTRE_ID).from(CENTRE_SCHOOL_GROUP).join(SCHOOL_GROUP_LEADER)
                                .on(SCHOOL_GROUP_LEADER.SCHOOL_GROUP_ID.eq(CENTRE_SCHOOL_GROUP.SCHOOL_GROUP_ID))
                                .where(SCHOOL_GROUP_LEADER.PERSON_ID.eq(personId)))))
                .orderBy(NameOrder.of(CENTRE.NAME), CENTRE.NAME).fetchMap(CENTRE.ID, worksThere);
    }

    /** Whether somebody works in the centre; otherwise it is the leader of one of its school groups who gets the mail. */
    boolean worksIn(UUID personId, UUID centreId) {
        return sql.fetchExists(MEMBERSHIP, MEMBERSHIP.PERSON_ID.eq(personId).and(MEMBERSHIP.CENTRE_ID.eq(centreId)));
    }
}
