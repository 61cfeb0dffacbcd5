package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.support.Await;
import be.zelfscan.support.SampleForms;
import be.zelfscan.support.ServiceProcess;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.text.BelgianDutch;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way to production, as the README has it: its roles, its settings and its commands, with the packaged jar, on a PostgreSQL and with a
 * mail server of its own. What people then do there opens in a database that a backup was restored in.
 */
@Order(Integer.MAX_VALUE - 3)
class ProductionIT {
    private static final Path JAR = Path.of("target", "zelfscan.jar");
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String POC = "pia.plus@net.example";
    private static final String DIRECTOR = "dirk.directeur@centrum.example";
    private static final String SHEET = """
            Scholengroep;Centrum;Vestiging;Naam;E-mail;Rol
            Groep Oost;;;;;
            Groep Oost;Centrum Oost;;;;
            ;Centrum Oost;;Dirk Directeur;%s;directeur
            """.formatted(DIRECTOR);

    @TempDir
    private Path temporary;

    private final List<Process> started = new ArrayList<>();
    private final GreenMail mails = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private EmbeddedPostgres postgres;
    private String readme;

    private record Said(int exit, String out, String err) {}

    @BeforeEach
    void startWhatThereIsInProduction() throws IOException {
        readme = Files.readString(Path.of("README.md"));
        postgres = EmbeddedPostgres.start();
        mails.setUser("zelfscan@net.example", "zelfscan", "geheim");
        mails.start();
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        for (Process process : started) {
            process.destroy();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        }
        mails.stop();
        postgres.close();
    }

    @Test
    void fromNothingToAResultThatOpensElsewhere() throws Exception {
        database("zelfscan");
        Map<String, String> settings = settings("zelfscan");
        Said appointed = jar(settings, "appoint", POC, "--name", "Pia Plus");
        assertThat(appointed).isEqualTo(
                new Said(0, "Pia Plus (" + POC + "), who was not known yet, is now a member of POC+ and can sign in.", appointed.err()));
        Visitor poc = serve(settings);
        assertThat(poc.get("/health").status()).isEqualTo(200);
        assertThat(poc.get("/postvak").status()).as("no mailbox where there is a mail server").isEqualTo(404);
        signIn(poc, POC);
        String round = openRound(poc);
        assertThat(mail(DIRECTOR, "Uitnodiging")).contains("https://zelfscan.example.be/");
        Visitor director = Visitor.overHttps(address(settings));
        signIn(director, DIRECTOR);
        String result = answerAndSend(director);
        assertThat(mail(DIRECTOR, "verzonden")).contains("https://zelfscan.example.be" + result);
        step(poc, round, "/afsluiting");
        mail(DIRECTOR, "De ronde is afgesloten");
        Page here = director.get(result);
        byte[] report = pdf(director, here);

        Path backup = temporary.resolve("backup.zip");
        assertThat(jar(settings, "backup", "--out", backup.toString()).exit()).isZero();
        database("elders");
        Map<String, String> elsewhere = settings("elders");
        Said restored = jar(elsewhere, "restore", backup.toString());
        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(restored.out()).startsWith(backup + " is restored in ");
        Said again = jar(elsewhere, "restore", backup.toString());
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("is not empty");
        Visitor there = serve(elsewhere);
        signIn(there, DIRECTOR);
        Page same = there.get(result);

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.document().select("main").text()).isEqualTo(here.document().select("main").text()).contains("Centrum Oost");
        assertThat(pdf(there, same)).isEqualTo(report);
        assertThat(there.get("/").status()).isEqualTo(200);
    }

    @Test
    void theJarSaysWhatIsInItWithoutPartsOfKnownFaultsAndWithoutTests() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile jar = new ZipFile(JAR.toFile());
                InputStream bill = jar.getInputStream(jar.getEntry("META-INF/sbom/zelfscan.cdx.json"))) {
            new ObjectMapper().readTree(bill).get("components")
                    .forEach(part -> parts.put(part.get("group").asText() + ":" + part.get("name").asText(), part.get("version").asText()));
        }
        Map.of("io.netty:netty-codec-http", "4.2.18", "io.netty:netty-handler", "4.2.18", "org.postgresql:postgresql", "42.7.14",
                "com.fasterxml.jackson.core:jackson-core", "2.21.6", "com.fasterxml.jackson.core:jackson-databind", "2.21.6",
                "ch.qos.logback:logback-classic", "1.5.36", "ch.qos.logback:logback-core", "1.5.36")
                .forEach((part, least) -> assertThat(parts.get(part)).as(part).isNotNull()
                        .satisfies(version -> assertThat(Version.parse(version)).isGreaterThanOrEqualTo(Version.parse(least))));
        assertThat(parts.keySet())
                .noneMatch(part -> part.matches("(org\\.junit|org\\.assertj|net\\.jqwik|com\\.tngtech|com\\.microsoft\\.playwright"
                        + "|com\\.deque|com\\.icegreen|org\\.apache\\.pdfbox|org\\.verapdf|org\\.jsoup|no\\.nav)[.:].*"));
    }

    /** The SQL of the README, for a database of this name; the roles are made with the first. */
    private void database(String name) throws SQLException {
        Matcher block = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(block.find()).as("the README says which roles there are").isTrue();
        try (Connection connection = postgres.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : block.group(1).split(";\\s*\\n")) {
                boolean first = name.equals("zelfscan");
                if (!sql.isBlank() && (first || sql.startsWith("create database"))) {
                    statement.execute(sql.replace("database zelfscan ", "database " + name + " "));
                }
            }
        }
    }

    /** The settings that the README names, each with what it is here. */
    private Map<String, String> settings(String database) throws IOException {
        Map<String, String> here = Map.of("JDBC_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database, "SMTP_HOST",
                "localhost",
                "SMTP_USER", "zelfscan", "SMTP_PASSWORD", "geheim", "ZELFSCAN_MAIL_FROM", "zelfscan@net.example");
        Map<String, String> settings = new LinkedHashMap<>();
        Matcher block = Pattern.compile("```ini\\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(block.find()).as("the README says which settings there are").isTrue();
        block.group(1).lines().filter(line -> line.contains("=")).forEach(line -> {
            String name = line.substring(0, line.indexOf('='));
            settings.put(name, here.getOrDefault(name, line.substring(line.indexOf('=') + 1)));
        });
        assertThat(settings.keySet()).containsAll(here.keySet());
        // The mail server of a test speaks no TLS, and every service of a test needs a port of its own.
        settings.put("SMTP_TLS", "none");
        settings.put("SMTP_PORT", String.valueOf(mails.getSmtp().getPort()));
        settings.put("ZELFSCAN_PORT", String.valueOf(freePort()));
        settings.put("ZELFSCAN_DATA", temporary.resolve("never").toString());
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static String address(Map<String, String> settings) {
        return "http://127.0.0.1:" + settings.get("ZELFSCAN_PORT");
    }

    private Process start(Map<String, String> settings, Path out, Path err, String... arguments) throws IOException {
        assertThat(JAR).as("mvn package makes it").exists();
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                Stream.concat(ServiceProcess.quickJava().stream(), Stream.of("-Xmx256m", "-jar", JAR.toString())),
                Arrays.stream(arguments)).toList());
        builder.environment().keySet().removeIf(name -> name.matches("(JDBC|SMTP|ZELFSCAN|OIDC)_.*"));
        builder.environment().putAll(settings);
        return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    }

    private Said jar(Map<String, String> settings, String... arguments) throws IOException, InterruptedException {
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        Process process = start(settings, out, err, arguments);
        boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as(String.join(" ", arguments)).isTrue();
        return new Said(process.exitValue(), Files.readString(out).strip(), Files.readString(err).strip());
    }

    /** Starts the service; gives somebody who reaches it through a proxy that ends TLS and passes a name of its own. */
    private Visitor serve(Map<String, String> settings) throws IOException {
        Path out = temporary.resolve("served-" + started.size());
        started.add(start(settings, out, temporary.resolve("log-" + started.size())));
        Await.until(LIMIT, "the service is ready", () -> read(out).equals("Zelfscan is ready: https://zelfscan.example.be"));
        return Visitor.overHttps(address(settings));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** The text of the newest mail to somebody with this in its subject; waits for it. */
    private String mail(String email, String subject) {
        List<String> found = new ArrayList<>();
        Await.until(LIMIT, "a mail ‘" + subject + "’ to " + email, () -> {
            for (Message message : mails.getReceivedMessages()) {
                try {
                    if (message.getAllRecipients()[0].toString().equals(email) && message.getSubject().contains(subject)) {
                        found.add(text(message));
                    }
                } catch (MessagingException | IOException e) {
                    throw new IllegalStateException(e);
                }
            }
            return !found.isEmpty();
        });
        return found.getLast();
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            StringBuilder texts = new StringBuilder();
            for (int i = 0; i < several.getCount(); i++) {
                texts.append(text(several.getBodyPart(i)));
            }
            return texts.toString();
        }
        return part.isMimeType("text/plain") ? (String) part.getContent() : "";
    }

    private void signIn(Visitor visitor, String email) throws com.icegreen.greenmail.store.FolderException {
        mails.purgeEmailFromAllMailboxes();
        visitor.submit(visitor.get("/aanmelden").form("/aanmelden").set("email", email));
        Matcher link = Pattern.compile("https://zelfscan\\.example\\.be(/aanmelden/link/[\\w-]+)").matcher(mail(email, "aan te melden"));
        assertThat(link.find()).isTrue();
        assertThat(visitor.submit(visitor.get(link.group(1)).form("/aanmelden/link")).path()).doesNotStartWith("/aanmelden");
    }

    /** Imports a centre with its director, makes a round for it and opens that. */
    private static String openRound(Visitor poc) {
        Page preview = poc.upload("/organisatie/import", "bestand", "centra.csv", SHEET.getBytes(StandardCharsets.UTF_8));
        assertThat(poc.submit(preview.form("/bevestiging")).status()).isEqualTo(200);
        LocalDate today = LocalDate.now(Clock.system(BelgianDutch.ZONE));
        Page made = poc.submit(
                poc.get("/rondes/nieuw").form("/rondes").set("title", "Eerste ronde")
                        .set("questionnaire", "poolster-clb/2026").set("closesOn", today.plusDays(30).toString()));
        assertThat(made.path()).as(made.text()).matches("/rondes/[0-9a-f-]{36}");
        step(poc, made.path(), "/opening");
        return made.path();
    }

    /** Does a step of a round by its forms, with whatever page stands in between to be sure. */
    private static void step(Visitor poc, String round, String step) {
        Page page = poc.get(round);
        for (int i = 0; i < 3 && page.document().select("form[action$=" + step + "], a[href$=" + step + "]").first() != null; i++) {
            page = page.document().select("form[action$=" + step + "]").isEmpty()
                    ? poc.get(page.document().select("a[href$=" + step + "]").attr("href"))
                    : poc.submit(page.form(step));
        }
        assertThat(page.status()).as(page.text()).isEqualTo(200);
    }

    private static String answerAndSend(Visitor director) {
        String scan = director.submit(director.get("/centrum").form("/zelfscan")).path().replaceAll("/inleiding$", "");
        SampleForms.all().forEach((section, fields) -> {
            Form form = director.get(scan + (section.equals("slotvragen") ? "/deel/slotvragen" : "/deel/" + section)).form("/zelfscan/");
            fields.forEach((name, values) -> form.set(name, values.toArray(String[]::new)));
            assertThat(director.submit(form).status()).isEqualTo(200);
        });
        Page sent = director.submit(director.get(scan + "/verzending").form("/verzending"));
        assertThat(sent.path()).as(sent.text()).startsWith("/resultaat/");
        return sent.path();
    }

    private static byte[] pdf(Visitor visitor, Page result) {
        Page report = visitor.get(result.document().select("a[href*=rapport.pdf]").attr("href"));
        assertThat(report.response().headers().firstValue("Content-Type")).hasValue("application/pdf");
        return report.body();
    }
}
