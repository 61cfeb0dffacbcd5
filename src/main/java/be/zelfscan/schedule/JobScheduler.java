package be.zelfscan.schedule;

import be.zelfscan.database.LongWork;
import be.zelfscan.database.Scope;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.jdbc.DataSourceResolver;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * Runs the jobs from the start of the service to its end; {@code zelfscan.schedule.run=false}, for commands, leaves them to the services
 * that serve.
 */
@Singleton
@Requires(beans = RecurringJob.class)
@Requires(property = "zelfscan.schedule.run", value = "true", defaultValue = "true")
class JobScheduler {
    private static final Duration POLLING = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int HEARTBEATS_OF_A_DEAD_WORKER = 6;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final List<RecurringJob> jobs;
    private final Scheduler scheduler;

    JobScheduler(List<RecurringJob> jobs, DataSource dataSource, DataSourceResolver resolver) {
        this.jobs = List.copyOf(jobs);
        // The scheduler takes connections of its own from the pool, and so never takes part in the transaction of a use case.
        scheduler = Scheduler.create(resolver.resolve(dataSource)).startTasks(jobs.stream().map(JobScheduler::task).toList())
                .threads(jobs.size()).pollingInterval(POLLING).heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_OF_A_DEAD_WORKER).shutdownMaxWait(LONGEST_STOP)
                .commitWhenAutocommitDisabled(true).build();
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), job.schedule())
                .execute((instance, context) -> new Scope.Service().run(() -> LongWork.run(job::run)));
    }

    @EventListener
    void start(StartupEvent event) {
        scheduler.start();
    }

    @EventListener
    void stop(ShutdownEvent event) {
        jobs.forEach(RecurringJob::stop);
        scheduler.stop();
    }
}
