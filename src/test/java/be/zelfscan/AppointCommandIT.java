package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.database.EmbeddedDatabase;
import be.zelfscan.database.Scope;
import be.zelfscan.organisation.ChangePerson;
import be.zelfscan.organisation.NetRepository;
import be.zelfscan.organisation.PersonWithRoles;
import be.zelfscan.support.DataFolder;
import be.zelfscan.support.Visitor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first member of the support team, made on the command line. */
@Order(Integer.MAX_VALUE - 13)
class AppointCommandIT {
    private static final Map<String, Object> EMPTY = Map.of("zelfscan.mail.smtp.host", "", "zelfscan.service.demonstration", false);

    @TempDir
    private Path temporary;

    private record Said(int exit, String out, String err) {}

    private Path data() {
        Path data = temporary.resolve("data");
        return Files.exists(data) ? data : DataFolder.withoutTables(data);
    }

    private Said appoint(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Application.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(Stream.of(Stream.of("appoint"), Stream.of(arguments), Stream.of("--data", data().toString())).flatMap(part -> part)
                        .toArray(String[]::new));
        return new Said(exit, out.toString().strip(), err.toString().strip());
    }

    private static PersonWithRoles person(RunningService service, String email) {
        return new Scope.Service().call(() -> service.context().getBean(NetRepository.class).read()).people().stream()
                .filter(person -> person.email().equals(email)).findFirst().orElseThrow();
    }

    /** Before the service ever ran, while it runs, and of who is there, ended, or a member already. */
    @Test
    void somebodyIsAMemberAndSignsIn() {
        assertThat(appoint("Pia.Plus@Net.example", "--name", "Pia Plus")).isEqualTo(
                new Said(0, "Pia Plus (pia.plus@net.example), who was not known yet, is now a member of POC+ and can sign in.", ""));
        try (RunningService service = RunningService.start(TestService.settings(data()), EMPTY)) {
            Visitor pia = new Visitor(service.address());
            pia.signIn("pia.plus@net.example");
            assertThat(pia.get("/organisatie").text()).contains("0 scholengroepen, 0 centra");
            assertThat(pia.get("/organisatie/mensen").text()).contains("In het hele net: 1 persoon.");
            String group = pia.post("/organisatie/scholengroep", Map.of("naam", List.of("Groep Oost"))).path();
            pia.post("/organisatie/centrum", Map.of("naam", List.of("Centrum Oost"), "scholengroep",
                    List.of(group.substring(group.lastIndexOf('/') + 1))));
            assertThat(pia.get("/organisatie").text()).contains("1 scholengroep, 1 centrum.");

            assertThat(appoint("otto@net.example").out()).as("while it runs").startsWith("otto (otto@net.example), who was not known yet");
            assertThat(appoint("otto@net.example").out()).isEqualTo("otto (otto@net.example) is a member of POC+ already.");
            ChangePerson people = service.context().getBean(ChangePerson.class);
            new Scope.Service().run(() -> people.end(person(service, "otto@net.example").id()));
            assertThat(appoint("OTTO@net.example", "--name", "Iemand anders").out())
                    .isEqualTo("otto (otto@net.example), who was known already, is now a member of POC+ and can sign in.");
            assertThat(person(service, "otto@net.example").isActive()).isTrue();
            assertThat(pia.get("/logboek").text()).contains("Zelfscan voegde toe Pia Plus",
                    "Zelfscan wijzigde rollen Pia Plus: erbij: POC+", "Zelfscan wijzigde rollen otto: erbij: POC+");
            assertThat(service.embedded().map(EmbeddedDatabase::isShared)).as("the service goes on with its own").hasValue(false);
            assertThat(pia.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsNoAddressOrNoNameIsRefused() {
        for (String none : List.of("", "pia", "pia@", "pia@net", "pia plus@net.example", "a@x.example b@x.example")) {
            Said said = appoint(none);
            assertThat(said).as(none).isEqualTo(new Said(1, "", "'" + none + "' is no e-mail address; nobody was appointed."));
        }
        assertThat(appoint("pia@net.example", "--name", " ")).isEqualTo(
                new Said(1, "", "' ' is no name of 1 to 200 signs; nobody was appointed."));
        assertThat(appoint().exit()).isEqualTo(2);
    }
}
