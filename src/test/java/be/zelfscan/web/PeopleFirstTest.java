package be.zelfscan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PeopleFirstTest {
    private static final Duration WORK = Duration.ofMillis(5);

    private final PeopleFirst people = new PeopleFirst();
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void workRestsItsOwnTimeForEachAnswerThatWasGivenMeanwhile() {
        PeopleFirst.Work work = people.begin();
        work();
        people.answered();
        people.answered();
        long begun = System.nanoTime();
        assertThat(work.rest(end)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(WORK.multipliedBy(2));
    }

    @Test
    void whoeverWasAnsweredBeforeIsNotWaitedForAndTheEndIsToldAtOnce() {
        people.answered();
        PeopleFirst.Work work = people.begin();
        work();
        assertThat(work.rest(end)).isFalse();
        end.countDown();
        assertThat(work.rest(end)).isTrue();
    }

    private static void work() {
        long until = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + WORK.toNanos();
        while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < until) {
            Thread.onSpinWait();
        }
    }
}
