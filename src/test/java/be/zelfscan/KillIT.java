package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.support.Await;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service killed right after it said "bewaard": what it said stands. */
class KillIT {
    private static final int TIMES = 20;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Pattern READY = Pattern.compile("is ready: (http://localhost:\\d+)");

    private final Path folder = folder();
    private Process service;

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "kill-").toAbsolutePath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        service.destroy();
        assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nothingThatWasShownAsSavedIsMissingAfterAKill() throws Exception {
        String address = start();
        Visitor director = new Visitor(address);
        director.signIn("directeur@democentrum-noord.example");
        String scan = director.submit(director.get("/centrum").form("/zelfscan")).path().replaceAll("/inleiding$", "");
        for (int i = 1; i <= TIMES; i++) {
            String note = "Bewaard vóór de val, keer " + i;
            Page saved = director
                    .submit(director.get(scan + "/bouwsteen/preventie").form("/bouwsteen/").set("motive.note", note).set("go", "stay"));
            service.destroyForcibly();
            assertThat(saved.text()).contains("bewaard om");
            assertThat(service.waitFor(10, TimeUnit.SECONDS)).isTrue();

            director.moveTo(start());

            assertThat(director.get(scan + "/bouwsteen/preventie").form("/bouwsteen/").get("motive.note")).as("after kill %d", i)
                    .containsExactly(note);
        }
    }

    private String start() throws IOException {
        Path log = folder.resolve("service.log");
        Files.deleteIfExists(log);
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), "be.zelfscan.Application", "serve");
        builder.environment().put("ZELFSCAN_DATA", folder.toString());
        builder.environment().put("ZELFSCAN_PORT", "0");
        builder.environment().keySet().removeIf(name -> name.startsWith("JDBC_") || name.startsWith("SMTP_"));
        service = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        StringBuilder address = new StringBuilder();
        Await.until(START_LIMIT, "the service is ready", () -> {
            Matcher ready = READY.matcher(read(log));
            return ready.find() && address.append(ready.group(1)) != null;
        });
        return address.toString();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }
}
