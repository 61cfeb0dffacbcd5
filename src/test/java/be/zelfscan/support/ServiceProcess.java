package be.zelfscan.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The service in a process of its own, which a test may stop or kill. */
public final class ServiceProcess {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final int STOP_SECONDS = 300;
    private static final Pattern READY = Pattern.compile("is ready: (http://localhost:(\\d+))");

    private static final String MAIN = "be.zelfscan.Application";

    private final Process process;
    private final Path log;
    private final String address;

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Await.until(START_LIMIT, "the service is ready", () -> READY.matcher(output()).find() || !process.isAlive());
        Matcher ready = READY.matcher(output());
        if (!ready.find()) {
            throw new AssertionError("The service did not start: " + output());
        }
        address = ready.group(1);
    }

    /** Starts it on any free port, and returns when it is ready. What it says goes to a file in this folder. */
    public static ServiceProcess start(Path folder, Map<String, String> environment) {
        try {
            Path log = Files.createTempFile(folder, "service-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command("-Xmx256m", MAIN, "serve"));
            builder.environment().keySet()
                    .removeIf(name -> name.startsWith("JDBC_") || name.startsWith("SMTP_") || name.startsWith("ZELFSCAN_"));
            // The scans of the demonstration are of no use to who kills and restarts.
            builder.environment().putAll(Map.of("ZELFSCAN_PORT", "0", "ZELFSCAN_DEMONSTRATION_FILL", "false"));
            builder.environment().putAll(environment);
            return new ServiceProcess(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JVM that starts as quickly as it can, with all classes of the service on its class path. */
    public static List<String> command(String... mainClassAndArguments) {
        return Stream.of(Loaded.JAVA, List.of("-cp", Loaded.CLASS_PATH), List.of(mainClassAndArguments)).flatMap(List::stream).toList();
    }

    /** A JVM that starts the packaged jar as quickly as it can, without a class path and what it is to do. */
    public static List<String> quickJava() {
        return Loaded.JAVA;
    }

    public String address() {
        return address;
    }

    public int port() {
        return Integer.parseInt(address.replaceFirst(".*:", ""));
    }

    /** All that it said until now. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a machine that fails does. */
    public void kill() {
        process.destroyForcibly();
        end();
    }

    /** Asks it to stop, and waits until it did. */
    public void stop() {
        process.destroy();
        end();
    }

    /** Waits until it ended; returns its exit code. */
    public int end() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The service did not end in " + STOP_SECONDS + " seconds: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * How a service is started: from the packaged jar with what the build had the JVM learn of it, which halves what a start takes. Where the
     * jar is not of these classes, when one test is run, from the folders of the class path.
     */
    private static final class Loaded {
        private static final Path JAR = Path.of("target", "zelfscan.jar");
        private static final boolean PACKAGED = isJarOfTheseClasses();
        private static final String CLASS_PATH = PACKAGED ? JAR.toString() : System.getProperty("java.class.path");
        private static final List<String> JAVA = java();

        private static List<String> java() {
            List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC", "-Xlog:disable");
            boolean profiles = Runtime.version().feature() >= 25;
            Path learned = Path.of("target", profiles ? "zelfscan.aot" : "zelfscan.jsa");
            return PACKAGED && Files.exists(learned)
                    ? Stream.concat(java.stream(), Stream.of((profiles ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + learned)).toList()
                    : java;
        }

        private static boolean isJarOfTheseClasses() {
            if (!Files.exists(JAR)) {
                return false;
            }
            try (Stream<Path> classes = Files.walk(Path.of("target", "classes"))) {
                long made = JAR.toFile().lastModified();
                return classes.filter(Files::isRegularFile).allMatch(file -> file.toFile().lastModified() <= made);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
