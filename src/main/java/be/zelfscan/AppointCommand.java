package be.zelfscan;

import be.zelfscan.database.Scope;
import be.zelfscan.organisation.AppointSupport;
import be.zelfscan.organisation.AppointSupport.Outcome;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes somebody a member of POC+, whether the service runs or not: only its members can add people, so the first one comes from here. */
@Command(name = "appoint", description = "Make somebody, known or not, a member of POC+.", mixinStandardHelpOptions = true)
final class AppointCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MAIL", description = "e-mail address with which that person signs in")
    private String email;

    @Option(names = "--name", paramLabel = "NAME", description = "of somebody who is not known yet; otherwise what stands before the @")
    private String name;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        ServiceSettings settings = data.service(System.getenv());
        try (RunningService service = RunningService.startQuietly(settings)) {
            AppointSupport appointing = service.context().getBean(AppointSupport.class);
            return switch (new Scope.Service().call(() -> appointing.appoint(email, Optional.ofNullable(name)))) {
                case Outcome.Appointed appointed -> said(0, "%s (%s), who was %s, is now a member of POC+ and can sign in.".formatted(
                        appointed.name(), appointed.email(), appointed.known() ? "known already" : "not known yet"));
                case Outcome.WasMember member -> said(0, "%s (%s) is a member of POC+ already.".formatted(member.name(), member.email()));
                case Outcome.NoAddress none -> said(1, "'%s' is no e-mail address; nobody was appointed.".formatted(email));
                case Outcome.NoName none -> said(1, "'%s' is no name of 1 to 200 signs; nobody was appointed.".formatted(name));
            };
        }
    }

    private int said(int exit, String sentence) {
        var stream = exit == 0 ? spec.commandLine().getOut() : spec.commandLine().getErr();
        stream.println(sentence);
        stream.flush();
        return exit;
    }
}
