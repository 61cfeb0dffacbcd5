package be.zelfscan.campaign;

import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.web.BelgianDutch;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.LocalTime;

/** Sends the scheduled reminders in the morning; the run at noon finds something only when the one in the morning did not succeed. */
@Singleton
@Requires(property = "zelfscan.mail.deliver", value = "true", defaultValue = "true")
class ReminderJob implements RecurringJob {
    private static final LocalTime MORNING = LocalTime.of(7, 30);
    private static final LocalTime NOON = LocalTime.of(12, 0);

    private final RemindOnSchedule reminders;

    ReminderJob(RemindOnSchedule reminders) {
        this.reminders = reminders;
    }

    @Override
    public String name() {
        return "round-reminders";
    }

    @Override
    public Schedule schedule() {
        return new Daily(BelgianDutch.ZONE, MORNING, NOON);
    }

    @Override
    public void run() {
        reminders.remind();
    }
}
