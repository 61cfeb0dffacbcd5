package be.zelfscan.mail;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The pause after a piece of work that keeps its thread to a fifth of one processor. What counts is the processor time of the thread that began, not
 * the wait for a mail server; a first mail is never late.
 */
final class Rest {
    private static final int TIMES_THE_WORK = 4;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(1);

    private final long begun;

    private Rest(long begun) {
        this.begun = begun;
    }

    static Rest begin() {
        return new Rest(processorTime());
    }

    /** Rests, unless it is interrupted by the end; answers whether that has come. */
    boolean take(CountDownLatch end) {
        try {
            return end.await(Math.min(LONGEST, TIMES_THE_WORK * (processorTime() - begun)), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
