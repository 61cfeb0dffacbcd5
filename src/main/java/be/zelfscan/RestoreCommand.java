package be.zelfscan;

import be.zelfscan.database.EmbeddedDatabase;
import be.zelfscan.database.Restoration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup into an empty database. */
@Command(name = "restore", description = "Put a backup into an empty data folder or an empty database.", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "what the command backup wrote")
    private Path file;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        DatabaseSettings settings = data.database(System.getenv());
        String summary = settings.owner().map(owner -> Restoration.read(file, owner, settings.application().orElseThrow().user()))
                .orElseGet(() -> {
                    Restoration.requireSound(file); // before a folder is made for it
                    try (EmbeddedDatabase database = EmbeddedDatabase.open(settings.dataFolder(), settings.programsFolder())) {
                        return Restoration.read(file, database.owner(), database.application().user());
                    }
                });
        spec.commandLine().getOut().println(file + " is restored in " + settings + ": " + summary);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
