package be.zelfscan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The classes of this jar as the JVM has them once they are loaded, kept in the data folder (class data sharing): with it a command needs half the
 * time. The launcher names it after the jar and the JDK, for it is good for these only; {@code ClassArchiveMaker} makes it. Whatever is wrong with an archive, the JVM goes on without it.
 *
 * <p>Part of the launcher, so compiled for Java 11.
 */
final class ClassArchive {
    private static final String MISSING = "zelfscan.class.archive";
    private static final String MAKES_IT = "demo";
    /** What the JVM has to say goes to standard error, and of archives that it cannot use, nothing. */
    private static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:all=warning,cds*=off:stderr");

    private ClassArchive() {}

    /** Options of a JVM that works with the archive, or can make one that is not there yet. */
    static List<String> options(Path jdk, Path jar, String[] arguments) {
        List<String> options = new ArrayList<>();
        try {
            Path file = dataFolder(arguments).toAbsolutePath().resolve(name(jdk, jar));
            if (Files.exists(file)) {
                options.addAll(QUIET);
                options.add("-XX:SharedArchiveFile=" + file);
            } else if (arguments.length > 0 && arguments[0].equals(MAKES_IT)) {
                options.addAll(QUIET);
                options.addAll(List.of("-XX:+RecordDynamicDumpInfo", "-D" + MISSING + "=" + file));
            }
        } catch (IOException | IllegalArgumentException unknown) {
            options.clear();
        }
        return options;
    }

    private static String name(Path jdk, Path jar) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(jdk.resolve("release")));
        checksum.update((jdk + "\n" + jar + "\n" + Files.size(jar) + "\n" + Files.getLastModifiedTime(jar).toMillis())
                .getBytes(StandardCharsets.UTF_8));
        return String.format("classes-%08x.jsa", checksum.getValue());
    }

    private static Path dataFolder(String[] arguments) {
        int option = Arrays.asList(arguments).indexOf("--data");
        if (option >= 0 && option + 1 < arguments.length) {
            return Path.of(arguments[option + 1]);
        }
        String named = System.getenv("ZELFSCAN_DATA");
        return named == null || named.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share", "zelfscan") : Path.of(named);
    }
}
