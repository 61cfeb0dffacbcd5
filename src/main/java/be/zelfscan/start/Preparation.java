package be.zelfscan.start;

import be.zelfscan.comparison.FreezeComparison;
import be.zelfscan.database.Scope;
import be.zelfscan.questionnaire.BrokenDefinition;
import be.zelfscan.questionnaire.DefinitionFault;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.Service;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    private final Service service;
    private final Clock clock;

    Preparation(Instruments instruments, RoundRepository rounds, Demonstration demonstration,
            Optional<DemonstrationFilling> filling, FreezeComparison comparisons, Service service, Clock clock) {
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
            comparisons.closedNotFrozen().forEach(comparisons::freeze);
        }
    }

    void registerInstruments() {
        List<DefinitionFault> faults = new ArrayList<>();
        instruments.all().forEach(definition -> {
            QuestionnaireKey key = definition.questionnaire().key();
            if (!rounds.isPinnedWithOtherContent(key.id(), key.version(), definition.content())) {
                rounds.register(key.id(), key.version(), definition.content(), clock.instant());
            } else {
                faults.add(new DefinitionFault(key.toString(), "/version",
                        "this version has answers, and its content is no longer what they answered",
                        "its content as it was, or the new content under a version of its own"));
            }
        });
        if (!faults.isEmpty()) {
            throw new BrokenDefinition(faults);
        }
    }
}
