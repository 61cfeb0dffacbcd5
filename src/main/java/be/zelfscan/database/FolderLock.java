package be.zelfscan.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to use a data folder. The operating system takes it back when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {
    // POSIX drops all locks of a process on a file when the process closes any channel on it: a second attempt from
    // within this process must be refused before it opens one.
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** The folder must exist, and be given by its real path. */
    static FolderLock take(Path folder) throws IOException {
        return takeIfFree(folder).orElseThrow(() -> inUse(folder));
    }

    /** As {@link #take}; empty when somebody else has it. */
    static Optional<FolderLock> takeIfFree(Path folder) throws IOException {
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
            return taken ? Optional.of(new FolderLock(folder, channel)) : Optional.empty();
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
