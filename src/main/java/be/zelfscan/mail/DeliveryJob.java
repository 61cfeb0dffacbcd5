package be.zelfscan.mail;

import be.zelfscan.database.Scope;
import be.zelfscan.schedule.RecurringJob;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has mail delivered from the start of the service to its end: at once when a transaction that put a message commits here, and every few seconds for
 * what another instance left or what has to be tried again. {@code zelfscan.mail.deliver=false} leaves it out.
 */
@Singleton
@Requires(property = "zelfscan.mail.deliver", value = "true", defaultValue = "true")
class DeliveryJob implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final MailDelivery delivery;
    /** One run at work and one that waits are enough: the one that waits sees all that was put before it begins. */
    private final ThreadPoolExecutor runs = new ThreadPoolExecutor(1, 1, PAUSE.toSeconds(), TimeUnit.SECONDS, new ArrayBlockingQueue<>(1),
            task -> Thread.ofPlatform().daemon().name("mail-delivery").unstarted(task), new ThreadPoolExecutor.DiscardPolicy());

    DeliveryJob(MailDelivery delivery) {
        this.delivery = delivery;
        runs.allowCoreThreadTimeOut(true);
    }

    @Override
    public String name() {
        return "mail-delivery";
    }

    @Override
    public Schedule schedule() {
        return FixedDelay.of(PAUSE);
    }

    @Override
    public void run() {
        delivery.run();
    }

    @TransactionalEventListener
    void committed(MessageWaiting message) {
        runs.execute(this::runNow);
    }

    /** A run that fails is not lost: the scheduler's next one finds the same messages. */
    private void runNow() {
        try {
            new Scope.Service().run(delivery::run);
        } catch (RuntimeException failure) {
            LOG.error("Mail could not be delivered at once", failure);
        }
    }

    @Override
    public void stop() {
        delivery.stop();
        runs.shutdown();
        try {
            if (!runs.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A mail was still under way when the service stopped; it is taken up again when its claim lapses");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
