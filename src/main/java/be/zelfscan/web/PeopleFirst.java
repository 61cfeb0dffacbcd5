package be.zelfscan.web;

import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lets people go before work that nobody waits for, so that a rush of documents does not take the processors from who answers. After
 * each piece of such work its thread rests as long as people used this instance meanwhile; when nobody does, it goes on at once.
 * Thread-safe.
 */
@Singleton
public final class PeopleFirst {
    /** So many times the work is the longest rest: it keeps a thread to a fortieth of one processor. */
    private static final long MOST_TIMES = 39;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(3);

    private final LongAdder answers = new LongAdder();

    /** Somebody was given an answer. */
    void answered() {
        answers.increment();
    }

    /** Begins a piece of work, in the thread that does it. */
    public Work begin() {
        return new Work(processorTime(), answers.sum());
    }

    /** What counts is the processor time of the thread, not the wait for another server. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** A piece of work. */
    public final class Work {
        private final long begun;
        private final long before;

        private Work(long begun, long before) {
            this.begun = begun;
            this.before = before;
        }

        /** Rests once as long as the work took for each answer that was given meanwhile, unless the end comes; returns whether it has. */
        public boolean rest(CountDownLatch end) {
            long times = Math.min(MOST_TIMES, answers.sum() - before);
            try {
                return end.await(Math.min(LONGEST, times * (processorTime() - begun)), TimeUnit.NANOSECONDS);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
    }
}
