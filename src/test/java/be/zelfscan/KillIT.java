package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.support.DataFolder;
import be.zelfscan.support.ServiceProcess;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A service with a database of its own, killed right after it said "bewaard": what it said stands. How often is set by {@code -Dreliability.kills=}. */
@Order(11)
class KillIT {
    private static final int TIMES = Integer.getInteger("reliability.kills", 3);

    private final Path folder = folder();
    private ServiceProcess service;

    private static Path folder() {
        try {
            return DataFolder.withTables(Files.createTempDirectory(Files.createDirectories(Path.of("target")), "kill-").toAbsolutePath());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ServiceProcess start() {
        return ServiceProcess.start(folder, Map.of("ZELFSCAN_DATA", folder.toString()));
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void nothingThatWasShownAsSavedIsMissingAfterAKill() {
        service = start();
        Visitor director = new Visitor(service.address());
        director.signIn("directeur@democentrum-noord.example");
        String scan = director.submit(director.get("/centrum").form("/zelfscan")).path().replaceAll("/inleiding$", "");
        for (int i = 1; i <= TIMES; i++) {
            String note = "Bewaard vóór de val, keer " + i;
            Page saved = director
                    .submit(director.get(scan + "/deel/preventie").form("/deel/").set("motive.note", note).set("go", "stay"));
            service.kill();
            assertThat(saved.text()).contains("bewaard om");

            service = start();

            director.moveTo(service.address());
            assertThat(director.get(scan + "/deel/preventie").form("/deel/").get("motive.note")).as("after kill %d", i)
                    .containsExactly(note);
        }
    }

    @Test
    void aServiceThatLosesItsDatabaseForGoodSaysSoAndEndsWithACode() throws IOException {
        service = start();
        Files.writeString(folder.resolve("postgres/postgresql.auto.conf"), "no_such_setting = 1\n");

        ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst())).orElseThrow()
                .destroyForcibly();

        assertThat(service.end()).isEqualTo(2);
        List<String> said = service.output().lines().filter(line -> line.startsWith("The database ended")).toList();
        assertThat(said).singleElement().asString().contains("could not be started again").contains("no_such_setting");
    }
}
