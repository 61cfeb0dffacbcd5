package be.zelfscan.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A whole net that meets at once: 200 centres, five people with the scan open in each, and 200 saves a second, begun when they are due
 * whether or not those before have ended: how long a save takes, and how long it takes until each of the five pages shows it.
 */
final class LiveBench {
    private static final int CENTRES = 200;
    private static final int PEOPLE = 5;
    private static final int SAVES_A_SECOND = 200;
    private static final int WARM_SECONDS = 15;
    private static final int MEASURED_SECONDS = 30;
    private static final int THREADS = 64;
    private static final String SECTION = "preventie";
    private static final String MARK = "meting-";
    private static final int LONGEST_MARK = MARK.length() + 20;

    private LiveBench() {}

    static void live(Path folder, Consumer<Bench.Row> rows) throws Exception {
        try (BenchDatabase database = BenchDatabase.open(folder);
                BenchService service = BenchService.on(database);
                Streams streams = new Streams()) {
            List<BenchDatabase.Opened> scans = database.scans(CENTRES);
            try (Connection owner = database.owner()) {
                for (BenchDatabase.Opened scan : scans) {
                    streams.open(service.port(), scan.scan(), scan.cookies());
                    for (int i = 1; i < PEOPLE; i++) {
                        streams.open(service.port(), scan.scan(), member(owner, scan.scan()));
                    }
                }
            }
            save(service, scans, WARM_SECONDS);
            streams.from = System.nanoTime();
            double serviceMs = service.processorMs();
            double databaseMs = database.processorMs();
            List<Double> saves = save(service, scans, MEASURED_SECONDS);
            serviceMs = (service.processorMs() - serviceMs) / saves.size();
            databaseMs = (database.processorMs() - databaseMs) / saves.size();
            TimeUnit.SECONDS.sleep(2);
            rows.accept(row("live, a save", saves, serviceMs, databaseMs));
            rows.accept(row("live, save to page", List.copyOf(streams.tookMs), 0, 0));
            rows.accept(
                    Bench.Row.of("live, pages reached", CENTRES * PEOPLE, 100.0 * streams.tookMs.size() / (PEOPLE * saves.size()), "%", 0));
            rows.accept(Bench.Row.of("live, streams at end", CENTRES * PEOPLE, streams.opened.get(), "", 0));
            rows.accept(Bench.Row.of("live, memory at most", CENTRES * PEOPLE, service.mostMemoryMb(), "MB", 0));
        }
    }

    private static Bench.Row row(String name, List<Double> ms, double serviceMs, double databaseMs) {
        double[] sorted = ms.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Bench.Row(name, CENTRES * PEOPLE, SAVES_A_SECOND, "/s", 0, 0, Load.at(sorted, 0.5), Load.at(sorted, 0.99), serviceMs,
                databaseMs, 0);
    }

    private static String member(Connection owner, UUID scan) throws SQLException {
        return BenchDatabase.signedIn(owner,
                "insert into membership (person_id, centre_id, role) select '%s', centre_id, 'member' from scan where id = '" + scan + "'");
    }

    /** Saves at the given rate; returns how long each took, in ms from when it was due. */
    private static List<Double> save(BenchService service, List<BenchDatabase.Opened> scans, int seconds) throws Exception {
        ConcurrentLinkedQueue<Double> took = new ConcurrentLinkedQueue<>();
        List<LoadClient> clients = new ArrayList<>();
        for (BenchDatabase.Opened scan : scans) {
            clients.add(new LoadClient(service.port(), scan.cookies()));
        }
        int[] revisions = new int[scans.size()];
        for (int i = 0; i < revisions.length; i++) {
            String page = clients.get(i).get("/zelfscan/" + scans.get(i).scan() + "/deel/" + SECTION).text();
            revisions[i] = Integer.parseInt(page.replaceFirst("(?s).*name=\"motive.revision\" value=\"(\\d+)\".*", "$1"));
        }
        int all = seconds * SAVES_A_SECOND;
        CountDownLatch left = new CountDownLatch(all);
        AtomicInteger failed = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            long begin = System.nanoTime();
            for (int i = 0; i < all; i++) {
                long due = begin + i * TimeUnit.SECONDS.toNanos(1) / SAVES_A_SECOND;
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                int scan = i % scans.size();
                pool.execute(() -> {
                    try {
                        synchronized (clients.get(scan)) { // one person saves one answer after the other
                            String form = "key=" + UUID.randomUUID() + "&motive.revision=" + revisions[scan] + "&motive.choice="
                                    + (revisions[scan] % 2 == 0 ? "both" : "context") + "&motive.note=" + MARK + due + ".";
                            LoadClient.Answer answer = clients.get(scan).post("/zelfscan/" + scans.get(scan).scan() + "/deel/" + SECTION,
                                    form.getBytes(StandardCharsets.US_ASCII), "HX-Request: true");
                            if (answer.status() == 200) {
                                revisions[scan]++;
                            } else {
                                failed.incrementAndGet();
                            }
                        }
                        took.add((System.nanoTime() - due) / 1e6);
                    } catch (IOException broken) {
                        failed.incrementAndGet();
                    } finally {
                        left.countDown();
                    }
                });
            }
            left.await();
        }
        for (LoadClient client : clients) {
            client.close();
        }
        if (failed.get() > 0) {
            throw new IOException(failed + " saves failed");
        }
        return List.copyOf(took);
    }

    /** All open pages, read by one thread. */
    private static final class Streams implements AutoCloseable {
        private final Selector selector = Selector.open();
        private final ConcurrentLinkedQueue<SocketChannel> fresh = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<Double> tookMs = new ConcurrentLinkedQueue<>();
        private final AtomicInteger opened = new AtomicInteger();
        /** What was due before it does not count. */
        private volatile long from = Long.MAX_VALUE;
        private final Thread reader = Thread.ofPlatform().daemon().name("streams").unstarted(this::read);

        Streams() throws IOException {
            reader.start();
        }

        void open(int port, UUID scan, String cookies) throws IOException {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(("GET /zelfscan/" + scan + "/live?volg=1&deel=" + SECTION
                    + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            fresh.add(channel);
            opened.incrementAndGet();
            selector.wakeup();
        }

        private void read() {
            ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
            try {
                while (selector.isOpen()) {
                    selector.select();
                    for (SocketChannel one = fresh.poll(); one != null; one = fresh.poll()) {
                        one.register(selector, SelectionKey.OP_READ, "");
                    }
                    for (SelectionKey key : selector.selectedKeys()) {
                        buffer.clear();
                        if (((SocketChannel) key.channel()).read(buffer) < 0) {
                            opened.decrementAndGet();
                            key.cancel();
                            continue;
                        }
                        String text = key.attachment() + new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
                        key.attach(seen(text));
                    }
                    selector.selectedKeys().clear();
                }
            } catch (ClosedSelectorException over) {
                // the measurement is over
            } catch (IOException | RuntimeException problem) {
                System.out.println("The streams are not read any more: " + problem);
            }
        }

        /** Notes what is whole in it; returns the end, where something may have begun. */
        private String seen(String text) {
            int done = 0;
            for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, done)) {
                int end = text.indexOf('.', at);
                if (end < 0 || end - at > LONGEST_MARK) {
                    break;
                }
                long due = Long.parseLong(text.substring(at + MARK.length(), end));
                if (due >= from) {
                    tookMs.add((System.nanoTime() - due) / 1e6);
                }
                done = end;
            }
            return text.substring(Math.max(done, text.length() - LONGEST_MARK));
        }

        @Override
        public void close() throws IOException {
            selector.close();
        }
    }
}
