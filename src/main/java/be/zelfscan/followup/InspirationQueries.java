package be.zelfscan.followup;

import static be.zelfscan.database.schema.Tables.CHOSEN_OPTION;
import static be.zelfscan.database.schema.Tables.COMPARED_CENTRES;
import static be.zelfscan.database.schema.Tables.INTRODUCED_PERSON;
import static be.zelfscan.database.schema.Tables.INTRODUCTION;
import static be.zelfscan.database.schema.Tables.MEMBERSHIP;
import static be.zelfscan.database.schema.Tables.MESSAGE;
import static be.zelfscan.database.schema.Tables.PERSON;
import static be.zelfscan.database.schema.Tables.SENT_NOTE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import be.zelfscan.database.NameOrder;
import be.zelfscan.organisation.Person;
import be.zelfscan.organisation.Role;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * Who offers an inspiring practice, who looks for one, and who was introduced to whom. Every method needs the transaction of a
 * use case.
 */
@Singleton
class InspirationQueries {
    /** @param place from 0, where the order means something */
    record BlockChoice(UUID centreId, String centre, UUID sentScanId, String block, int place) {}

    /** An introduction as it was made. */
    record Introduced(UUID id, UUID roundId, IntroduceCentres.Match match, String message) {}

    /** Somebody who can sign in. */
    private static final Condition ACTIVE = PERSON.ENDED_ON.isNull().and(PERSON.REMOVED_AT.isNull());

    private final DSLContext sql;

    InspirationQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The blocks that the centres of a round chose in a question over all blocks, by the name of the centre. */
    List<BlockChoice> choices(UUID roundId, String section, String question) {
        return sql
                .select(COMPARED_CENTRES.CENTRE_ID, COMPARED_CENTRES.NAME, COMPARED_CENTRES.SENT_SCAN_ID, CHOSEN_OPTION.OPTION,
                        CHOSEN_OPTION.POSITION)
                .from(COMPARED_CENTRES.call(roundId)).join(CHOSEN_OPTION).on(CHOSEN_OPTION.SENT_SCAN_ID.eq(COMPARED_CENTRES.SENT_SCAN_ID))
                .where(CHOSEN_OPTION.SECTION.eq(section)).and(CHOSEN_OPTION.QUESTION.eq(question))
                .orderBy(NameOrder.of(COMPARED_CENTRES.NAME), COMPARED_CENTRES.NAME, COMPARED_CENTRES.CENTRE_ID, CHOSEN_OPTION.POSITION)
                .fetch(Records.mapping(BlockChoice::new));
    }

    /** The notes that go with such a question, by snapshot. */
    Map<UUID, String> notes(UUID roundId, String section, String question) {
        return sql.select(SENT_NOTE.SENT_SCAN_ID, SENT_NOTE.NOTE).from(SENT_NOTE).join(COMPARED_CENTRES.call(roundId))
                .on(COMPARED_CENTRES.SENT_SCAN_ID.eq(SENT_NOTE.SENT_SCAN_ID)).where(SENT_NOTE.SECTION.eq(section))
                .and(SENT_NOTE.QUESTION.eq(question)).and(SENT_NOTE.PART.eq(""))
                .fetchMap(SENT_NOTE.SENT_SCAN_ID, SENT_NOTE.NOTE);
    }

    /** The name of a centre in a round; empty when it takes no part. */
    Optional<String> name(UUID roundId, UUID centreId) {
        return sql.select(COMPARED_CENTRES.NAME).from(COMPARED_CENTRES.call(roundId))
                .where(COMPARED_CENTRES.CENTRE_ID.eq(centreId)).fetchOptional(COMPARED_CENTRES.NAME);
    }

    /** Who was introduced to whom in a round, and how far the mails of that are; a mail that was sent again counts for the one before. */
    List<IntroduceCentres.IntroductionState> introductions(UUID roundId) {
        var later = MESSAGE.as("later");
        return sql
                .select(INTRODUCTION.BLOCK, INTRODUCTION.INSPIRING, INTRODUCTION.SEEKING, INTRODUCTION.INTRODUCED_AT, count(MESSAGE.ID),
                        count(MESSAGE.ID).filterWhere(MESSAGE.STATE.eq("delivered")),
                        count(MESSAGE.ID).filterWhere(MESSAGE.STATE.in("failed", "withdrawn")))
                .from(INTRODUCTION).leftJoin(MESSAGE)
                .on(MESSAGE.SUBJECT_ID.eq(INTRODUCTION.ID).and(notExists(selectOne().from(later).where(later.REPEATS.eq(MESSAGE.ID)))))
                .where(INTRODUCTION.ROUND_ID.eq(roundId)).groupBy(INTRODUCTION.ID)
                .fetch(row -> new IntroduceCentres.IntroductionState(new IntroduceCentres.Match(row.value1(), row.value2(), row.value3()),
                        row.value4(),
                        row.value5(), row.value6(), row.value7()));
    }

    /** Returns whether it is there now; not when these two were introduced before for that block. */
    boolean add(Introduced made, UUID person, Instant now) {
        return sql.insertInto(INTRODUCTION, INTRODUCTION.ID, INTRODUCTION.ROUND_ID, INTRODUCTION.BLOCK, INTRODUCTION.INSPIRING,
                INTRODUCTION.SEEKING, INTRODUCTION.MESSAGE, INTRODUCTION.INTRODUCED_BY, INTRODUCTION.INTRODUCED_AT)
                .values(made.id(), made.roundId(), made.match().block(), made.match().inspiring(), made.match().seeking(), made.message(),
                        person, now)
                .onConflictDoNothing().execute() == 1;
    }

    void addPerson(UUID introductionId, UUID personId, UUID centreId) {
        sql.insertInto(INTRODUCED_PERSON, INTRODUCED_PERSON.INTRODUCTION_ID, INTRODUCED_PERSON.PERSON_ID, INTRODUCED_PERSON.CENTRE_ID)
                .values(introductionId, personId, centreId).execute();
    }

    Optional<Introduced> find(UUID id) {
        return sql
                .select(INTRODUCTION.ROUND_ID, INTRODUCTION.BLOCK, INTRODUCTION.INSPIRING, INTRODUCTION.SEEKING, INTRODUCTION.MESSAGE)
                .from(INTRODUCTION).where(INTRODUCTION.ID.eq(id)).fetchOptional(row -> new Introduced(id, row.value1(),
                        new IntroduceCentres.Match(row.value2(), row.value3(), row.value4()), row.value5()));
    }

    /** The directors of a centre who can sign in, by name. */
    List<Person> directors(UUID centreId) {
        return sql.select(PERSON.ID, PERSON.NAME, PERSON.EMAIL).from(MEMBERSHIP).join(PERSON).on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .where(MEMBERSHIP.CENTRE_ID.eq(centreId)).and(MEMBERSHIP.ROLE.eq(Role.director.name())).and(ACTIVE)
                .orderBy(NameOrder.of(PERSON.NAME), PERSON.NAME, PERSON.ID).fetch(Records.mapping(Person::new));
    }

    /** Whom an introduction named for a centre, as far as they are still its directors, by name. */
    List<Person> introduced(UUID introductionId, UUID centreId) {
        return sql.select(PERSON.ID, PERSON.NAME, PERSON.EMAIL).from(INTRODUCED_PERSON).join(PERSON)
                .on(PERSON.ID.eq(INTRODUCED_PERSON.PERSON_ID)).where(INTRODUCED_PERSON.INTRODUCTION_ID.eq(introductionId))
                .and(INTRODUCED_PERSON.CENTRE_ID.eq(centreId)).and(ACTIVE)
                .and(exists(selectOne().from(MEMBERSHIP).where(MEMBERSHIP.PERSON_ID.eq(PERSON.ID), MEMBERSHIP.CENTRE_ID.eq(centreId),
                        MEMBERSHIP.ROLE.eq(Role.director.name()))))
                .orderBy(NameOrder.of(PERSON.NAME), PERSON.NAME, PERSON.ID).fetch(Records.mapping(Person::new));
    }
}
