package be.zelfscan.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path once for every build of them.
 *
 * @param version such as {@code 17.7}
 */
record Programs(Path folder, String version) {
    private static final Duration QUICK = Duration.ofSeconds(20);
    private static final int LAST_LINES = 6;

    /** What came of one run: both output streams as one text; the exit code is -1 when it had to be ended. */
    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }

        String lastLines() {
            return Programs.lastLines(output);
        }
    }

    /** Unpacks them into a folder below this one that is named after their checksum, unless they are there already. */
    static Programs unpackedIn(Path parent) throws IOException {
        byte[] archive = archive();
        CRC32 checksum = new CRC32();
        checksum.update(archive);
        Path folder = parent.resolve("postgres-programs-%08x".formatted(checksum.getValue()));
        if (!Files.isDirectory(folder)) {
            unpack(archive, folder);
        }
        String postgres = folder.resolve("bin").resolve("postgres").toString();
        Outcome outcome = run(List.of(postgres, "--version"), folder, QUICK);
        if (!outcome.succeeded()) {
            throw new StartProblem("PostgreSQL's program " + postgres + " does not run on this machine (" + outcome.lastLines()
                    + "); give Zelfscan the address of a PostgreSQL of your own.");
        }
        return new Programs(folder, outcome.output().strip().replaceFirst("^.*\\) ", ""));
    }

    /** The first number of the version: data of one major version cannot be read by another. */
    String major() {
        return version.replaceFirst("\\D.*", "");
    }

    /** Runs one of the programs in the folder where it works; PostgreSQL refuses root, so for root it is made nobody in particular. */
    Outcome run(Duration limit, Path where, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return run(command, where, limit);
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").replaceFirst("^Mac.*", "Darwin").replaceFirst("^Windows.*", "Windows");
        String machine = System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            return archive.readAllBytes();
        } catch (IllegalStateException none) {
            throw new StartProblem("There is no built-in PostgreSQL for this machine (" + system + " " + machine
                    + "); give Zelfscan the address of a PostgreSQL of your own.", none);
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        Path fresh = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, fresh);
            }
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            delete(fresh);
            if (!Files.isDirectory(folder)) { // otherwise another service was first, with the same content
                throw problem;
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive of PostgreSQL points outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0 && target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }

    /**
     * Runs a program, bounded in time, without the environment's {@code PG*} variables, which would change what PostgreSQL does. The output
     * goes by way of a file: a server that it leaves behind would hold a pipe open.
     */
    private static Outcome run(List<String> command, Path folder, Duration limit) throws IOException {
        Path output = Files.createTempFile("zelfscan-", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return new Outcome(ended ? process.exitValue() : -1, Files.readString(output, StandardCharsets.ISO_8859_1));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new StartProblem("The work on the database in " + folder + " was interrupted; start Zelfscan again.", interruption);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** The end of a text as part of a sentence: its last lines, one after the other. */
    static String lastLines(String text) {
        List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Stream<String> last = lines.stream().skip(Math.max(0, lines.size() - LAST_LINES));
        return last.collect(Collectors.joining(" | "));
    }
}
