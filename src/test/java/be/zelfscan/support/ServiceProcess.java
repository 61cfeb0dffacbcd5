package be.zelfscan.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service in a process of its own, which a test may stop or kill. */
public final class ServiceProcess {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final int STOP_SECONDS = 300;
    private static final Pattern READY = Pattern.compile("is ready: (http://localhost:(\\d+))");

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
            ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", System.getProperty("java.class.path"), "be.zelfscan.Application",
                    "serve");
            builder.environment().keySet()
                    .removeIf(name -> name.startsWith("JDBC_") || name.startsWith("SMTP_") || name.startsWith("ZELFSCAN_"));
            builder.environment().put("ZELFSCAN_PORT", "0");
            builder.environment().putAll(environment);
            return new ServiceProcess(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
