package be.zelfscan.bench;

import be.zelfscan.web.FormContent;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Answering: a save, a page, and whole scans from the first page to what is sent. All by one service that has served for a while, since on
 * two cores it takes some minutes until the code that it needs is compiled.
 */
final class AnsweringBench implements AutoCloseable {
    static final long WARM_MS = 15_000;
    static final long MEASURED_MS = 8_000;
    private static final long COLD_MS = 30_000;
    private static final int WARM_SCANS = 300;
    private static final int SCANS = 160;
    /** How many times as fast as while it was being warmed a service may become. */
    private static final int FASTER_AT_MOST = 4;
    private static final int DELIVERY_LIMIT_S = 120;
    private static final Pattern SEEN = Pattern.compile("name=\"" + FormContent.VERSION + "\" value=\"([^\"]+)");
    static final List<BenchService> NONE = List.of();

    private final Path folder;
    private BenchDatabase database;
    private BenchService service;
    /** Whole scans, while it was being warmed. */
    private double perSecond;

    /** @param folder for its database, which is made when it is needed */
    AnsweringBench(Path folder) {
        this.folder = folder;
    }

    private void warm() throws Exception {
        if (service == null) {
            database = BenchDatabase.open(folder);
            service = BenchService.on(database);
            perSecond = wholeScans(database, List.of(service), 8, WARM_SCANS).perSecond();
            awaitDelivered(database);
        }
    }

    void save(Consumer<Bench.Row> rows) throws Exception {
        warm();
        for (int clients : new int[]{1, 8, 32}) {
            List<BenchDatabase.Opened> scans = database.scans(clients);
            double floor = Load.during(database, NONE, clients, WARM_MS / 5, MEASURED_MS / 2, client -> upsert(database, scans.get(client)))
                    .perSecond();
            Load saves = Load.during(database, List.of(service), clients, WARM_MS / 2, MEASURED_MS,
                    client -> saving(service, scans.get(client)));
            rows.accept(Bench.Row.of("save", clients, saves, floor));
        }
    }

    /** The floor of a save: one row, and nothing asked. */
    private static Load.Work upsert(BenchDatabase database, BenchDatabase.Opened scan) throws Exception {
        Connection connection = database.application();
        connection.createStatement().execute("set app.person = 'service'");
        PreparedStatement upsert = connection.prepareStatement("""
                insert into answer as a (scan_id, section, question, revision, value, note, answered_by, answered_at)
                select ?, 'bench', ?, 1, cast(? as jsonb), '', id, now() from person limit 1
                on conflict (scan_id, section, question) do update set revision = a.revision + 1, value = excluded.value""");
        AtomicInteger count = new AtomicInteger();
        return new Load.Work() {
            @Override
            public void once() throws SQLException {
                upsert.setObject(1, scan.scan());
                upsert.setString(2, "q" + count.incrementAndGet() % 6);
                upsert.setString(3, "{\"type\":\"placed\",\"stage\":\"s" + count.get() % 4 + "\"}");
                upsert.executeUpdate();
            }

            @Override
            public void end() throws SQLException {
                connection.close();
            }
        };
    }

    static Load.Work saving(BenchService service, BenchDatabase.Opened scan) throws IOException {
        LoadClient http = new LoadClient(service.port(), scan.cookies());
        String path = "/zelfscan/" + scan.scan() + "/deel/behartiger";
        AtomicInteger revision = new AtomicInteger();
        return () -> {
            String form = "key=" + UUID.randomUUID() + "&motive.revision=" + revision.get() + "&motive.choice="
                    + (revision.get() % 2 == 0 ? "both" : "context") + "&motive.note=Toelichting";
            LoadClient.Answer answer = http.post(path, form.getBytes(StandardCharsets.US_ASCII), "HX-Request: true");
            expect(answer, 200);
            revision.incrementAndGet();
        };
    }

    void page(Consumer<Bench.Row> rows) throws Exception {
        warm();
        int clients = 8;
        BenchDatabase.Opened opened = database.scans(1).getFirst();
        String path = "/zelfscan/" + opened.scan() + "/deel/behartiger";
        String page;
        int first;
        try (LoadClient http = new LoadClient(service.port(), opened.cookies())) {
            page = http.get(path).text();
            first = packed(page.getBytes(StandardCharsets.UTF_8));
            for (String part : parts(page)) {
                first += packed(http.get(part).body());
            }
        }
        String still = parts(page).stream().filter(part -> part.endsWith("/saving.js")).findFirst().orElseThrow();
        double floor = Load.during(database, List.of(service), clients, WARM_MS / 2, MEASURED_MS / 2, client -> getting("", still))
                .perSecond();
        rows.accept(Bench.Row.of("page", clients,
                Load.during(database, List.of(service), clients, WARM_MS, MEASURED_MS, client -> getting(opened.cookies(), path)), floor));
        rows.accept(Bench.Row.of("page, first visit", 1, first / 1000.0, "kB", 0));
        rows.accept(Bench.Row.of("page, next visit", 1, packed(page.getBytes(StandardCharsets.UTF_8)) / 1000.0, "kB", 0));
    }

    private Load.Work getting(String cookies, String path) throws IOException {
        LoadClient http = new LoadClient(service.port(), cookies);
        return () -> expect(http.get(path), 200);
    }

    /** What a browser fetches for a page, each once. */
    private static TreeSet<String> parts(String page) {
        Matcher found = Pattern.compile("(?:src|href)=\"(/(?:static|webjars)/[^\"#]+)").matcher(page);
        TreeSet<String> parts = new TreeSet<>();
        while (found.find()) {
            parts.add(found.group(1));
        }
        return parts;
    }

    /** Bytes that go over the line when they are packed, as a browser asks for them. */
    private static int packed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.size();
    }

    void flow(Consumer<Bench.Row> rows) throws Exception {
        warm();
        for (int clients : new int[]{8, 32}) {
            List<BenchDatabase.Opened> scans = database.scans(SCANS);
            List<double[]> requests = java.util.Collections.synchronizedList(new ArrayList<>());
            long begun = System.nanoTime();
            Load sent = Load.each(database, List.of(service), clients, SCANS,
                    number -> requests.add(wholeScan(service, scans.get(number))));
            rows.accept(Bench.Row.of("flow, sent", clients, sent, 0));
            awaitDelivered(database);
            rows.accept(Bench.Row.of("flow, delivered", clients, SCANS / ((System.nanoTime() - begun) / 1e9), "/s", 0));
            double[] ms = requests.stream().flatMapToDouble(java.util.Arrays::stream).sorted().toArray();
            double each = ms.length / (double) SCANS;
            rows.accept(new Bench.Row("flow, a request", clients, sent.perSecond() * each, "/s", 0, 0, Load.at(ms, 0.5), Load.at(ms, 0.99),
                    sent.serviceMs() / each, sent.databaseMs() / each, sent.clientMs() / each));
        }
    }

    void cold(Consumer<Bench.Row> rows) throws Exception {
        warm();
        double floor = wholeScans(List.of(service), WARM_MS / 5, WARM_MS).perSecond();
        service.close();
        service = BenchService.on(database);
        rows.accept(Bench.Row.of("cold, sent", 8, wholeScans(List.of(service), 0, COLD_MS), floor));
    }

    /** Whole scans, by one, two and four instances on one PostgreSQL; the floor is that many times what one does. */
    void scale(Consumer<Bench.Row> rows) throws Exception {
        warm();
        List<BenchService> services = new ArrayList<>(List.of(service));
        try {
            double one = 0;
            for (int instances : new int[]{1, 2, 4}) {
                while (services.size() < instances) {
                    services.add(BenchService.on(database));
                }
                Load load = wholeScans(services, instances == 1 ? WARM_MS / 5 : 2 * WARM_MS, WARM_MS);
                one = one == 0 ? load.perSecond() : one;
                rows.accept(Bench.Row.of("scale, %d instance%s".formatted(instances, instances == 1 ? "" : "s"), 8, load, one * instances));
            }
        } finally {
            services.stream().skip(1).forEach(BenchService::close);
        }
    }

    /** New scans answered and sent by eight clients for so long, each by the next of these services; then their mails go out. */
    private Load wholeScans(List<BenchService> services, long warmMs, long measuredMs) throws Exception {
        double most = FASTER_AT_MOST * perSecond * services.size() * (warmMs + measuredMs) / 1000;
        List<BenchDatabase.Opened> scans = database.scans(32 + (int) most);
        AtomicInteger next = new AtomicInteger();
        Load load = Load.during(database, services, 8, warmMs, measuredMs, client -> () -> {
            int number = next.getAndIncrement();
            wholeScan(services.get(number % services.size()), scans.get(number));
        });
        awaitDelivered(database);
        return load;
    }

    /** So many new scans answered and sent; a client goes on with the next one. */
    static Load wholeScans(BenchDatabase database, List<BenchService> services, int clients, int count) throws Exception {
        List<BenchDatabase.Opened> scans = database.scans(count);
        return Load.each(database, services, clients, count,
                number -> wholeScan(services.get(number % services.size()), scans.get(number)));
    }

    /** Everything that is asked, page by page, and sent; returns how many milliseconds each request took. */
    static double[] wholeScan(BenchService service, BenchDatabase.Opened opened) throws IOException {
        String root = "/zelfscan/" + opened.scan();
        List<Double> times = new ArrayList<>();
        try (LoadClient http = new LoadClient(service.port(), opened.cookies())) {
            for (Map.Entry<String, Map<String, List<String>>> section : SAMPLE.entrySet()) {
                String path = root + "/deel/" + section.getKey();
                times.add(timed(() -> expect(http.get(path), 200)));
                Map<String, List<String>> form = new LinkedHashMap<>(section.getValue());
                section.getValue().keySet().forEach(field -> form.put(field.substring(0, field.indexOf('.')) + ".revision", List.of("0")));
                form.put("key", List.of(UUID.randomUUID().toString()));
                form.put("go", List.of("next"));
                times.add(timed(() -> expect(http.post(path, LoadClient.form(form)), 303)));
            }
            times.add(timed(() -> expect(http.get(root + "/overzicht"), 200)));
            long begun = System.nanoTime();
            LoadClient.Answer asked = http.get(root + "/verzending");
            times.add((System.nanoTime() - begun) / 1e6);
            expect(asked, 200);
            Matcher seen = SEEN.matcher(asked.text());
            seen.find();
            byte[] confirmed = LoadClient.form(Map.of(FormContent.VERSION, List.of(seen.group(1))));
            times.add(timed(() -> expect(http.post(root + "/verzending", confirmed), 303)));
        }
        return times.stream().mapToDouble(time -> time).toArray();
    }

    private interface Request {
        void send() throws IOException;
    }

    private static double timed(Request request) throws IOException {
        long begun = System.nanoTime();
        request.send();
        return (System.nanoTime() - begun) / 1e6;
    }

    static void awaitDelivered(BenchDatabase database) throws Exception {
        for (int i = 0; i < 20 * DELIVERY_LIMIT_S; i++) {
            if (database.one(Long.class, "select count(*) from message where state in ('waiting', 'sending')") == 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IOException("The mails were not delivered in " + DELIVERY_LIMIT_S + " s");
    }

    static void expect(LoadClient.Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("Expected " + status + ", got " + answer.status() + ": " + answer.text());
        }
    }

    @Override
    public void close() {
        if (service != null) {
            service.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private static final Map<String, Map<String, List<String>>> SAMPLE = sample();

    private static Map<String, Map<String, List<String>>> sample() {
        ObjectMapper mapper = new ObjectMapper();
        try {
            return mapper.convertValue(mapper
                    .readTree(Files.readString(Path.of("src", "main", "resources", "demonstration", "answers-vandaag.json")))
                    .get("sections"),
                    new TypeReference<LinkedHashMap<String, Map<String, List<String>>>>() {
                    });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
