package be.zelfscan;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option of commands that work on the database of the service, embedded or not, whether it runs or not. */
final class DataOption {
    @Option(names = "--data", paramLabel = "DIR", description = "data folder of the embedded database; the usual one when it is not named")
    private Path folder;

    /** Of the service as a whole. */
    ServiceSettings service(Map<String, String> environment) {
        ServiceSettings usual = ServiceSettings.of(environment);
        return folder == null ? usual : usual.withFolders(folder, folder);
    }

    /** Of its database alone. */
    DatabaseSettings database(Map<String, String> environment) {
        DatabaseSettings usual = DatabaseSettings.of(environment);
        return folder == null ? usual : usual.withFolders(folder, folder);
    }
}
