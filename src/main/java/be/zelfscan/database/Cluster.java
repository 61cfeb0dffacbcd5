package be.zelfscan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * PostgreSQL's own data directory: made once, then kept. Its configuration, written anew at each start, is safe for data, modest for a small machine, and keeps
 * the content of rows out of the log.
 */
record Cluster(Path folder, Programs programs) {
    private static final Duration CREATION = Duration.ofMinutes(2);
    private static final String CONFIGURATION = """
            # Written by Zelfscan at every start: what is changed here is lost.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 60
            password_encryption = 'scram-sha-256'

            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_compression = on
            max_wal_size = 512MB
            checkpoint_timeout = 15min

            shared_buffers = 64MB
            effective_cache_size = 512MB
            maintenance_work_mem = 32MB
            random_page_cost = 1.1
            jit = off

            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            log_checkpoints = off
            log_error_verbosity = terse
            log_min_error_statement = panic
            """;
    private static final String WHO_MAY_CONNECT = """
            # Written by Zelfscan at every start: what is changed here is lost.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    /** Makes it where there is none; refuses one that these programs cannot read. */
    void prepare(String adminPassword) throws IOException {
        if (!exists()) {
            create(adminPassword);
            return;
        }
        String major = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!major.equals(programs.major())) {
            throw new StartProblem("The data in " + folder + " was made by PostgreSQL " + major + " and this Zelfscan brings PostgreSQL "
                    + programs.major() + "; run the Zelfscan that made it and export the data, or choose an empty data folder with "
                    + "ZELFSCAN_DATA.");
        }
    }

    void configure(int port) throws IOException {
        OwnerOnly.write(folder.resolve("postgresql.conf"), CONFIGURATION.formatted(port));
        OwnerOnly.write(folder.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    }

    // Sorted by code point, by PostgreSQL's own rules: the same on every machine, and no library update can make an index wrong.
    private void create(String adminPassword) throws IOException {
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        Path password = folder.resolveSibling("admin-password");
        Programs.delete(fresh);
        OwnerOnly.write(password, adminPassword + "\n");
        try {
            Programs.Outcome outcome = programs.run(CREATION, folder.getParent(), "initdb", "--pgdata=" + fresh,
                    "--username=" + Setup.ADMIN, "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums");
            if (!outcome.succeeded()) {
                throw problem(outcome);
            }
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private StartProblem problem(Programs.Outcome outcome) {
        if (StartProblem.isFullDisk(outcome.output())) {
            return StartProblem.fullDisk(folder);
        }
        if (outcome.output().contains("cannot be run as root")) {
            return new StartProblem("PostgreSQL does not run as root and this machine does not allow 'unshare -U'; start Zelfscan as an "
                    + "ordinary user, or give it the address of a PostgreSQL of your own.");
        }
        return new StartProblem("The database could not be made in " + folder + " (" + outcome.lastLines()
                + "); put right what it names and start again.");
    }
}
