package be.zelfscan.support;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Gives a service a settable clock in place of its own, when {@code test.clock} says from when. */
@Factory
@Requires(property = "test.clock")
final class SettableClockFactory {
    @Singleton
    @Replaces(Clock.class)
    SettableClock clock(@Value("${test.clock}") Instant start) {
        return new SettableClock(start);
    }
}
