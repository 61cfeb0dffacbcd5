package be.zelfscan.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of a program, bounded in time, with what it said. */
final class Command {
    private static final int LAST_LINES = 6;

    private Command() {}

    /** What came of it: both output streams as one text; the exit code is -1 when it had to be ended. */
    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }

        String lastLines() {
            return Command.lastLines(output);
        }
    }

    /**
     * Runs it without the environment's {@code PG*} variables, which would change what PostgreSQL does. The output goes by way of a file:
     * a server that it leaves behind would hold a pipe open.
     */
    static Outcome run(List<String> command, Path folder, Duration limit) throws IOException {
        Path output = Files.createTempFile("zelfscan-", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return new Outcome(ended ? process.exitValue() : -1, Files.readString(output, StandardCharsets.ISO_8859_1));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new StartProblem("The work on the database in " + folder + " was interrupted; start Zelfscan again.", interruption);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** The end of a text as part of a sentence: its last lines, one after the other. */
    static String lastLines(String text) {
        List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Stream<String> last = lines.stream().skip(Math.max(0, lines.size() - LAST_LINES));
        return last.collect(Collectors.joining(" | "));
    }
}
