package be.zelfscan.campaign;

import static be.zelfscan.database.schema.Tables.ROUND;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.round.RoundState;
import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.text.BelgianDutch;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Erases in the night the notes of rounds that were kept as long as the round says after its closing. What was answered stays.
 * Each round is a transaction of its own, so that what is done stays done.
 */
@Singleton
class EraseNotes implements RecurringJob {
    private static final LocalTime NIGHT = LocalTime.of(3, 15);
    private static final int MOST_IN_ONE_RUN = 1_000;

    private final DSLContext sql;
    private final ActivityLog log;
    private final Clock clock;

    EraseNotes(DSLContext sql, ActivityLog log, Clock clock) {
        this.sql = sql;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "note-erasure";
    }

    @Override
    public Schedule schedule() {
        return new Daily(BelgianDutch.ZONE, NIGHT);
    }

    @Override
    public void run() {
        due().forEach(this::of);
    }

    /** The rounds whose notes are to be erased now, those that were closed first before the others. */
    @ReadOnly
    List<UUID> due() {
        return sql.select(ROUND.ID).from(ROUND).where(ROUND.STATE.eq(RoundState.closed.name())).and(ROUND.NOTES_ERASED_AT.isNull())
                .and(condition("notes_kept_until({0}) <= {1}", ROUND, val(clock.instant(), ROUND.CLOSED_AT))).orderBy(ROUND.CLOSED_AT)
                .limit(MOST_IN_ONE_RUN).fetch(ROUND.ID);
    }

    /** Erases the notes of one round everywhere; does nothing when that was done before. The database refuses it when it is too early. */
    @Transactional
    void of(UUID roundId) {
        boolean erased = sql
                .select(field("erase_notes({0}, {1})", Boolean.class, val(roundId), val(clock.instant(), ROUND.NOTES_ERASED_AT)))
                .fetchSingle().value1();
        if (erased) {
            log.note(Action.notes_erased, roundId, "");
        }
    }
}
