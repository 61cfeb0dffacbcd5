package be.zelfscan;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the service until it is told to stop. */
@Command(name = "serve", description = "Run the service (the default).", mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        ServiceSettings settings = ServiceSettings.of(System.getenv());
        RunningService service = RunningService.start(settings, Map.of());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            stopped.countDown();
        }, "stop"));
        spec.commandLine().getOut().println("Zelfscan is ready: " + (settings.url().isEmpty() ? service.address() : settings.url()));
        spec.commandLine().getOut().flush();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            service.close();
        }
    }
}
