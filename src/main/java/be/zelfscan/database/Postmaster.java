package be.zelfscan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
