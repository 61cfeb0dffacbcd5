package be.zelfscan.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;

/**
 * How fast the packaged service is, beside the floor measured in the same run. Prints rows; judges nothing. {@code mvn -Pbench verify} runs
 * it.
 */
public final class Bench {
    /** Compiled code is what is measured: it takes a while to be there on two cores that are busy serving. */
    private static final long WARM_MS = 20_000;
    private static final long MEASURED_MS = 6_000;
    private static final int WARM_SCANS = 600;
    private static final int MEASURED_SCANS = 600;
    private static final int REPORTS = 60;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of("target", "bench-data-" + System.currentTimeMillis());
        try (BenchService service = BenchService.start(Path.of("target", "zelfscan.jar"), folder)) {
            for (int clients : new int[]{1, 8, 32}) {
                save(service, clients);
            }
            wholeScans(service);
            report(service);
        }
    }

    private static void save(BenchService service, int clients) throws Exception {
        List<BenchService.Opened> scans = service.scans(clients);
        List<String> blocks = new ArrayList<>(sample().keySet());
        double floor = rate(clients, WARM_MS / 2, MEASURED_MS / 2, client -> {
            Connection connection = service.application();
            connection.createStatement().execute("set app.person = 'service'");
            PreparedStatement upsert = connection.prepareStatement("""
                    insert into answer as a (scan_id, section, question, revision, value, note, answered_by, answered_at)
                    select ?, 'bench', ?, 1, cast(? as jsonb), '', id, now() from person limit 1
                    on conflict (scan_id, section, question) do update set revision = a.revision + 1, value = excluded.value""");
            AtomicInteger count = new AtomicInteger();
            return () -> {
                upsert.setObject(1, scans.get(client).scan());
                upsert.setString(2, "q" + count.incrementAndGet() % 6);
                upsert.setString(3, "{\"type\":\"placed\",\"stage\":\"s" + count.get() % 4 + "\"}");
                upsert.executeUpdate();
            };
        });
        double saves = rate(clients, WARM_MS, MEASURED_MS, client -> {
            LoadClient http = new LoadClient(service.port(), scans.get(client).cookies());
            String path = "/zelfscan/" + scans.get(client).scan() + "/deel/" + blocks.get(client % (blocks.size() - 1));
            AtomicInteger revision = new AtomicInteger();
            return () -> {
                String form = "key=" + UUID.randomUUID() + "&motive.revision=" + revision.get() + "&motive.choice="
                        + (revision.get() % 2 == 0 ? "both" : "context") + "&motive.note=Toelichting";
                LoadClient.Answer answer = http.post(path, form.getBytes(java.nio.charset.StandardCharsets.US_ASCII), "HX-Request: true");
                if (answer.status() != 200) {
                    throw new IllegalStateException("Not saved: " + answer.status() + " " + answer.text());
                }
                revision.incrementAndGet();
            };
        });
        row("one answer saved, %2d clients".formatted(clients), "%8.0f /s".formatted(saves), "bare upsert %8.0f /s".formatted(floor),
                "%3.0f %%".formatted(100 * saves / floor));
    }

    private static void wholeScans(BenchService service) throws Exception {
        Map<String, Map<String, List<String>>> sample = sample();
        run(8, service.scans(WARM_SCANS), service, sample);
        List<BenchService.Opened> scans = service.scans(MEASURED_SCANS);
        long begun = System.nanoTime();
        int requests = run(8, scans, service, sample);
        double seconds = (System.nanoTime() - begun) / 1e9;
        row("whole scan, 8 clients", "%8.1f /s".formatted(MEASURED_SCANS / seconds),
                "%d requests a scan".formatted(requests / MEASURED_SCANS),
                "%.0f requests/s".formatted(requests / seconds));
    }

    private static int run(int clients, List<BenchService.Opened> scans, BenchService service,
            Map<String, Map<String, List<String>>> sample) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger requests = new AtomicInteger();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            tasks.add(() -> {
                for (int scan = next.getAndIncrement(); scan < scans.size(); scan = next.getAndIncrement()) {
                    try (LoadClient http = new LoadClient(service.port(), scans.get(scan).cookies())) {
                        requests.addAndGet(wholeScan(http, scans.get(scan).scan(), sample));
                    }
                }
                return null;
            });
        }
        all(clients, tasks);
        return requests.get();
    }

    private static int wholeScan(LoadClient http, UUID scan, Map<String, Map<String, List<String>>> sample) throws IOException {
        String root = "/zelfscan/" + scan;
        int requests = 0;
        for (Map.Entry<String, Map<String, List<String>>> section : sample.entrySet()) {
            String path = root + (section.getKey().equals("slotvragen") ? "/deel/slotvragen" : "/deel/" + section.getKey());
            expect(http.get(path), 200);
            Map<String, List<String>> form = new LinkedHashMap<>(section.getValue());
            section.getValue().keySet().forEach(field -> form.put(field.substring(0, field.indexOf('.')) + ".revision", List.of("0")));
            form.put("key", List.of(UUID.randomUUID().toString()));
            form.put("go", List.of("next"));
            expect(http.post(path, LoadClient.form(form)), 303);
            requests += 2;
        }
        expect(http.get(root + "/overzicht"), 200);
        expect(http.get(root + "/verzending"), 200);
        expect(http.post(root + "/verzending", new byte[0]), 303);
        return requests + 3;
    }

    private static void expect(LoadClient.Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("Expected " + status + ", got " + answer.status() + ": " + answer.text());
        }
    }

    private static void report(BenchService service) throws Exception {
        BenchService.Opened opened = service.scans(1).getFirst();
        try (LoadClient http = new LoadClient(service.port(), opened.cookies())) {
            wholeScan(http, opened.scan(), sample());
            String result = http.get("/zelfscan/" + opened.scan() + "/overzicht").headers().get("location");
            double reports = median(() -> expect(http.get(result + "/rapport.pdf"), 200));
            String text = pdfText(http.get(result + "/rapport.pdf").body());
            double floor = median(() -> bare(text));
            row("the centre's PDF over HTTP, warm", "%8.1f ms".formatted(reports), "bare OpenPDF %8.1f ms".formatted(floor),
                    "%.1f times".formatted(reports / floor));
        }
    }

    private static String pdfText(byte[] pdf) throws IOException {
        try (org.apache.pdfbox.pdmodel.PDDocument document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            return new org.apache.pdfbox.text.PDFTextStripper().getText(document);
        }
    }

    private static void bare(String text) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        Document document = new Document();
        PdfWriter.getInstance(document, out);
        document.open();
        text.lines().forEach(line -> document.add(new Paragraph(line)));
        document.close();
    }

    private interface Work {
        void once() throws Exception;
    }

    private interface Worker {
        Work of(int client) throws Exception;
    }

    private static double median(Work work) throws Exception {
        double[] times = new double[REPORTS];
        for (int i = -REPORTS; i < REPORTS; i++) {
            long begun = System.nanoTime();
            work.once();
            if (i >= 0) {
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[REPORTS / 2];
    }

    /** How often a second the work is done by so many clients at once, after a warm-up. */
    private static double rate(int clients, long warmMs, long measuredMs, Worker worker) throws Exception {
        long begin = System.currentTimeMillis() + warmMs;
        long end = begin + measuredMs;
        AtomicInteger done = new AtomicInteger();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Work work = worker.of(i);
            tasks.add(() -> {
                for (long now = System.currentTimeMillis(); now < end; now = System.currentTimeMillis()) {
                    work.once();
                    if (now >= begin) {
                        done.incrementAndGet();
                    }
                }
                return null;
            });
        }
        all(clients, tasks);
        return done.get() * 1000.0 / measuredMs;
    }

    private static void all(int clients, List<Callable<Void>> tasks) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            for (Future<Void> result : pool.invokeAll(tasks, 10, TimeUnit.MINUTES)) {
                result.get();
            }
        }
    }

    private static Map<String, Map<String, List<String>>> sample() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode root = mapper.readTree(Files.readString(Path.of("src", "main", "resources", "demonstration", "answers-vandaag.json")));
        return mapper.convertValue(root.get("sections"), new TypeReference<LinkedHashMap<String, Map<String, List<String>>>>() {
        });
    }

    private static void row(String what, String measured, String floor, String ratio) {
        System.out.println(String.format(Locale.ROOT, "%-34s %s | %-26s | %s", what, measured, floor, ratio));
    }
}
