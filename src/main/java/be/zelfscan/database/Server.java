package be.zelfscan.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops PostgreSQL on a data directory, through {@code pg_ctl}: that gives it a session of its own, so that Ctrl-C in the
 * terminal reaches the service only, which then stops the server last. Whoever uses it holds the folder's lock.
 */
final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int PORT_ATTEMPTS = 3;
    private static final int LOG_LIMIT_BYTES = 5_000_000;
    private static final int START_SECONDS = 120; // it may have to replay what a crash left
    private static final int STOP_SECONDS = 30;

    private final PostgresCluster cluster;
    private final Path log;
    private final Programs programs;

    Server(PostgresCluster cluster, Path log, Programs programs) {
        this.cluster = cluster;
        this.log = log;
        this.programs = programs;
    }

    /** Starts it with today's settings, after stopping one that a killed service left behind, and returns its TCP port. */
    int start() throws IOException {
        clearFormer();
        rotateLog();
        Optional<String> refusal = Optional.empty();
        for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            int port = freePort();
            refusal = tryOn(port);
            if (refusal.isEmpty()) {
                return port;
            }
            if (!refusal.get().contains("could not create any TCP/IP sockets")) { // else another program was first on that port
                break;
            }
        }
        throw notStarted(refusal.orElseThrow());
    }

    /**
     * Starts it again where it was killed, on the port that everybody knows.
     *
     * @throws StartProblem when it does not start
     */
    void startAgain(int port) throws IOException {
        clearFormer();
        Optional<String> refusal = tryOn(port);
        if (refusal.isPresent()) {
            throw notStarted(refusal.get());
        }
    }

    /** Completes when the server is no longer there, however it ended. */
    CompletableFuture<?> end() throws IOException {
        return Postmaster.of(cluster.folder()).flatMap(Postmaster::living).<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Only a server that works on this very folder is stopped: in a copy of a folder, the file names the server of the original. */
    private void clearFormer() throws IOException {
        Optional<Postmaster> former = Postmaster.of(cluster.folder());
        if (former.isPresent() && former.get().isOf(cluster.folder()) && former.get().isAlive()) {
            LOG.info("A service that was killed left its PostgreSQL behind on {}; it is restarted", cluster.folder());
            stop();
        } else if (former.isPresent()) {
            former.get().disown();
        }
    }

    /** Rolls back what is open and stops; when that takes too long, stops at once, which the next start repairs from the log. */
    void stop() {
        try {
            if (!control("stop", "--mode=fast", STOP_SECONDS).succeeded() && Postmaster.of(cluster.folder()).isPresent()) {
                LOG.warn("PostgreSQL on {} did not stop within {} seconds; it is stopped at once", cluster.folder(), STOP_SECONDS);
                control("stop", "--mode=immediate", STOP_SECONDS);
            }
        } catch (IOException problem) {
            LOG.warn("PostgreSQL on {} could not be stopped; the next start takes care of it", cluster.folder(), problem);
        }
    }

    private Optional<String> tryOn(int port) throws IOException {
        cluster.configure(port);
        long before = Files.exists(log) ? Files.size(log) : 0;
        Programs.Outcome outcome = control("start", "--log=" + log, START_SECONDS);
        if (outcome.succeeded()) {
            return Optional.empty();
        }
        if (Postmaster.of(cluster.folder()).filter(Postmaster::isAlive).isPresent()) {
            stop();
        }
        return Optional.of(Files.exists(log) ? logSince(before) : outcome.output());
    }

    private Programs.Outcome control(String action, String option, int seconds) throws IOException {
        return programs.run(Duration.ofSeconds(seconds + 10L), cluster.folder(), "pg_ctl", action, "--pgdata=" + cluster.folder(), option,
                "--wait", "--timeout=" + seconds, "--silent");
    }

    private StartProblem notStarted(String output) {
        if (StartProblem.isFullDisk(output)) {
            return StartProblem.fullDisk(cluster.folder());
        }
        return new StartProblem("PostgreSQL did not start on " + cluster.folder() + " (" + Programs.lastLines(output)
                + "); put right what it names and start again, the whole log is in " + log + ".");
    }

    private String logSince(long position) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.min(position, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** What {@code postmaster.pid} says about the server that uses a data directory, or once used it. */
    record Postmaster(Path file, List<String> lines) {
        private static final int PORT_LINE = 3;
        private static final int STATUS_LINE = 7;

        static Optional<Postmaster> of(Path cluster) throws IOException {
            Path file = cluster.resolve("postmaster.pid");
            return Files.exists(file) ? Optional.of(new Postmaster(file, Files.readAllLines(file))) : Optional.empty();
        }

        /** Whether that process lives and is indeed a PostgreSQL on this directory: a number is soon given to another process. */
        boolean isAlive() {
            return process().filter(ProcessHandle::isAlive).filter(process -> isPostgres(process.info())).isPresent();
        }

        /** Whether the file is of a server on this directory: a copy of a data folder names the server of the original. */
        boolean isOf(Path cluster) throws IOException {
            String named = lines.size() > 1 ? lines.get(1).strip() : "";
            return !named.isEmpty()
                    && (Path.of(named).equals(cluster) || Files.exists(Path.of(named)) && Files.isSameFile(Path.of(named), cluster));
        }

        /** The process itself, for who waits for its end. */
        Optional<ProcessHandle> living() {
            return process().filter(ProcessHandle::isAlive);
        }

        /** The TCP port on which it takes connections; empty until it does. */
        Optional<Integer> port() {
            boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return ready && lines.get(PORT_LINE).strip().matches("\\d{1,5}") ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
                    : Optional.empty();
        }

        /**
         * Makes a left-over file harmless. PostgreSQL itself passes over it when the process is gone, but not when another process has its
         * number now. It does pass over its parent's number, which is ours; and the rest of the file must stay, because by it PostgreSQL
         * makes sure that no worker of the dead server still holds the shared memory.
         */
        void disown() throws IOException {
            if (process().isPresent()) {
                String rest = lines.isEmpty() ? "" : String.join("\n", lines.subList(1, lines.size()));
                OwnerOnly.write(file, ProcessHandle.current().pid() + "\n" + rest + "\n");
            }
        }

        private Optional<ProcessHandle> process() {
            String number = lines.isEmpty() ? "" : lines.getFirst().strip();
            return number.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(number)) : Optional.empty();
        }

        private boolean isPostgres(ProcessHandle.Info process) {
            boolean program = process.command().map(Path::of).map(Path::getFileName).map(Path::toString)
                    .filter(name -> name.startsWith("postgres")).isPresent();
            boolean directory = lines.size() > 1
                    && process.arguments().map(arguments -> List.of(arguments).contains(lines.get(1).strip())).orElse(true);
            return program && directory;
        }
    }
}
