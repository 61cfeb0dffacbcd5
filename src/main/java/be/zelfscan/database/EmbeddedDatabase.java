package be.zelfscan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a folder of its own, made to be trusted with data: what is committed is on disk, every role has a password, only
 * this machine can reach it, and its data stays when it is closed.
 *
 * <p>One service at a time uses a folder; a second one is refused. A server that a killed service left behind is stopped in an orderly
 * way by the next {@link #open}, which then starts it anew: it never runs twice on the same data.
 *
 * <p>It is looked after: when it is killed, it is started again on the same port, and when that cannot be, {@link #lost} says so.
 *
 * <p>Whoever opens it closes it; there is no shutdown hook, since the service must first finish its own work. Thread-safe.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final int MOST_STARTS = 6;
    private static final Duration BETWEEN_STARTS = Duration.ofSeconds(1);

    private final FolderLock lock;
    private final Server server;
    private final Secrets secrets;
    private final int port;
    private final CompletableFuture<StartProblem> lost = new CompletableFuture<>();
    private final Object starting = new Object();
    private volatile boolean closing;

    private EmbeddedDatabase(FolderLock lock, Server server, Secrets secrets, int port) {
        this.lock = lock;
        this.server = server;
        this.secrets = secrets;
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
        long begun = System.nanoTime();
        Path folder = writable(dataFolder);
        FolderLock lock = locked(folder);
        try {
            Programs programs = Programs.unpackedIn(writable(programsFolder));
            Cluster cluster = new Cluster(folder.resolve("postgres"), programs);
            Secrets secrets = Secrets.of(folder.resolve("secrets"), cluster.exists());
            cluster.prepare(secrets.admin());
            Server server = new Server(cluster, folder.resolve("postgres.log"), programs);
            int port = server.start();
            try {
                Setup.complete(port, secrets);
            } catch (SQLException | RuntimeException problem) {
                server.stop();
                throw problem;
            }
            LOG.info("PostgreSQL {} is ready on port {} with {} ({} ms)", programs.version(), port, folder,
                    (System.nanoTime() - begun) / 1_000_000);
            EmbeddedDatabase database = new EmbeddedDatabase(lock, server, secrets, port);
            database.watch();
            return database;
        } catch (SQLException problem) {
            lock.close();
            throw new StartProblem("The database in " + folder + " started but could not be set up (" + problem.getMessage() + "); see "
                    + folder.resolve("postgres.log") + ".", problem);
        } catch (IOException problem) {
            lock.close();
            throw unwritable(folder, problem);
        } catch (RuntimeException problem) {
            lock.close();
            throw problem;
        }
    }

    /** For the running service: neither superuser nor owner, and bound by row-level security. */
    public Credentials application() {
        return new Credentials(Setup.jdbcUrl(port, Setup.DATABASE), Setup.APPLICATION, secrets.application());
    }

    /** For migrations: owns the database and what is made in it. */
    public Credentials owner() {
        return new Credentials(Setup.jdbcUrl(port, Setup.DATABASE), Setup.OWNER, secrets.owner());
    }

    /** Completes, with the reason, when PostgreSQL ended and could not be started again; never when it is closed. */
    public CompletionStage<StartProblem> lost() {
        return lost;
    }

    private void watch() {
        Thread.ofPlatform().daemon().name("database-watch").start(() -> {
            try {
                lookAfter();
            } catch (StartProblem problem) {
                lost.complete(problem);
            } catch (IOException problem) {
                lost.complete(unwritable(lock.folder(), problem));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void lookAfter() throws IOException, InterruptedException {
        while (!closing) {
            server.end().join();
            for (int tries = 1; !startedAgain(tries); tries++) {
                Thread.sleep(BETWEEN_STARTS);
            }
        }
    }

    /** Whether it runs, or needs to no longer; what is left of a killed server may need a moment to go. */
    private boolean startedAgain(int tries) throws IOException {
        synchronized (starting) {
            if (closing) {
                return true;
            }
            LOG.warn("PostgreSQL is gone from {}; it is started again", lock.folder());
            try {
                server.startAgain(port);
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

    /** Stops PostgreSQL (open transactions are rolled back) and frees the folder; the data stays. Bounded, repeatable. */
    @Override
    public void close() {
        closing = true;
        synchronized (starting) {
            try {
                if (lock.isHeld()) {
                    server.stop();
                }
            } finally {
                lock.close();
            }
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

    private static FolderLock locked(Path folder) {
        try {
            return FolderLock.take(folder);
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
}
