package be.zelfscan;

import be.zelfscan.database.EmbeddedDatabase;
import be.zelfscan.database.Restoration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup into an empty database. */
@Command(name = "restore", description = "Put a backup into an empty data folder or an empty database.", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "what the command backup wrote")
    private Path file;

    @Option(names = "--data", paramLabel = "DIR", description = "data folder of the embedded database; the usual one when it is not named")
    private Path data;

    @Override
    public Integer call() {
        DatabaseSettings usual = DatabaseSettings.of(System.getenv());
        DatabaseSettings settings = data == null ? usual : usual.withFolders(data, data);
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
