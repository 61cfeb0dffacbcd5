package be.zelfscan;

import be.zelfscan.database.Scope;
import be.zelfscan.database.StartProblem;
import be.zelfscan.questionnaire.BrokenDefinition;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Results go to standard output, trouble to standard error; the exit code is 0, 1 (found wrong) or 2 (cannot). */
@Command(name = "zelfscan", description = "Survey and self-assessment engine; "
        + "without a command it serves.", mixinStandardHelpOptions = true, subcommands = {
                ServeCommand.class, CheckCommand.class, DemoCommand.class, ExportCommand.class,
                AppointCommand.class, BackupCommand.class, RestoreCommand.class, TrainCommand.class})
public final class Application implements Runnable {
    private Application() {}

    public static void main(String[] arguments) {
        LauncherWatch.start();
        int exitCode = commandLine().execute(arguments.length == 0 ? new String[]{"serve"} : arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Application()).setExecutionStrategy(Application::execute)
                .setExecutionExceptionHandler((problem, line, parsed) -> {
                    if (problem instanceof StartProblem || problem instanceof BrokenDefinition) {
                        line.getErr().println(problem.getMessage());
                        return 2;
                    }
                    throw problem;
                });
    }

    /** A command works for the service, on the thread on which it was given. */
    private static int execute(CommandLine.ParseResult parsed) {
        return new Scope.Service().call(() -> new CommandLine.RunLast().execute(parsed));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(commandLine(), "A command is missing.");
    }
}
