package be.zelfscan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import be.zelfscan.support.Await;
import be.zelfscan.support.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
@Order(8)
class EmbeddedDatabaseIT {
    @TempDir
    Path temporary;

    /** A test that fails half-way must not leave a server behind. */
    @AfterEach
    void endServersLeftBehind() {
        postmasters().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void itWritesToDiskBeforeItAnswersAndListensOnThisMachineOnly() throws SQLException {
        try (EmbeddedDatabase database = make()) {
            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                    .allSatisfy(setting -> assertThat(ask(database.application(), "SHOW " + setting)).isEqualTo("on"));
            assertThat(ask(database.application(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(database.application(), "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(database.application(), "SELECT lower('ÉÉN') || ' ' || ('a' < 'B')")).isEqualTo("één false");
        }
    }

    @Test
    void itRefusesToRunWhenAnotherFileTurnsASafeSettingOff() throws IOException {
        open().close();
        Files.writeString(cluster().resolve("postgresql.auto.conf"), "fsync = off\n", StandardOpenOption.APPEND);

        assertThatThrownBy(this::open).isInstanceOf(StartProblem.class).hasMessageContaining("fsync = off")
                .hasMessageContaining("postgresql.auto.conf");
        assertThat(postmasters()).isEmpty();
    }

    @Test
    void theApplicationIsNeitherSuperuserNorOwnerAndIsBoundByRowSecurity() throws SQLException {
        try (EmbeddedDatabase database = make()) {
            assertThat(ask(database.application(), """
                    SELECT concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
                        (SELECT count(*) FROM pg_database WHERE datdba = pg_roles.oid), pg_has_role('zelfscan_owner', 'MEMBER'))
                    FROM pg_roles WHERE rolname = current_user""")).isEqualTo("f f f f f 0 f");
            assertThat(ask(database.owner(), """
                    SELECT concat_ws(' ', rolsuper, rolbypassrls, (SELECT datname FROM pg_database WHERE datdba = pg_roles.oid))
                    FROM pg_roles WHERE rolname = current_user""")).isEqualTo("f f zelfscan");
            assertThatThrownBy(() -> run(database.application(), "CREATE TABLE public.mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aWrongPasswordIsRefusedForEveryRole() {
        try (EmbeddedDatabase database = open()) {
            assertThat(List.of(PostgresCluster.ADMIN, PostgresCluster.OWNER, PostgresCluster.APPLICATION))
                    .allSatisfy(role -> assertThatThrownBy(
                            () -> ask(new Credentials(database.application().jdbcUrl(), role, "guess"), "SELECT 1"))
                            .hasMessageContaining("password authentication failed"));
        }
    }

    @Test
    void thePasswordsAreInAFileForItsOwnerOnlyAndNowhereElse() throws IOException {
        try (EmbeddedDatabase database = make()) {
            Path secrets = folder().resolve("secrets");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets))).isEqualTo("rw-------");
            assertThat(folder().resolve("admin-password")).doesNotExist();
            assertThat(database.application().password()).hasSizeGreaterThan(30).isNotEqualTo(database.owner().password());
            assertThat(database.application().toString()).doesNotContain(database.application().password());
            assertThat(Files.readString(folder().resolve("postgres.log"))).doesNotContain(database.application().password());
        }
    }

    @Test
    void dataAndPasswordsOutliveClosingAndNoServerDoes() throws SQLException {
        Credentials before;
        try (EmbeddedDatabase database = open()) {
            before = database.application();
            run(database.owner(), "CREATE TABLE answer AS SELECT 42 AS number");
        }
        assertThat(postmasters()).isEmpty();

        try (EmbeddedDatabase database = open()) {
            assertThat(ask(database.owner(), "SELECT number FROM answer")).isEqualTo("42");
            assertThat(database.application().password()).isEqualTo(before.password());
        }
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheServiceIsKilledAndOneServerRunsAfterwards() throws Exception {
        try (EmbeddedDatabase database = open()) {
            run(database.owner(), "CREATE TABLE answer (number int PRIMARY KEY)");
        }
        int acknowledged = killAfterAcknowledging(200);
        List<ProcessHandle> leftBehind = postmasters();
        assertThat(leftBehind).hasSize(1);

        try (EmbeddedDatabase database = open()) {
            assertThat(postmasters()).hasSize(1).doesNotContainAnyElementsOf(leftBehind);
            assertThat(ask(database.owner(), "SELECT count(*) FROM answer WHERE number <= " + acknowledged))
                    .isEqualTo(Integer.toString(acknowledged));
        }
    }

    @Test
    void nothingAcknowledgedIsLostWhenServiceAndServerAreKilled() throws Exception {
        try (EmbeddedDatabase database = open()) {
            run(database.owner(), "CREATE TABLE answer (number int PRIMARY KEY)");
        }
        int acknowledged = killAfterAcknowledging(200);
        endServersLeftBehind();

        try (EmbeddedDatabase database = open()) {
            assertThat(ask(database.owner(), "SELECT count(*) FROM answer WHERE number <= " + acknowledged))
                    .isEqualTo(Integer.toString(acknowledged));
        }
    }

    @Test
    void aLeftOverPidFileIsNoObstacleEvenWhenAnotherProgramHasItsNumberNow() throws Exception {
        String rest;
        try (EmbeddedDatabase database = open()) {
            assertThat(database.application().jdbcUrl()).contains(pidFile().get(3));
            rest = String.join("\n", pidFile().subList(1, 8)) + "\n";
        }
        Process other = new ProcessBuilder("sleep", "300").start();
        try {
            for (long number : List.of(other.pid(), 4_194_000L)) {
                Files.writeString(cluster().resolve("postmaster.pid"), number + "\n" + rest);
                try (EmbeddedDatabase database = open()) {
                    assertThat(ask(database.application(), "SELECT 1")).isEqualTo("1");
                }
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aCopyOfAFolderInUseLeavesTheServerOfTheOriginalAlone() throws Exception {
        try (EmbeddedDatabase original = open()) {
            Path copy = temporary.resolve("copy");
            assertThat(new ProcessBuilder("cp", "-r", folder().toString(), copy.toString()).inheritIO().start().waitFor()).isZero();
            List<ProcessHandle> running = postmasters();

            try (EmbeddedDatabase database = EmbeddedDatabase.open(copy, DataFolder.PROGRAMS)) {
                assertThat(database.application().jdbcUrl()).isNotEqualTo(original.application().jdbcUrl());
                assertThat(ask(database.application(), "SELECT 1")).isEqualTo("1");
                assertThat(ask(original.application(), "SELECT 1")).isEqualTo("1");
            }
            assertThat(postmasters()).isEqualTo(running);
            assertThat(ask(original.application(), "SELECT 1")).isEqualTo("1");
            assertThat(pidFile().getFirst()).isEqualTo(Long.toString(running.getFirst().pid()));
        }
    }

    @Test
    void aKilledServerIsStartedAgainOnItsPortAsOftenAsItIsKilled() throws Exception {
        try (EmbeddedDatabase database = open()) {
            for (int kill = 1; kill <= 3; kill++) {
                List<ProcessHandle> killed = postmasters();
                assertThat(killed).hasSize(1);
                killed.getFirst().children().forEach(kill == 2 ? ProcessHandle::destroyForcibly : child -> {});
                killed.getFirst().destroyForcibly();
                killed.getFirst().onExit().join();

                Await.until(Duration.ofMinutes(2), "it answers again", () -> answers(database.application()));
                assertThat(postmasters()).hasSize(1).doesNotContainAnyElementsOf(killed);
            }
        }
        assertThat(postmasters()).isEmpty();
    }

    @Test
    void aServerThatCannotBeStartedAgainIsLostWithItsReason() throws Exception {
        try (EmbeddedDatabase database = open()) {
            Files.writeString(cluster().resolve("postgresql.auto.conf"), "no_such_setting = 1\n");
            endServersLeftBehind();

            assertThat(database.lost().toCompletableFuture().get(5, TimeUnit.MINUTES)).hasMessageContaining("no_such_setting");
        }
    }

    @Test
    void aFullDiskAsksForSpace() throws Exception {
        Path full = Files.createDirectory(temporary.resolve("full"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", full.toString())).as("may mount").isZero();
        try {
            assertThatThrownBy(() -> EmbeddedDatabase.open(full, DataFolder.PROGRAMS)).isInstanceOf(StartProblem.class)
                    .hasMessageContaining("is full; free space");
            assertThat(postmasters()).isEmpty();
        } finally {
            run("umount", full.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private static boolean answers(Credentials who) {
        try {
            return ask(who, "SELECT 1").equals("1");
        } catch (SQLException away) {
            return false;
        }
    }

    @Test
    void aSecondServiceOnTheSameFolderIsRefused() throws Exception {
        try (EmbeddedDatabase database = open()) {
            assertThatThrownBy(this::open).isInstanceOf(StartProblem.class).hasMessageStartingWith("Another Zelfscan is running on");
            Process second = service(ProcessBuilder.Redirect.PIPE).start();
            String complaint = new String(second.getErrorStream().readAllBytes());
            assertThat(second.waitFor()).isEqualTo(1);
            assertThat(complaint).contains("StartProblem: Another Zelfscan is running on the data folder " + folder());
            assertThat(ask(database.application(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path below = Files.createFile(temporary.resolve("a-file")).resolve("data");

        assertThatThrownBy(() -> EmbeddedDatabase.open(below, DataFolder.PROGRAMS)).isInstanceOf(StartProblem.class)
                .hasMessageStartingWith("The data folder " + below + " cannot be written")
                .hasMessageEndingWith("make it writable for this user, or set ZELFSCAN_DATA to another folder.");
    }

    @Test
    void aReadOnlyFolderIsNamed() {
        Path readOnly = Path.of("/proc/self");
        assumeThat(readOnly).isDirectory();

        assertThatThrownBy(() -> EmbeddedDatabase.open(readOnly, DataFolder.PROGRAMS)).isInstanceOf(StartProblem.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void dataOfAnotherMajorVersionIsLeftAlone() throws IOException {
        open().close();
        Files.writeString(cluster().resolve("PG_VERSION"), "16\n");

        assertThatThrownBy(this::open).isInstanceOf(StartProblem.class)
                .hasMessageContaining("was made by PostgreSQL 16 and this Zelfscan brings PostgreSQL 17");
    }

    @Test
    void aServerThatDoesNotStartSaysWhyInItsOwnWords() throws IOException {
        open().close();
        Files.writeString(cluster().resolve("postgresql.auto.conf"), "no_such_setting = 1\n");

        assertThatThrownBy(this::open).isInstanceOf(StartProblem.class).hasMessageContaining("PostgreSQL did not start on")
                .hasMessageContaining("no_such_setting").hasMessageContaining("postgres.log");
    }

    @Test
    void aDatabaseWithoutItsPasswordsAsksForTheFile() throws IOException {
        open().close();
        Files.delete(folder().resolve("secrets"));

        assertThatThrownBy(this::open).isInstanceOf(StartProblem.class).hasMessageContaining("secrets back from your backup");
    }

    @Test
    void aCreationThatWasCutShortIsDoneAgain() throws IOException, SQLException {
        Files.createDirectories(folder().resolve("postgres.new/base"));

        try (EmbeddedDatabase database = make()) {
            assertThat(ask(database.application(), "SELECT 1")).isEqualTo("1");
        }
    }

    /** The first time, one that was made before for many tests. */
    private EmbeddedDatabase open() {
        if (Files.notExists(folder())) {
            DataFolder.withoutTables(folder());
        }
        return EmbeddedDatabase.open(folder(), DataFolder.PROGRAMS);
    }

    private EmbeddedDatabase make() {
        return EmbeddedDatabase.open(folder(), DataFolder.PROGRAMS);
    }

    private Path folder() {
        return temporary.toAbsolutePath().resolve("data folder");
    }

    private Path cluster() {
        return folder().resolve("postgres");
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(cluster().resolve("postmaster.pid"));
    }

    /** Those of this test's folder; found among all processes, not by the file that the class under test reads. */
    private List<ProcessHandle> postmasters() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().filter(command -> command.endsWith("/postgres")).isPresent())
                .filter(process -> process.info().arguments().map(List::of).orElse(List.of()).contains(cluster().toString())).toList();
    }

    private int killAfterAcknowledging(int rows) throws IOException, InterruptedException {
        Process service = service(ProcessBuilder.Redirect.INHERIT).start();
        int acknowledged = 0;
        try (BufferedReader output = service.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                acknowledged = line.matches("\\d+") ? Integer.parseInt(line) : acknowledged;
                if (acknowledged == rows) {
                    service.toHandle().destroyForcibly(); // unlike the process itself, this leaves what it said readable
                }
            }
        }
        assertThat(service.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(acknowledged).isGreaterThanOrEqualTo(rows);
        return acknowledged;
    }

    private ProcessBuilder service(ProcessBuilder.Redirect errors) {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"), CommittingService.class.getName(), folder().toString(),
                DataFolder.PROGRAMS.toString())
                .redirectError(errors);
    }

    private static String ask(Credentials who, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(who.jdbcUrl(), who.user(), who.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(Credentials who, String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(who.jdbcUrl(), who.user(), who.password());
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
