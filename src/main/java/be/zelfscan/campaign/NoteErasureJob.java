package be.zelfscan.campaign;

import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.web.BelgianDutch;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import jakarta.inject.Singleton;
import java.time.LocalTime;

/** Erases in the night the notes that were kept long enough. */
@Singleton
class NoteErasureJob implements RecurringJob {
    private static final LocalTime NIGHT = LocalTime.of(3, 15);

    private final NoteRetention retention;

    NoteErasureJob(NoteRetention retention) {
        this.retention = retention;
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
        retention.run();
    }
}
