package be.zelfscan.schedule;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;

/**
 * Something that the service does again and again while it runs. Each job is a bean; however many instances there are, one of them at a
 * time runs it. A run that was due while no instance was there comes when one starts, so a job finds out itself what there is to do.
 */
public interface RecurringJob {
    /** Name of the job in the scheduler's table; never changes. */
    String name();

    Schedule schedule();

    /** What it throws is noted; the next run comes as if nothing happened. */
    void run();

    /** The service is about to stop: ends what is under way, in bounded time, and begins nothing more. */
    default void stop() {}
}
