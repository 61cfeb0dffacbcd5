package be.zelfscan.bench;

import be.zelfscan.support.FaultySmtpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfWriter;

/** Reports, and the mails that carry them. */
final class ReportBench {
    private static final long WARM_MS = 15_000;
    private static final int AT_ONCE = 100;
    private static final int CENTRES = 1_000;
    private static final int SAVERS = 4;
    private static final long MAILOUT_LIMIT_MS = 600_000;

    private ReportBench() {}

    /** Each report is of another centre, since the service keeps those that it made last. */
    static void pdf(Path folder, Consumer<Bench.Row> rows) throws Exception {
        try (BenchDatabase database = BenchDatabase.open(folder); BenchService service = BenchService.on(database)) {
            List<String> reports = reports(database, thousandSent(database, service));
            String support = database.signedInSupport();
            byte[] pdf;
            try (LoadClient http = new LoadClient(service.port(), support)) {
                pdf = http.get(reports.getFirst()).body();
            }
            String text = text(pdf);
            Load bare = Load.during(database, AnsweringBench.NONE, 1, WARM_MS / 2, 3_000, client -> () -> bare(text));
            AtomicInteger next = new AtomicInteger();
            Load made = Load.during(database, List.of(service), 1, WARM_MS, 4_000, client -> reading(service, support, reports, next));
            rows.accept(
                    new Bench.Row("pdf", 1, made.p50(), "ms", bare.p50(), made.p50() / bare.p50(), made.p50(), made.p99(), made.serviceMs(),
                            made.databaseMs(), made.clientMs()));
            long begun = System.nanoTime();
            try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
                List<Future<Void>> all = IntStream.range(0, AT_ONCE).mapToObj(number -> threads.submit(() -> {
                    reading(service, support, reports, next).once();
                    return (Void) null;
                })).toList();
                for (Future<Void> one : all) {
                    one.get();
                }
            }
            rows.accept(Bench.Row.of("pdf, all at once", AT_ONCE, (System.nanoTime() - begun) / 1e6, "ms", 0));
            rows.accept(Bench.Row.of("pdf, memory at most", AT_ONCE, service.mostMemoryMb(), "MB", 0));
        }
    }

    private static Load.Work reading(BenchService service, String cookies, List<String> reports, AtomicInteger next) throws IOException {
        LoadClient http = new LoadClient(service.port(), cookies);
        return () -> AnsweringBench.expect(http.get(reports.get(next.getAndIncrement() % reports.size())), 200);
    }

    /** The addresses of what the centres of a round sent, with all notes. */
    private static List<String> reports(BenchDatabase database, UUID round) throws SQLException {
        return List.of(database.one(String.class, """
                select string_agg('/resultaat/' || x.id || '/rapport.pdf', ' ') from sent_scan x join scan s on s.id = x.scan_id
                where s.round_id = '%s'""".formatted(round)).split(" "));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** The floor of a report: its text, line after line, with the same fonts embedded, and nothing else. */
    private static void bare(String text) {
        Document document = new Document();
        PdfWriter.getInstance(document, new ByteArrayOutputStream());
        document.open();
        List<Font> fonts = FONTS.stream().map(font -> new Font(font, 9)).toList();
        int number = 0;
        for (String line : text.lines().toList()) {
            document.add(new Paragraph(line, fonts.get(number++ % 20 == 0 ? 1 : 0)));
        }
        document.close();
    }

    /** Read once, as the service does. */
    private static final List<BaseFont> FONTS = Stream.of("inter-400.ttf", "inter-600.ttf").map(ReportBench::font).toList();

    private static BaseFont font(String name) {
        try (InputStream file = ReportBench.class.getResourceAsStream("/fonts/" + name)) {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Closing a round in which every one of a thousand centres sent a scan: from the click until the last mail was taken by a mail server, by
     * two instances, while others save in another round.
     */
    static void mailout(Path folder, Consumer<Bench.Row> rows) throws Exception {
        try (FaultySmtpServer mails = new FaultySmtpServer(); BenchDatabase database = BenchDatabase.open(folder)) {
            Map<String, String> smtp = Map.of("SMTP_HOST", "127.0.0.1", "SMTP_PORT", String.valueOf(mails.port()), "SMTP_TLS", "none",
                    "ZELFSCAN_MAIL_FROM", "zelfscan@bench.example", "ZELFSCAN_DEMO", "true");
            try (BenchService one = BenchService.on(database, "-Xmx256m", smtp);
                    BenchService two = BenchService.on(database, "-Xmx256m", smtp)) {
                List<BenchService> both = List.of(one, two);
                UUID round = thousandSent(database, one);
                List<BenchDatabase.Opened> scans = database.scans(2 * SAVERS);
                AnsweringBench.awaitDelivered(database);
                Load quiet = Load.during(database, both, SAVERS, AnsweringBench.WARM_MS, AnsweringBench.MEASURED_MS,
                        client -> AnsweringBench.saving(both.get(client % 2), scans.get(client)));
                int before = mails.received().size();
                try (LoadClient http = new LoadClient(one.port(), database.signedInSupport());
                        ExecutorService beside = Executors.newSingleThreadExecutor()) {
                    String question = http.get("/rondes/" + round + "/afsluiting").text();
                    double serviceBefore = one.processorMs() + two.processorMs();
                    double databaseBefore = database.processorMs();
                    long begun = System.nanoTime();
                    AnsweringBench.expect(http.post("/rondes/" + round + "/afsluiting", LoadClient.form(hidden(question))), 303);
                    Future<Load> saves = beside.submit(() -> Load.during(database, both, SAVERS, 0, AnsweringBench.MEASURED_MS,
                            client -> AnsweringBench.saving(both.get(client % 2), scans.get(SAVERS + client))));
                    while (mails.received().size() - before < CENTRES) {
                        if (System.nanoTime() - begun > MAILOUT_LIMIT_MS * 1_000_000) {
                            throw new IOException("Only " + (mails.received().size() - before) + " mails in time");
                        }
                        Thread.sleep(100);
                    }
                    double seconds = (System.nanoTime() - begun) / 1e9;
                    Load saved = saves.get();
                    // A mail costs what is left when each save cost what it costs alone.
                    double service = one.processorMs() + two.processorMs() - serviceBefore - saved.done() * quiet.serviceMs();
                    double postgres = database.processorMs() - databaseBefore - saved.done() * quiet.databaseMs();
                    rows.accept(new Bench.Row("mailout", CENTRES, seconds, "s", 0, 0, 0, 0, service / CENTRES, postgres / CENTRES, 0));
                    rows.accept(Bench.Row.of("mailout, saves beside", SAVERS, saved, quiet.perSecond()));
                }
            }
        }
    }

    /** What a page in between posts back. */
    private static Map<String, List<String>> hidden(String page) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Jsoup.parse(page).select("main form[method=post] input[type=hidden]")
                .forEach(field -> fields.put(field.attr("name"), List.of(field.val())));
        return fields;
    }

    /** A round in which a thousand centres sent what one of them sent page by page. */
    private static UUID thousandSent(BenchDatabase database, BenchService service) throws Exception {
        List<BenchDatabase.Opened> scans = database.scans(CENTRES);
        BenchDatabase.Opened first = scans.getFirst();
        AnsweringBench.wholeScan(service, first);
        UUID sent = database.one(UUID.class, "select id from sent_scan where scan_id = '" + first.scan() + "'");
        database.execute("""
                begin;
                update scan set state = 'sent' where round_id = '%1$s' and id <> '%2$s';
                create temporary table copy on commit drop as select gen_random_uuid() as id, s.id as scan_id, c.name
                  from scan s join centre c on c.id = s.centre_id where s.round_id = '%1$s' and s.id <> '%2$s';
                insert into sent_scan (id, scan_id, number, sent_at, sent_by, centre_name, questionnaire_id, version, content)
                  select k.id, k.scan_id, 1, x.sent_at, x.sent_by, k.name, x.questionnaire_id, x.version, x.content
                  from copy k, sent_scan x where x.id = '%3$s';
                insert into fact (sent_scan_id, section, question, use, row, position, code, number)
                  select k.id, f.section, f.question, f.use, f.row, f.position, f.code, f.number
                  from copy k, fact f where f.sent_scan_id = '%3$s';
                commit;
                analyze""".formatted(first.round(), first.scan(), sent));
        return first.round();
    }
}
