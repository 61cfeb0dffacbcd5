package be.zelfscan.start;

import be.zelfscan.comparison.FreezeComparison;
import be.zelfscan.database.Scope;
import be.zelfscan.questionnaire.BrokenDefinition;
import be.zelfscan.questionnaire.BrokenDefinition.Fault;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.Deployment;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be in the database before the first request: the versions of the instruments, and in a demonstration its data, but for most
 * of the scans, which come while it serves. */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
class Preparation implements ApplicationEventListener<StartupEvent> {
    private final Instruments instruments;
    private final RoundRepository rounds;
    private final Demonstration demonstration;
    private final Optional<DemonstrationFilling> filling;
    private final FreezeComparison comparisons;
    private final Deployment service;
    private final Clock clock;

    Preparation(Instruments instruments, RoundRepository rounds, Demonstration demonstration,
            Optional<DemonstrationFilling> filling, FreezeComparison comparisons, Deployment service, Clock clock) {
        this.instruments = instruments;
        this.rounds = rounds;
        this.demonstration = demonstration;
        this.filling = filling;
        this.comparisons = comparisons;
        this.service = service;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        new Scope.Service().run(this::prepare);
    }

    private void prepare() {
        registerInstruments();
        if (service.demonstration()) {
            demonstration.prepare();
            demonstration.sendEarlier();
            filling.ifPresent(DemonstrationFilling::start);
        } else {
            comparisons.freezeAllClosed();
        }
    }

    void registerInstruments() {
        List<Fault> faults = new ArrayList<>();
        instruments.all().forEach(definition -> {
            QuestionnaireKey key = definition.questionnaire().key();
            if (!rounds.isPinnedWithOtherContent(key.id(), key.version(), definition.content())) {
                rounds.register(key.id(), key.version(), definition.content(), clock.instant());
            } else {
                faults.add(new Fault(key.toString(), "/version",
                        "this version has answers, and its content is no longer what they answered",
                        "its content as it was, or the new content under a version of its own"));
            }
        });
        if (!faults.isEmpty()) {
            throw new BrokenDefinition(faults);
        }
    }

    /**
     * Puts the scans of a demonstration while the service already serves; what was broken off goes on at the next start.
     * {@code zelfscan.demonstration.fill=false} leaves it out.
     */
    @Singleton
    @Requires(property = "zelfscan.demonstration.fill", value = "true", defaultValue = "true")
    static class DemonstrationFilling {
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
                for (InventedNet.InventedCentre centre : InventedNet.read().centres()) {
                    if (stopping) {
                        return;
                    }
                    scans.put(centre);
                }
                comparisons.freezeAllClosed();
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
}
