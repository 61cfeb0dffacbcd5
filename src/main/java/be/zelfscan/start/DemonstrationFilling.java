package be.zelfscan.start;

import be.zelfscan.comparison.FreezeComparison;
import be.zelfscan.database.Scope;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the scans of a demonstration while the service already serves; what was broken off goes on at the next start. {@code zelfscan.demonstration.fill=false}
 * leaves it out.
 */
@Singleton
@Requires(property = "zelfscan.demonstration.fill", value = "true", defaultValue = "true")
class DemonstrationFilling {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationFilling.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final DemonstrationScans scans;
    private final FreezeComparison comparisons;
    private volatile boolean stopping;
    private volatile Thread work = new Thread();

    DemonstrationFilling(DemonstrationScans scans, FreezeComparison comparisons) {
        this.scans = scans;
        this.comparisons = comparisons;
    }

    void start() {
        work = Thread.ofPlatform().daemon().name("demonstration").start(() -> new Scope.Service().run(this::fill));
    }

    private void fill() {
        try {
            for (Cast.Place centre : Cast.read().centres()) {
                if (stopping) {
                    return;
                }
                scans.put(centre);
            }
            comparisons.closedNotFrozen().forEach(comparisons::freeze);
        } catch (RuntimeException failure) {
            LOG.error("The invented scans could not all be made", failure);
        }
    }

    @EventListener
    void stop(ShutdownEvent event) throws InterruptedException {
        stopping = true;
        work.join(LONGEST_STOP.toMillis());
    }
}
