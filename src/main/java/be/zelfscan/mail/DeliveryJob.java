package be.zelfscan.mail;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.jdbc.DataSourceResolver;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has mail delivered from the start of the service to its end: at once when a transaction that put a message commits here, and every few seconds for
 * what another instance left or what has to be tried again. {@code zelfscan.mail.deliver=false} leaves it out.
 */
@Singleton
@Requires(property = "zelfscan.mail.deliver", value = "true", defaultValue = "true")
class DeliveryJob {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int HEARTBEATS_OF_A_DEAD_WORKER = 6;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final MailDelivery delivery;
    private final Scheduler scheduler;
    /** One run at work and one that waits are enough: the one that waits sees all that was put before it begins. */
    private final ThreadPoolExecutor runs = new ThreadPoolExecutor(1, 1, PAUSE.toSeconds(), TimeUnit.SECONDS, new ArrayBlockingQueue<>(1),
            task -> Thread.ofPlatform().daemon().name("mail-delivery").unstarted(task), new ThreadPoolExecutor.DiscardPolicy());

    DeliveryJob(MailDelivery delivery, DataSource dataSource, DataSourceResolver resolver) {
        this.delivery = delivery;
        runs.allowCoreThreadTimeOut(true);
        // The scheduler takes connections of its own from the pool, and so never takes part in the transaction of a use case.
        scheduler = Scheduler.create(resolver.resolve(dataSource))
                .startTasks(Tasks.recurring("mail-delivery", FixedDelay.of(PAUSE)).execute((instance, context) -> delivery.run()))
                .threads(1).pollingInterval(PAUSE).heartbeatInterval(HEARTBEAT).missedHeartbeatsLimit(HEARTBEATS_OF_A_DEAD_WORKER)
                .shutdownMaxWait(LONGEST_STOP).commitWhenAutocommitDisabled(true).build();
    }

    @EventListener
    void start(StartupEvent event) {
        scheduler.start();
    }

    @TransactionalEventListener
    void committed(MessageWaiting message) {
        runs.execute(this::runNow);
    }

    /** A run that fails is not lost: the scheduler's next one finds the same messages. */
    private void runNow() {
        try {
            delivery.run();
        } catch (RuntimeException failure) {
            LOG.error("Mail could not be delivered at once", failure);
        }
    }

    @EventListener
    void stop(ShutdownEvent event) throws InterruptedException {
        delivery.stop();
        runs.shutdown();
        scheduler.stop();
        if (!runs.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("A mail was still under way when the service stopped; it is taken up again when its claim lapses");
        }
    }
}
