package be.zelfscan.activity;

import static be.zelfscan.database.schema.Tables.ACTIVITY_LOG;
import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.PERSON;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import be.zelfscan.text.BelgianDutch;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;

/** The log in the database. Every method needs the transaction of a use case. */
@Singleton
class ActivityRepository {
    /**
     * One line of the log.
     *
     * @param person name of who did it; {@link #SERVICE} for what the service did by itself
     * @param subject name of what it was done to, when it has one
     */
    record Entry(long id, Instant at, String person, Action action, String subject, String detail) {
        /** Stands where nobody did it. */
        static final String SERVICE = "Zelfscan";

        /** What it was done to, in words. */
        String about() {
            return subject.isEmpty() || detail.contains(subject) ? detail : detail.isEmpty() ? subject : subject + ": " + detail;
        }
    }

    /**
     * Which lines of the log are wanted.
     *
     * @param person part of a name, accents or not; empty for everybody
     * @param from first day, in Belgium
     * @param until last day, in Belgium
     */
    record Filter(Optional<Action> action, String person, Optional<LocalDate> from, Optional<LocalDate> until) {}

    private final DSLContext sql;

    ActivityRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** @param details by subject */
    void add(Instant at, Optional<UUID> person, Action action, Map<UUID, String> details) {
        if (!details.isEmpty()) {
            sql.insertInto(ACTIVITY_LOG, ACTIVITY_LOG.AT, ACTIVITY_LOG.PERSON_ID, ACTIVITY_LOG.ACTION, ACTIVITY_LOG.SUBJECT_ID,
                    ACTIVITY_LOG.DETAIL)
                    .valuesOfRows(details.entrySet().stream()
                            .map(entry -> row(at, person.orElse(null), action.name(), entry.getKey(), entry.getValue())).toList())
                    .execute();
        }
    }

    /** The newest lines before a line, or of all, the newest first. */
    List<Entry> newest(Filter filter, Optional<Long> before, int most) {
        var subject = PERSON.as("subject");
        Field<String> who = coalesce(PERSON.NAME, inline(Entry.SERVICE));
        return sql
                .select(ACTIVITY_LOG.ID, ACTIVITY_LOG.AT, who, ACTIVITY_LOG.ACTION.convertFrom(Action::valueOf),
                        coalesce(subject.NAME, CENTRE.NAME, SCHOOL_GROUP.NAME, ROUND.TITLE, inline("")), ACTIVITY_LOG.DETAIL)
                .from(ACTIVITY_LOG).leftJoin(PERSON).on(PERSON.ID.eq(ACTIVITY_LOG.PERSON_ID))
                .leftJoin(subject).on(subject.ID.eq(ACTIVITY_LOG.SUBJECT_ID))
                .leftJoin(CENTRE).on(CENTRE.ID.eq(ACTIVITY_LOG.SUBJECT_ID))
                .leftJoin(SCHOOL_GROUP).on(SCHOOL_GROUP.ID.eq(ACTIVITY_LOG.SUBJECT_ID))
                .leftJoin(ROUND).on(ROUND.ID.eq(ACTIVITY_LOG.SUBJECT_ID))
                .where(conditions(filter, before, who)).orderBy(ACTIVITY_LOG.AT.desc(), ACTIVITY_LOG.ID.desc()).limit(most)
                .fetch(Records.mapping(Entry::new));
    }

    private static List<Condition> conditions(Filter filter, Optional<Long> before, Field<String> who) {
        List<Condition> all = new ArrayList<>();
        var last = ACTIVITY_LOG.as("last");
        before.ifPresent(id -> all.add(row(ACTIVITY_LOG.AT, ACTIVITY_LOG.ID)
                .lt(select(last.AT, last.ID).from(last).where(last.ID.eq(id)))));
        filter.action().ifPresent(action -> all.add(ACTIVITY_LOG.ACTION.eq(action.name())));
        filter.from().ifPresent(day -> all.add(ACTIVITY_LOG.AT.ge(startOf(day))));
        filter.until().ifPresent(day -> all.add(ACTIVITY_LOG.AT.lt(startOf(day.plusDays(1)))));
        if (!filter.person().isEmpty()) {
            all.add(condition("position(folded({0}) in folded({1})) > 0", val(filter.person()), who));
        }
        return all;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BelgianDutch.ZONE).toInstant();
    }
}
