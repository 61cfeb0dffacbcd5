package be.zelfscan;

import be.zelfscan.start.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs a demonstration of its own and works in it for a while. The {@link Launcher} has the JVM watch this, and keep beside the jar what it
 * learned, with which it starts and serves the service from then on.
 */
@Command(name = "train", description = "Let this Java learn what the service needs, "
        + "and keep that in a file beside the jar: the service starts faster with it, and is fast at once.", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "DIR", description = "a data folder for this alone; it may be deleted after")
    private Path data;

    @Option(names = "--scans", defaultValue = "200", paramLabel = "N", description = "how many scans are filled in; 200, if not said")
    private int scans;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServiceSettings settings = ServiceSettings.ofDemonstration(Map.of()).withFolders(data, data); // whatever the environment says
        try (RunningService service = RunningService.start(settings,
                Map.of("zelfscan.mail.smtp.host", "", "zelfscan.service.last-question", "0s"))) {
            service.context().getBean(TrainingRun.class).at(service.address(), scans);
        }
        return 0;
    }
}
