package be.zelfscan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processor time of processes, as Linux counts it: in hundredths of a second. */
final class ProcessorTime {
    private static final double MS_A_TICK = 10;

    private ProcessorTime() {}

    /** Milliseconds of a process, and nothing where the system does not tell. */
    static double of(long pid) throws IOException {
        List<String> stat = stat(pid);
        return stat.isEmpty() ? 0 : ticks(stat, 11, 13);
    }

    /** Milliseconds of a process and its children, those that ended included. */
    static double withChildren(long pid) throws IOException {
        List<String> stat = stat(pid);
        double all = stat.isEmpty() ? 0 : ticks(stat, 11, 15);
        List<Long> children;
        try (Stream<ProcessHandle> found = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children)) {
            children = found.map(ProcessHandle::pid).toList();
        }
        for (long child : children) {
            all += of(child);
        }
        return all;
    }

    private static double ticks(List<String> stat, int from, int to) {
        return stat.subList(from, to).stream().mapToLong(Long::parseLong).sum() * MS_A_TICK;
    }

    /** What stands behind the name of the process, which may hold spaces. */
    private static List<String> stat(long pid) throws IOException {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" "));
        } catch (NoSuchFileException gone) {
            return List.of();
        }
    }
}
