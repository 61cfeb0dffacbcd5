package be.zelfscan.opening;

import static be.zelfscan.database.schema.Tables.COMPARISON_CENTRE;
import static be.zelfscan.database.schema.Tables.OPENING;
import static be.zelfscan.database.schema.Tables.OPENINGS_OF;
import static be.zelfscan.database.schema.Tables.OPENING_CHOICES;
import static be.zelfscan.database.schema.Tables.OPENING_RECIPIENTS;
import static be.zelfscan.database.schema.Tables.ROUND;
import static org.jooq.impl.DSL.val;

import be.zelfscan.database.NameOrder;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;

/** Openings in the database. Every method needs the transaction of a use case. */
@Singleton
class OpeningQueries {
    /** A centre that one can open to, in a round. */
    record Choice(UUID roundId, String round, UUID centreId, String name) {}

    /** An offer as the mail about it tells it. */
    record Offer(String round, String offering, UUID accepting, boolean notes) {}

    private final DSLContext sql;

    OpeningQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The openings of a centre, the newest first. */
    List<Opening> of(UUID centreId) {
        return sql.selectFrom(OPENINGS_OF.call(centreId)).orderBy(OPENINGS_OF.OFFERED_AT.desc(), OPENINGS_OF.ID)
                .fetch(row -> new Opening(row.get(OPENINGS_OF.ID), row.get(OPENINGS_OF.ROUND_ID), row.get(OPENINGS_OF.TITLE),
                        row.get(OPENINGS_OF.OTHER_ID), row.get(OPENINGS_OF.OTHER_NAME), row.get(OPENINGS_OF.BY_OWN),
                        isTrue(row.get(OPENINGS_OF.OWN_NOTES)), isTrue(row.get(OPENINGS_OF.OTHER_NOTES)), row.get(OPENINGS_OF.OFFERED_AT),
                        Optional.ofNullable(row.get(OPENINGS_OF.ACCEPTED_AT)), Optional.ofNullable(row.get(OPENINGS_OF.ENDED_AT))
                                .map(at -> new Opening.Ended(row.get(OPENINGS_OF.ENDED_BY_OWN), at))));
    }

    /** The notes of who has not accepted yet are nothing. */
    private static boolean isTrue(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    /** The centres that a centre can open to, by round, the newest first. */
    List<Choice> choices(UUID centreId) {
        return sql.select(OPENING_CHOICES.ROUND_ID, OPENING_CHOICES.TITLE, OPENING_CHOICES.CENTRE_ID, OPENING_CHOICES.NAME)
                .from(OPENING_CHOICES.call(centreId))
                .orderBy(OPENING_CHOICES.OPENS_ON.desc(), NameOrder.of(OPENING_CHOICES.TITLE), OPENING_CHOICES.TITLE,
                        OPENING_CHOICES.ROUND_ID,
                        NameOrder.of(OPENING_CHOICES.NAME), OPENING_CHOICES.CENTRE_ID)
                .fetch(Records.mapping(Choice::new));
    }

    /** The addresses of who is told of an offer. */
    List<String> recipients(UUID openingId) {
        return sql.select(OPENING_RECIPIENTS.EMAIL).from(OPENING_RECIPIENTS.call(openingId)).fetch(OPENING_RECIPIENTS.EMAIL);
    }

    /** An offer as long as nobody accepted or ended it. */
    Optional<Offer> waiting(UUID openingId) {
        return sql.select(ROUND.TITLE, COMPARISON_CENTRE.NAME, OPENING.ACCEPTING_ID, OPENING.OFFERED_NOTES).from(OPENING).join(ROUND)
                .on(ROUND.ID.eq(OPENING.ROUND_ID)).join(COMPARISON_CENTRE)
                .on(COMPARISON_CENTRE.ROUND_ID.eq(OPENING.ROUND_ID).and(COMPARISON_CENTRE.CENTRE_ID.eq(OPENING.OFFERING_ID)))
                .where(OPENING.ID.eq(openingId)).and(OPENING.ACCEPTED_AT.isNull()).and(OPENING.ENDED_AT.isNull())
                .fetchOptional(Records.mapping(Offer::new));
    }

    /** Offers to open; returns false when there is something between these centres in this round already. */
    boolean add(UUID id, UUID roundId, UUID offering, UUID accepting, UUID by, Instant now, boolean notes) {
        return sql.insertInto(OPENING, OPENING.ID, OPENING.ROUND_ID, OPENING.OFFERING_ID, OPENING.ACCEPTING_ID, OPENING.OFFERED_BY,
                OPENING.OFFERED_AT, OPENING.OFFERED_NOTES).values(id, roundId, offering, accepting, by, now, notes).onConflictDoNothing()
                .execute() == 1;
    }

    /** Returns false when it is no offer to this centre any more. */
    boolean accept(UUID id, UUID centreId, UUID by, Instant now, boolean notes) {
        return sql.update(OPENING).set(OPENING.ACCEPTED_BY, by).set(OPENING.ACCEPTED_AT, now).set(OPENING.ACCEPTED_NOTES, notes)
                .where(OPENING.ID.eq(id)).and(OPENING.ACCEPTING_ID.eq(centreId)).and(OPENING.ACCEPTED_AT.isNull())
                .and(OPENING.ENDED_AT.isNull()).execute() == 1;
    }

    /** Returns false when it was ended already. */
    boolean end(UUID id, UUID centreId, UUID by, Instant now) {
        return sql.update(OPENING).set(OPENING.ENDED_OF, centreId).set(OPENING.ENDED_BY, by).set(OPENING.ENDED_AT, now)
                .where(OPENING.ID.eq(id)).and(val(centreId).in(OPENING.OFFERING_ID, OPENING.ACCEPTING_ID)).and(OPENING.ENDED_AT.isNull())
                .execute() == 1;
    }
}
