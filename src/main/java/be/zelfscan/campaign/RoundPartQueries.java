package be.zelfscan.campaign;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.MEMBERSHIP;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SCAN_REOPENING;
import static be.zelfscan.database.schema.Tables.SENT_SCAN;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import be.zelfscan.database.NameOrder;
import be.zelfscan.organisation.Centre;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/** The parts of centres in rounds, in the database. Every method needs the transaction of a use case. */
@Singleton
class RoundPartQueries {
    private final DSLContext sql;

    RoundPartQueries(DSLContext sql) {
        this.sql = sql;
    }

    Optional<RoundPart> find(UUID partId) {
        return find(ROUND_CENTRE.ID.eq(partId));
    }

    Optional<RoundPart> find(UUID roundId, UUID centreId) {
        return find(ROUND_CENTRE.ROUND_ID.eq(roundId).and(ROUND_CENTRE.CENTRE_ID.eq(centreId)));
    }

    private Optional<RoundPart> find(Condition which) {
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
                        Optional.ofNullable(row.value8()).map(RoundPartQueries::day), row.value9(), row.value10(), row.value11() != null,
                        "sent".equals(row.value11()), Optional.ofNullable(row.value12()), Optional.ofNullable(row.value14())
                                .map(at -> new RoundPart.Reopened(day(at), row.value15(), row.value13()))));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, BelgianDutch.ZONE);
    }

    /** The centres of a round, by name. */
    List<Centre> centres(UUID roundId) {
        return sql.select(CENTRE.ID, CENTRE.NAME).from(ROUND_CENTRE).join(CENTRE).on(CENTRE.ID.eq(ROUND_CENTRE.CENTRE_ID))
                .where(ROUND_CENTRE.ROUND_ID.eq(roundId)).orderBy(NameOrder.of(CENTRE.NAME), CENTRE.NAME)
                .fetch(Records.mapping(Centre::new));
    }

    /** Whether somebody works in the centre; otherwise it is the leader of one of its school groups who gets the mail. */
    boolean worksIn(UUID personId, UUID centreId) {
        return sql.fetchExists(MEMBERSHIP, MEMBERSHIP.PERSON_ID.eq(personId).and(MEMBERSHIP.CENTRE_ID.eq(centreId)));
    }
}
