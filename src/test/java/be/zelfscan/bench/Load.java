package be.zelfscan.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a number of clients did, each one thing after the other: how often a second, how long each took, and the processor time that each
 * cost. On a busy machine the rate tells about the machine, the processor time about the program.
 *
 * @param done how many units of work were done
 * @param perSecond units of work a second, of all clients together
 * @param p50 milliseconds that half of them took at most
 * @param p95 milliseconds that 95 of 100 took at most
 * @param p99 milliseconds that 99 of 100 took at most
 * @param serviceMs milliseconds of processor time of the services, a unit
 * @param databaseMs of PostgreSQL, a unit
 * @param clientMs of whoever asked: these measurements themselves
 */
record Load(int done, double perSecond, double p50, double p95, double p99, double serviceMs, double databaseMs, double clientMs) {
    private static final long LONGEST_MINUTES = 15;

    /** One unit of work, done again and again. */
    interface Work {
        void once() throws Exception;

        /** Gives back what it needed. */
        default void end() throws Exception {}
    }

    /** What one client does again and again. */
    interface Worker {
        Work of(int client) throws Exception;
    }

    /** Does it over and over, for so long, after so long a while that does not count. */
    static Load during(BenchDatabase database, List<BenchService> services, int clients, long warmMs, long measuredMs, Worker worker)
            throws Exception {
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(warmMs);
        long end = begin + TimeUnit.MILLISECONDS.toNanos(measuredMs);
        List<Callable<double[]>> tasks = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Work work = worker.of(i);
            tasks.add(() -> {
                Times times = new Times();
                try {
                    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                        work.once();
                        if (now >= begin) {
                            times.add(System.nanoTime() - now);
                        }
                    }
                } finally {
                    work.end();
                }
                return times.all();
            });
        }
        return run(database, services, clients, tasks, warmMs, measuredMs / 1e3);
    }

    /** Does each of so many units once; no client waits for another. */
    static Load each(BenchDatabase database, List<BenchService> services, int clients, int units, Each work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Callable<double[]>> tasks = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            tasks.add(() -> {
                Times times = new Times();
                for (int unit = next.getAndIncrement(); unit < units; unit = next.getAndIncrement()) {
                    long begun = System.nanoTime();
                    work.unit(unit);
                    times.add(System.nanoTime() - begun);
                }
                return times.all();
            });
        }
        return run(database, services, clients, tasks, 0, 0);
    }

    /** One of a number of units of work. */
    interface Each {
        void unit(int number) throws Exception;
    }

    private static Load run(BenchDatabase database, List<BenchService> services, int clients, List<Callable<double[]>> tasks, long warmMs,
            double seconds) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<double[]>> running = tasks.stream().map(threads::submit).toList();
            Thread.sleep(warmMs);
            Processor before = Processor.of(database, services);
            long begun = System.nanoTime();
            List<double[]> all = new ArrayList<>();
            for (Future<double[]> done : running) {
                all.add(done.get(LONGEST_MINUTES, TimeUnit.MINUTES));
            }
            double took = seconds > 0 ? seconds : (System.nanoTime() - begun) / 1e9;
            double[] times = all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
            if (times.length == 0) {
                throw new IllegalStateException("Nothing was done in time");
            }
            Processor used = Processor.of(database, services).since(before);
            return new Load(times.length, times.length / took, at(times, 0.5), at(times, 0.95), at(times, 0.99),
                    used.service / times.length,
                    used.database / times.length, used.client / times.length);
        }
    }

    static double at(double[] sorted, double part) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }

    /** Milliseconds of processor time since the start of each. */
    private record Processor(double service, double database, double client) {
        static Processor of(BenchDatabase database, List<BenchService> services) throws Exception {
            double service = 0;
            for (BenchService one : services) {
                service += one.processorMs();
            }
            return new Processor(service, database.processorMs(),
                    ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime() / 1e6);
        }

        Processor since(Processor before) {
            return new Processor(service - before.service, database - before.database, client - before.client);
        }
    }

    /** Milliseconds, without a box for each. */
    private static final class Times {
        private double[] kept = new double[1024];
        private int count;

        void add(long nanos) {
            if (count == kept.length) {
                kept = Arrays.copyOf(kept, 2 * count);
            }
            kept[count++] = nanos / 1e6;
        }

        double[] all() {
            return Arrays.copyOf(kept, count);
        }
    }
}
