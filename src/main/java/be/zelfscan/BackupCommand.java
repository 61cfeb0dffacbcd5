package be.zelfscan;

import be.zelfscan.database.Backup;
import be.zelfscan.database.Credentials;
import be.zelfscan.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes everything that the database holds into one file, while the service runs or not. */
@Command(name = "backup", description = "Write everything that the database holds into one file.", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "a zip file that is not there yet")
    private Path out;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        DatabaseSettings settings = data.database(System.getenv());
        String summary = settings.owner().map(this::backup).orElseGet(() -> {
            try (EmbeddedDatabase database = EmbeddedDatabase.openOrJoin(settings.dataFolder(), settings.programsFolder())) {
                return backup(database.owner());
            }
        });
        spec.commandLine().getOut().println(out + ": " + summary);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private String backup(Credentials owner) {
        return Backup.write(owner, out, Instant.now());
    }
}
