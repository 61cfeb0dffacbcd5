package be.zelfscan.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged jar as a process of its own, started as an administrator starts it. */
final class BenchService implements AutoCloseable {
    private static final Path JAR = Path.of("target", "zelfscan.jar");
    private static final long START_LIMIT_MS = 180_000;
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final int port;
    private final double startMs;

    private BenchService(Process process, int port, double startMs) {
        this.process = process;
        this.port = port;
        this.startMs = startMs;
    }

    /** One of the instances on a database, with 256 MB of heap. */
    static BenchService on(BenchDatabase database) throws IOException, InterruptedException {
        return on(database, "-Xmx256m", Map.of());
    }

    static BenchService on(BenchDatabase database, String heap, Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> environment = new java.util.HashMap<>(database.environment());
        environment.putAll(more);
        return start(database.folder(), heap, environment);
    }

    /** Starts one and waits for its first page; what it says goes to a file in this folder. */
    static BenchService start(Path folder, String heap, Map<String, String> environment) throws IOException, InterruptedException {
        int port = freePort();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, heap, "-jar", JAR.toString());
        builder.environment().keySet()
                .removeIf(name -> name.startsWith("JDBC_") || name.startsWith("SMTP_") || name.startsWith("ZELFSCAN_"));
        builder.environment().putAll(Map.of("ZELFSCAN_DEMO", "true", "ZELFSCAN_PORT", String.valueOf(port)));
        builder.environment().putAll(environment);
        Path log = Files.createTempFile(folder, "service-", ".log");
        long begun = System.nanoTime();
        Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        long limit = System.currentTimeMillis() + START_LIMIT_MS;
        while (!hasPage(port)) {
            if (System.currentTimeMillis() > limit || !process.isAlive()) {
                process.destroyForcibly();
                throw new IOException("The service did not start:\n" + Files.readString(log));
            }
            Thread.sleep(10);
        }
        return new BenchService(process, port, (System.nanoTime() - begun) / 1e6);
    }

    private static boolean hasPage(int port) {
        try (LoadClient http = new LoadClient(port, "")) {
            return http.get("/").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** Milliseconds from the start of the process to its first page. */
    double startMs() {
        return startMs;
    }

    double processorMs() throws IOException {
        return ProcessorTime.withChildren(process.pid()); // the launcher may have looked for a newer Java
    }

    /** The memory that the system counts for it, at most until now, in MB. */
    double mostMemoryMb() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            if (line.startsWith("VmHWM")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
