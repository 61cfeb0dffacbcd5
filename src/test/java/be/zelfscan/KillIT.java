package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import be.zelfscan.support.Await;
import be.zelfscan.support.DataFolder;
import be.zelfscan.support.ServiceProcess;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A service with a database of its own, killed right after it said "bewaard": what it said stands. How often is set by
 * {@code -Dreliability.kills=}.
 */
@Order(Integer.MAX_VALUE - 1)
class KillIT {
    private static final int TIMES = Integer.getInteger("reliability.kills", 3);

    private static final int DISKS = Integer.getInteger("reliability.disks", 1);
    private static final int DISK_MB = 200;
    private static final int MOST_SAVES = 2_000;
    private static final Duration RECOVERY = Duration.ofSeconds(60);

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
        if (service != null) {
            service.stop();
        }
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

    /**
     * Saves go on as soon as there is room; one that was refused did not happen. Where nothing can be mounted, only a machine that can
     * tells.
     */
    @Test
    void onAFullDiskNothingThatWasAcknowledgedIsLostAndSavingGoesOnOnceThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MB + "m", "tmpfs", disk.toString())).as("may mount").isZero();
        try {
            Path data = DataFolder.withTables(disk.resolve("data"));
            service = ServiceProcess.start(folder, Map.of("ZELFSCAN_DATA", data.toString()));
            Visitor director = new Visitor(service.address());
            director.signIn("directeur@democentrum-noord.example");
            String page = director.submit(director.get("/centrum").form("/zelfscan")).path().replaceAll("/inleiding$", "")
                    + "/deel/preventie";
            int revision = 0;
            for (int i = 0; i < DISKS; i++) {
                Path ballast = fill(disk.resolve("ballast"));
                int refused = revision;
                while (refused < revision + MOST_SAVES && save(director, page, refused).status() == 200) {
                    refused++;
                }
                revision = refused;
                Page answer = save(director, page, revision);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
                assertThat(director.get("/privacy").status()).isEqualTo(200);

                Files.delete(ballast);
                int goesOn = revision;
                Await.until(RECOVERY, "saving goes on", () -> save(director, page, goesOn).status() == 200);
                revision++;
                assertThat(director.get(page).form("/deel/").get("motive.note")).containsExactly(note(revision - 1));
            }
            Path ballast = fill(disk.resolve("ballast"));
            service.kill();
            assertThatThrownBy(() -> ServiceProcess.start(folder, Map.of("ZELFSCAN_DATA", data.toString())))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("is full; free space");
            Files.delete(ballast);
            service = ServiceProcess.start(folder, Map.of("ZELFSCAN_DATA", data.toString()));
            director.moveTo(service.address());
            assertThat(director.get(page).form("/deel/").get("motive.note")).containsExactly(note(revision - 1));
            assertThat(director.get(page).form("/deel/").get("motive.revision")).containsExactly(String.valueOf(revision));
        } finally {
            if (service != null) {
                service.stop();
            }
            run("umount", disk.toString());
        }
    }

    private static String note(int base) {
        return "Op een volle schijf, na " + base + " " + "x".repeat(4_000);
    }

    private static Page save(Visitor visitor, String page, int base) {
        return visitor.post(page, Map.of("key", List.of(UUID.randomUUID().toString()), "motive.revision", List.of(String.valueOf(base)),
                "motive.note", List.of(note(base))), "HX-Request", "true");
    }

    /** Writes until nothing fits any more. */
    private static Path fill(Path file) throws IOException {
        byte[] bytes = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < DISK_MB * 16; i++) {
                out.write(bytes);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
        return file;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
