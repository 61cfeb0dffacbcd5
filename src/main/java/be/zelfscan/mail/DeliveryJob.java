package be.zelfscan.mail;

import be.zelfscan.database.Scope;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has mail delivered from the start of the service to its end: at once when a transaction that put a message commits here, and every
 * few seconds for what another instance left or what has to be tried again. Every instance does so all the time, since each message is
 * claimed: mail goes on whichever of them dies. {@code zelfscan.mail.deliver=false} leaves it out; with
 * {@code zelfscan.schedule.run=false}, for commands, it only delivers what is put here.
 */
@Singleton
@Requires(property = "zelfscan.mail.deliver", value = "true", defaultValue = "true")
class DeliveryJob {
    /** Threads for any mail; there is one more for urgent mails alone. */
    static final int THREADS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final MailDelivery delivery;
    private final Composers composers;
    private final boolean looksAgain;
    private final ThreadPoolExecutor all = threads("mail-delivery", THREADS);
    private final ThreadPoolExecutor urgent = threads("mail-delivery-urgent", 1);
    private final ScheduledExecutorService looks = Executors
            .newSingleThreadScheduledExecutor(task -> Thread.ofPlatform().daemon().name("mail-delivery-look").unstarted(task));

    DeliveryJob(MailDelivery delivery, Composers composers, @Value("${zelfscan.schedule.run:true}") boolean looksAgain) {
        this.delivery = delivery;
        this.composers = composers;
        this.looksAgain = looksAgain;
    }

    /** As many runs that wait as there are at work are enough: one that waits sees all that was put before it begins. */
    private static ThreadPoolExecutor threads(String name, int number) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(number, number, PAUSE.toSeconds(), TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(number), task -> Thread.ofPlatform().daemon().name(name).unstarted(task),
                new ThreadPoolExecutor.DiscardPolicy());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    @EventListener
    void start(StartupEvent event) {
        if (looksAgain) {
            looks.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** However much there is, it is looked for by all threads. */
    private void look() {
        for (int thread = 0; thread < THREADS; thread++) {
            all.execute(run(delivery::run));
        }
        urgent.execute(run(delivery::runUrgent));
    }

    @TransactionalEventListener
    void committed(Outbox.MessagePut message) {
        if (composers.urgent().contains(message.kind())) {
            urgent.execute(run(delivery::runUrgent));
        } else {
            all.execute(run(delivery::run));
        }
    }

    /** Goes on as long as there is as much as a run takes. A run that fails is not lost: the next one finds the same messages. */
    private static Runnable run(IntSupplier delivery) {
        return () -> {
            try {
                int taken = MailDelivery.MOST_IN_ONE_RUN;
                while (taken == MailDelivery.MOST_IN_ONE_RUN) {
                    taken = new Scope.Service().call(delivery::getAsInt);
                }
            } catch (RuntimeException failure) {
                LOG.error("Mail could not be delivered now", failure);
            }
        };
    }

    @EventListener
    void stop(ShutdownEvent event) {
        delivery.stop();
        looks.shutdownNow();
        all.shutdown();
        urgent.shutdown();
        long end = System.nanoTime() + LONGEST_STOP.toNanos();
        if (!isEndedBy(end, all) || !isEndedBy(end, urgent)) {
            LOG.warn("A mail was still under way when the service stopped; it is taken up again when its claim lapses");
        }
    }

    private static boolean isEndedBy(long end, ExecutorService threads) {
        try {
            return threads.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
