package be.zelfscan.report;

import be.zelfscan.schedule.RecurringJob;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes the reports of rounds that were asked for. {@code zelfscan.reports.make=false} leaves it to other instances. */
@Singleton
@Requires(property = "zelfscan.reports.make", value = "true", defaultValue = "true")
class RoundReportJob implements RecurringJob {
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int MOST_IN_ONE_RUN = 500;

    private final MakeRoundReports reports;
    private volatile boolean stopping;

    RoundReportJob(MakeRoundReports reports) {
        this.reports = reports;
    }

    @Override
    public String name() {
        return "round-reports";
    }

    @Override
    public Schedule schedule() {
        return FixedDelay.of(PAUSE);
    }

    @Override
    public void run() {
        for (int made = 0; made < MOST_IN_ONE_RUN && !stopping && reports.next(); made++) {
            Thread.yield();
        }
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
