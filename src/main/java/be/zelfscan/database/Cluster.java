package be.zelfscan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** PostgreSQL's own data directory: made once, then kept. */
record Cluster(Path folder, Programs programs) {
    private static final Duration CREATION = Duration.ofMinutes(2);

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

    // Sorted by code point, by PostgreSQL's own rules: the same on every machine, and no library update can make an index wrong.
    private void create(String adminPassword) throws IOException {
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        Path password = folder.resolveSibling("admin-password");
        Programs.delete(fresh);
        OwnerOnly.write(password, adminPassword + "\n");
        try {
            Command.Outcome outcome = programs.run(CREATION, folder.getParent(), "initdb", "--pgdata=" + fresh,
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

    private StartProblem problem(Command.Outcome outcome) {
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
