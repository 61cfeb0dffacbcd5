package be.zelfscan;

import be.zelfscan.web.WebOrigin;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Runs the service until it is told to stop, or until its own database is lost: then it ends with exit code 2, so that whoever looks after
 * it starts it again.
 */
@Command(name = "serve", description = "Run the service (the default).", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int CANNOT = 2;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ServiceSettings settings = ServiceSettings.of(System.getenv());
        RunningService service = RunningService.start(settings, Map.of());
        CompletableFuture<Integer> end = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            end.complete(CommandLine.ExitCode.OK);
        }, "stop"));
        service.embedded().ifPresent(database -> database.lost().thenAccept(problem -> {
            spec.commandLine().getErr().println("The database ended and could not be started again: " + problem.getMessage());
            end.complete(CANNOT);
        }));
        spec.commandLine().getOut().println("Zelfscan is ready: " + settings.url().map(WebOrigin::toString).orElseGet(service::address));
        spec.commandLine().getOut().flush();
        return end.join();
    }
}
