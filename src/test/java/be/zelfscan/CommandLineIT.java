package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.database.Credentials;
import be.zelfscan.database.EmbeddedDatabase;
import be.zelfscan.database.StartProblem;
import be.zelfscan.questionnaire.BrokenDefinition;
import be.zelfscan.support.Await;
import be.zelfscan.support.DataFolder;
import be.zelfscan.support.LogLines;
import be.zelfscan.support.ServiceProcess;
import be.zelfscan.support.Visitor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says when something outside is in the way. */
@Order(Integer.MAX_VALUE - 7)
class CommandLineIT {
    @TempDir
    private Path temporary;

    @Test
    void aTakenPortIsSaidInOneSentence() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ServiceSettings settings = TestService.settings(DataFolder.withTables(temporary.resolve("data")))
                    .withPort(other.getLocalPort());

            assertThatThrownBy(() -> RunningService.start(settings, Map.of())).isInstanceOf(StartProblem.class)
                    .hasMessageContaining("Port " + other.getLocalPort()).hasMessageContaining("is taken")
                    .hasMessageContaining("ZELFSCAN_PORT");
        }
    }

    @Test
    void aDemonstrationDoesNotBeginInADatabaseThatHoldsOthers() throws SQLException {
        Path data = DataFolder.withTables(temporary.resolve("data"));
        Map<String, Object> quiet = Map.of("zelfscan.demonstration.fill", false, "zelfscan.schedule.run", false);
        ServiceSettings real = ServiceSettings.of(Map.of("ZELFSCAN_PORT", "0", "ZELFSCAN_DEMO", "false")).withFolders(data,
                DataFolder.PROGRAMS);
        try (RunningService service = RunningService.start(real, quiet);
                Connection owner = DriverManager.getConnection(service.embedded().orElseThrow().owner().jdbcUrl(),
                        service.embedded().orElseThrow().owner().user(), service.embedded().orElseThrow().owner().password());
                Statement statement = owner.createStatement()) {
            statement.execute("insert into school_group (id, name) values (gen_random_uuid(), 'Een echte scholengroep')");
        }

        assertThatThrownBy(() -> RunningService.start(TestService.settings(data), quiet)).isInstanceOf(StartProblem.class)
                .hasMessageContaining("ZELFSCAN_DEMO to false").hasMessageContaining("not invented");
    }

    @Test
    void anUnwritableDataFolderIsSaidInOneSentence() throws IOException {
        Path file = Files.writeString(temporary.resolve("a-file"), "not a folder");

        assertThatThrownBy(() -> RunningService.start(TestService.settings(file.resolve("data")), Map.of()))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("data folder").hasMessageContaining("ZELFSCAN_DATA");
    }

    @Test
    void aBrokenInstrumentKeepsTheServiceFromStartingAndIsSaidOnOneScreen() throws Exception {
        Path questionnaires = Files.createDirectories(temporary.resolve("classes/questionnaires"));
        Files.copy(Path.of("questionnaires/schema.json"), questionnaires.resolve("schema.json"));
        Files.writeString(questionnaires.resolve("broken.json"), "{ \"id\": \"kapot\" }");
        String classPath = temporary.resolve("classes") + System.getProperty("path.separator") + System.getProperty("java.class.path");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", classPath,
                "be.zelfscan.Application", "serve");
        builder.environment()
                .putAll(Map.of("ZELFSCAN_DATA", DataFolder.withTables(temporary.resolve("data")).toString(), "ZELFSCAN_PORT", "0"));
        Path output = temporary.resolve("output");
        Process service = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = service.waitFor(10, TimeUnit.MINUTES);
        service.destroy();

        assertThat(ended).isTrue();
        assertThat(service.exitValue()).isEqualTo(2);
        List<String> lines = Files.readAllLines(output);
        assertThat(lines).anyMatch(line -> line.startsWith("broken.json: ")).noneMatch(line -> line.startsWith("\tat "));
        assertThat(lines).hasSizeLessThan(40);
    }

    @Test
    void aVersionThatHasAnswersNeverChanges() throws Exception {
        ServiceSettings settings = TestService.settings(DataFolder.withTables(temporary.resolve("data")));
        RunningService.start(settings, Map.of("zelfscan.demonstration.fill", false)).close();
        try (EmbeddedDatabase database = EmbeddedDatabase.open(settings.database().dataFolder(), settings.database().programsFolder());
                Connection owner = DriverManager.getConnection(database.owner().jdbcUrl(), database.owner().user(),
                        database.owner().password());
                Statement statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update questionnaire_version set content = content || ' '"))
                    .hasMessageContaining("never changes");
            statement.execute("alter table questionnaire_version disable trigger questionnaire_version_pinned");
            statement.execute("update questionnaire_version set content = content || ' '");
            statement.execute("alter table questionnaire_version enable trigger questionnaire_version_pinned");
            assertThatThrownBy(() -> RunningService.start(on(database), Map.of())).isInstanceOf(BrokenDefinition.class);
            Await.until(Duration.ofSeconds(20), "what did not start has no connection left",
                    () -> connections(statement, database.application().user()) == 0);
        }

        assertThatThrownBy(() -> RunningService.start(settings, Map.of())).isInstanceOf(BrokenDefinition.class)
                .hasMessageContaining("this version has answers").hasMessageContaining("a version of its own");
    }

    /** A service on a database that is not its own. */
    private static ServiceSettings on(EmbeddedDatabase database) {
        return ServiceSettings.of(Map.of("JDBC_URL", database.application().jdbcUrl(), "JDBC_USER", database.application().user(),
                "JDBC_PASSWORD", database.application().password(), "JDBC_OWNER_USER", database.owner().user(), "JDBC_OWNER_PASSWORD",
                database.owner().password(), "SMTP_HOST", "mail.example", "ZELFSCAN_MAIL_FROM", "zelfscan@mail.example")).withPort(0);
    }

    private static long connections(Statement statement, String role) {
        try (ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity where usename = '" + role + "'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDatabaseRoleThatWalksAroundRowLevelSecurityIsRefused() {
        ServiceSettings settings = TestService.settings(DataFolder.withTables(temporary.resolve("data")));
        try (EmbeddedDatabase database = EmbeddedDatabase.open(settings.database().dataFolder(), settings.database().programsFolder())) {
            Credentials owner = database.owner();
            ServiceSettings asOwner = ServiceSettings.of(Map.of("JDBC_URL", owner.jdbcUrl(), "JDBC_USER", owner.user(), "JDBC_PASSWORD",
                    owner.password(), "JDBC_OWNER_USER", owner.user(), "JDBC_OWNER_PASSWORD", owner.password(), "SMTP_HOST", "mail.example",
                    "ZELFSCAN_MAIL_FROM", "zelfscan@mail.example")).withPort(0);

            assertThatThrownBy(() -> RunningService.start(asOwner, Map.of())).isInstanceOf(StartProblem.class)
                    .hasMessageContaining("role " + owner.user()).hasMessageContaining("bypasses row-level security")
                    .hasMessageContaining("JDBC_OWNER_USER").hasMessageNotContaining(owner.password());
        }
    }

    /** As a build leaves it behind whose migrations were written anew since. */
    private Path folderOfAnotherBuild() throws SQLException {
        Path folder = DataFolder.withTables(temporary.resolve("data"));
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            try (Connection owner = DriverManager.getConnection(database.owner().jdbcUrl(), database.owner().user(),
                    database.owner().password()); Statement statement = owner.createStatement()) {
                statement.execute("insert into flyway_schema_history select 1000, '20261124.5', 'secure rows', 'SQL',"
                        + " 'V20261124_5__secure_rows.sql', 1, 'zelfscan_owner', now(), 1, true");
            }
        }
        return folder;
    }

    @Test
    void whatAnotherBuildMadeIsLeftAloneWithOneSentence() throws SQLException {
        Path folder = folderOfAnotherBuild();
        ServiceSettings real = ServiceSettings.of(Map.of("ZELFSCAN_DEMO", "false")).withFolders(folder, folder).withPort(0);
        StringWriter said = new StringWriter();
        int exit = Application.commandLine().setErr(new PrintWriter(said)).execute("appoint", "pia@net.example", "--data",
                folder.toString());

        assertThatThrownBy(() -> RunningService.start(real, Map.of())).isInstanceOf(StartProblem.class).message().hasLineCount(1)
                .contains("are of version 20261124.5, which this Zelfscan does not know").contains("ZELFSCAN_DATA");
        assertThat(exit).isEqualTo(2);
        assertThat(said.toString()).hasLineCount(1).contains("are of version 20261124.5").endsWith("." + System.lineSeparator());
        assertThat(temporary).isDirectoryNotContaining(file -> !file.equals(folder));
    }

    @Test
    void theDemonstrationOfAnotherBuildIsSetAsideAndANewOneBegins() throws Exception {
        Path folder = folderOfAnotherBuild();
        Path aside = temporary.resolve("data-earlier-2");
        Files.createDirectory(temporary.resolve("data-earlier"));
        try (LogLines log = new LogLines();
                RunningService service = RunningService.start(TestService.settings(folder),
                        Map.of("zelfscan.mail.smtp.host", "", "zelfscan.demonstration.fill", false))) {
            assertThat(new Visitor(service.address()).get("/").text()).contains("Demo");
            assertThat(log.lines()).filteredOn(line -> line.contains("Another build")).singleElement().asString().contains(folder + ",")
                    .contains(aside + ",");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.open(aside)) {
            assertThat(database.owner().user()).as("it is whole").isNotEmpty();
        }
    }

    @Test
    void aSettingThatIsNotAsItHasToBeEndsTheServiceWithOneSentenceAndNoTrace() throws Exception {
        for (Map<String, String> wrong : List.of(Map.of("ZELFSCAN_URL", "ftp://zelfscan.example"), Map.of("ZELFSCAN_PORT", "poort"),
                Map.of("ZELFSCAN_URL", "https://zelfscan.example"), Map.of("SMTP_HOST", "mail.example"),
                Map.of("SMTP_HOST", "mail.example", "ZELFSCAN_MAIL_FROM", "a@mail.example", "SMTP_TLS", "ja"))) {
            ProcessBuilder builder = new ProcessBuilder(ServiceProcess.command("be.zelfscan.Application"));
            builder.environment().putAll(Map.of("ZELFSCAN_DATA", temporary.resolve("data").toString(), "ZELFSCAN_PORT", "0"));
            builder.environment().putAll(wrong);
            Path output = temporary.resolve("output");
            Process service = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
            boolean ended = service.waitFor(10, TimeUnit.MINUTES);
            service.destroy();

            assertThat(ended).isTrue();
            assertThat(service.exitValue()).as(wrong.toString()).isEqualTo(2);
            assertThat(Files.readAllLines(output)).as(wrong.toString()).singleElement().asString().endsWith(".");
            assertThat(temporary.resolve("data")).doesNotExist();
        }
    }

    @Test
    void theDemoMakesThePdfTheChartAndTheMail() throws IOException {
        StringWriter out = new StringWriter();
        Path folder = temporary.resolve("made");
        int exit = Application.commandLine().setOut(new PrintWriter(out)).execute("demo", "--out", folder.toString(), "--data",
                DataFolder.withoutTables(temporary.resolve("data")).toString());

        assertThat(exit).isZero();
        assertThat(out.toString().lines()).hasSize(3);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).anyMatch(name -> name.matches("zelfscan-.*\\.pdf")).contains(
                    "datagrafiek.svg",
                    "bericht.eml");
        }
        assertThat(Files.readString(folder.resolve("bericht.eml"))).contains("To: directeur@democentrum-zuid.example")
                .contains("application/pdf");
    }
}
