package be.zelfscan.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a folder of its own, made to be trusted with data: what is committed is on disk, every role has a password, only
 * this machine can reach it, and its data stays when it is closed.
 *
 * <p>One service at a time uses a folder; a second one is refused, and a command joins it ({@link #openOrJoin}). A server that a killed
 * service left behind is stopped in an orderly way by the next {@link #open}, which then starts it anew: it never runs twice on the same
 * data.
 *
 * <p>It is looked after: when it is killed, it is started again on the same port, and when that cannot be, {@link #lost} says so.
 *
 * <p>Whoever opens it closes it; there is no shutdown hook, since the service must first finish its own work. Thread-safe.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final int MOST_STARTS = 6;
    private static final Duration BETWEEN_STARTS = Duration.ofSeconds(1);

    private static final int JOIN_ATTEMPTS = 600;
    private static final int JOIN_STEP_MS = 100;
    private static final int JOIN_CHECK_S = 10;

    /** What only the one has that started it; who joined has none. */
    private record Holding(Lock lock, Server server) {}

    private final Optional<Holding> holding;
    private final PostgresCluster.Passwords passwords;
    private final int port;
    private final CompletableFuture<StartProblem> lost = new CompletableFuture<>();
    private final Object starting = new Object();
    private volatile boolean closing;

    private EmbeddedDatabase(Optional<Holding> holding, PostgresCluster.Passwords passwords, int port) {
        this.holding = holding;
        this.passwords = passwords;
        this.port = port;
    }

    /** {@code $ZELFSCAN_DATA}, or else {@code ~/.local/share/zelfscan}. */
    public static Path defaultFolder() {
        return Optional.ofNullable(System.getenv("ZELFSCAN_DATA")).filter(folder -> !folder.isBlank()).map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share", "zelfscan"));
    }

    /**
     * Starts the database of this folder; makes folder and database where there are none.
     *
     * @throws StartProblem when the folder cannot be written, is in use or is of another PostgreSQL, or when the server does not start
     */
    public static EmbeddedDatabase open(Path dataFolder) {
        return open(dataFolder, dataFolder);
    }

    /** As {@link #open(Path)}, with the unpacked PostgreSQL programs (60 MB) in a folder that many data folders may share. */
    public static EmbeddedDatabase open(Path dataFolder, Path programsFolder) {
        Path folder = writable(dataFolder);
        return start(folder, locked(folder), programsFolder);
    }

    /**
     * As {@link #open(Path, Path)}, but while a service runs on the folder its database is shared, and goes on when this one is closed: for
     * commands.
     *
     * @throws StartProblem also when the service that has the folder does not get as far as a database within a minute
     */
    public static EmbeddedDatabase openOrJoin(Path dataFolder, Path programsFolder) {
        Path folder = writable(dataFolder);
        try {
            for (int attempt = 0; attempt < JOIN_ATTEMPTS; attempt++) {
                Optional<Lock> lock = Lock.takeIfFree(folder);
                if (lock.isPresent()) {
                    return start(folder, lock.get(), programsFolder);
                }
                Optional<EmbeddedDatabase> running = running(folder);
                if (running.isPresent()) {
                    return running.get();
                }
                Thread.sleep(JOIN_STEP_MS);
            }
        } catch (IOException problem) {
            throw unwritable(folder, problem);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        throw Lock.inUse(folder);
    }

    /**
     * Renames a data folder that nobody uses, so that the next {@link #open} makes a new one.
     *
     * @return where it is now, beside where it was
     * @throws StartProblem when it is in use or cannot be renamed
     */
    public static Path setAside(Path dataFolder) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        Path aside = folder.resolveSibling(folder.getFileName() + "-earlier");
        for (int number = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); number++) {
            aside = folder.resolveSibling(folder.getFileName() + "-earlier-" + number);
        }
        Lock lock = locked(writable(folder));
        try {
            return Files.move(folder, aside);
        } catch (IOException problem) {
            throw new StartProblem("The data folder " + folder + " was made by another build and cannot be renamed to " + aside + " ("
                    + problem.getClass().getSimpleName() + ": " + problem.getMessage()
                    + "); move it away, or set ZELFSCAN_DATA to another folder.", problem);
        } finally {
            lock.close();
        }
    }

    /** The database of the service that has the folder; empty as long as it cannot be used. */
    private static Optional<EmbeddedDatabase> running(Path folder) throws IOException {
        Path cluster = folder.resolve("postgres");
        Optional<Server.Postmaster> postmaster = Server.Postmaster.of(cluster);
        if (postmaster.isEmpty() || !postmaster.get().isOf(cluster) || !postmaster.get().isAlive() || postmaster.get().port().isEmpty()) {
            return Optional.empty();
        }
        EmbeddedDatabase joined = new EmbeddedDatabase(Optional.empty(), PostgresCluster.Passwords.of(folder.resolve("secrets"), true),
                postmaster.get().port().get());
        try (Connection asOwner = joined.owner().connect(); Connection asApplication = joined.application().connect()) {
            return asOwner.isValid(JOIN_CHECK_S) && asApplication.isValid(JOIN_CHECK_S) ? Optional.of(joined) : Optional.empty();
        } catch (SQLException notYet) {
            return Optional.empty();
        }
    }

    private static EmbeddedDatabase start(Path folder, Lock lock, Path programsFolder) {
        long begun = System.nanoTime();
        try {
            Programs programs = Programs.unpackedIn(writable(programsFolder));
            PostgresCluster cluster = new PostgresCluster(folder.resolve("postgres"), programs);
            PostgresCluster.Passwords passwords = PostgresCluster.Passwords.of(folder.resolve("secrets"), cluster.exists());
            cluster.prepare(passwords.admin());
            Server server = new Server(cluster, folder.resolve("postgres.log"), programs);
            int port = server.start();
            try {
                PostgresCluster.complete(port, passwords);
            } catch (SQLException | RuntimeException problem) {
                server.stop();
                throw problem;
            }
            LOG.info("PostgreSQL {} is ready on port {} with {} ({} ms)", programs.version(), port, folder,
                    (System.nanoTime() - begun) / 1_000_000);
            Holding held = new Holding(lock, server);
            EmbeddedDatabase database = new EmbeddedDatabase(Optional.of(held), passwords, port);
            database.watch(held);
            return database;
        } catch (SQLException problem) {
            lock.close();
            throw StartProblem.isFullDisk(problem.getMessage()) ? StartProblem.fullDisk(folder)
                    : new StartProblem("The database in " + folder + " started but could not be set up (" + problem.getMessage() + "); see "
                            + folder.resolve("postgres.log") + ".", problem);
        } catch (IOException problem) {
            lock.close();
            throw unwritable(folder, problem);
        } catch (RuntimeException problem) {
            lock.close();
            throw problem;
        }
    }

    /** Whether it is that of a service that runs, and not started here. */
    public boolean isShared() {
        return holding.isEmpty();
    }

    /** For the running service: neither superuser nor owner, and bound by row-level security. */
    public Credentials application() {
        return new Credentials(PostgresCluster.jdbcUrl(port, PostgresCluster.DATABASE), PostgresCluster.APPLICATION,
                passwords.application());
    }

    /** For migrations: owns the database and what is made in it. */
    public Credentials owner() {
        return new Credentials(PostgresCluster.jdbcUrl(port, PostgresCluster.DATABASE), PostgresCluster.OWNER, passwords.owner());
    }

    /** Completes, with the reason, when PostgreSQL ended and could not be started again; never when it is closed. */
    public CompletionStage<StartProblem> lost() {
        return lost;
    }

    private void watch(Holding held) {
        Thread.ofPlatform().daemon().name("database-watch").start(() -> {
            try {
                lookAfter(held);
            } catch (StartProblem problem) {
                lost.complete(problem);
            } catch (IOException problem) {
                lost.complete(unwritable(held.lock().folder(), problem));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void lookAfter(Holding held) throws IOException, InterruptedException {
        while (!closing) {
            held.server().end().join();
            for (int tries = 1; !startedAgain(held, tries); tries++) {
                Thread.sleep(BETWEEN_STARTS);
            }
        }
    }

    /** Whether it runs, or needs to no longer; what is left of a killed server may need a moment to go. */
    private boolean startedAgain(Holding held, int tries) throws IOException {
        synchronized (starting) {
            if (closing) {
                return true;
            }
            LOG.warn("PostgreSQL is gone from {}; it is started again", held.lock().folder());
            try {
                held.server().startAgain(port);
                LOG.warn("PostgreSQL is back on port {}", port);
                return true;
            } catch (StartProblem problem) {
                if (tries >= MOST_STARTS) {
                    throw problem;
                }
                return false;
            }
        }
    }

    /**
     * Stops PostgreSQL (open transactions are rolled back) and frees the folder; the data stays. One that was joined goes on. Bounded,
     * repeatable.
     */
    @Override
    public void close() {
        closing = true;
        synchronized (starting) {
            holding.ifPresent(held -> {
                try {
                    if (held.lock().isHeld()) {
                        held.server().stop();
                    }
                } finally {
                    held.lock().close();
                }
            });
        }
    }

    private static Path writable(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.toAbsolutePath().normalize(), OwnerOnly.folder(folder));
            }
            return folder.toRealPath();
        } catch (IOException problem) {
            throw unwritable(folder, problem);
        }
    }

    private static Lock locked(Path folder) {
        try {
            return Lock.take(folder);
        } catch (IOException problem) {
            throw unwritable(folder, problem);
        }
    }

    private static StartProblem unwritable(Path folder, IOException problem) {
        if (StartProblem.isFullDisk(problem.getMessage())) {
            return StartProblem.fullDisk(folder);
        }
        return new StartProblem("The data folder " + folder + " cannot be written (" + problem.getClass().getSimpleName() + ": "
                + problem.getMessage() + "); make it writable for this user, or set ZELFSCAN_DATA to another folder.", problem);
    }

    /** The right to use a data folder. The operating system takes it back when the process ends, however it ends. */
    private static final class Lock implements AutoCloseable {
        // POSIX drops all locks of a process on a file when the process closes any channel on it: a second attempt from
        // within this process must be refused before it opens one.
        private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

        private final Path folder;
        private final FileChannel channel;

        private Lock(Path folder, FileChannel channel) {
            this.folder = folder;
            this.channel = channel;
        }

        /** The folder must exist, and be given by its real path. */
        static Lock take(Path folder) throws IOException {
            return takeIfFree(folder).orElseThrow(() -> inUse(folder));
        }

        /** As {@link #take}; empty when somebody else has it. */
        static Optional<Lock> takeIfFree(Path folder) throws IOException {
            if (!HELD_BY_THIS_PROCESS.add(folder)) {
                return Optional.empty();
            }
            boolean taken = false;
            try {
                FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                try {
                    taken = channel.tryLock() != null;
                } finally {
                    if (!taken) {
                        channel.close();
                    }
                }
                return taken ? Optional.of(new Lock(folder, channel)) : Optional.empty();
            } finally {
                if (!taken) {
                    HELD_BY_THIS_PROCESS.remove(folder);
                }
            }
        }

        Path folder() {
            return folder;
        }

        boolean isHeld() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            if (!channel.isOpen()) {
                return;
            }
            try {
                channel.close();
            } catch (IOException problem) {
                throw new IllegalStateException("The lock on " + folder + " could not be released", problem);
            } finally {
                HELD_BY_THIS_PROCESS.remove(folder);
            }
        }

        static StartProblem inUse(Path folder) {
            return new StartProblem("Another Zelfscan is running on the data folder " + folder
                    + "; stop it first, or set ZELFSCAN_DATA to another folder.");
        }
    }
}
