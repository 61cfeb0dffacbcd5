package be.zelfscan.start;

import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.Service;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What must be in the database before the first request: the versions of the instruments, and in a demonstration its data. */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
class Preparation implements ApplicationEventListener<StartupEvent> {
    private final Instruments instruments;
    private final RoundRepository rounds;
    private final Demonstration demonstration;
    private final Service service;
    private final Clock clock;

    Preparation(Instruments instruments, RoundRepository rounds, Demonstration demonstration, Service service, Clock clock) {
        this.instruments = instruments;
        this.rounds = rounds;
        this.demonstration = demonstration;
        this.service = service;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        registerInstruments();
        if (service.demonstration()) {
            demonstration.prepare();
            demonstration.sendEarlier();
        }
    }

    @Transactional
    void registerInstruments() {
        instruments.all().forEach(definition -> rounds.register(definition.questionnaire().id(), definition.questionnaire().version(),
                definition.content(), clock.instant()));
    }
}
