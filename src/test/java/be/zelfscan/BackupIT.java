package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.database.Credentials;
import be.zelfscan.database.EmbeddedDatabase;
import be.zelfscan.support.DataFolder;
import be.zelfscan.support.Visitor;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.regex.Pattern;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is made while the service runs and people write, and what becomes of it elsewhere. */
@Order(Integer.MAX_VALUE - 8)
class BackupIT {
    private static final Pattern CREATED = Pattern.compile("create table (\\w+)");
    private static final String ROWS = "select query_to_xml(format('select count(*) as c, md5(coalesce(string_agg(t::text, chr(10) order "
            + "by t::text), '''')) as h"
            + " from %%I t', c.relname), false, true, '')::text from pg_class c where c.relname = '%s'";
    private static final String DIRECTOR = "directeur@democentrum-noord.example";

    @TempDir
    private static Path temporary;

    private static RunningService service;
    private static Path data;
    private static Path backup;
    private static Said made;
    /** How many pairs of rows were written before the backup began, and when it was complete. */
    private static int before;
    private static int after;

    private record Said(int exit, String out, String err) {}

    private static Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Application.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
        return new Said(exit, out.toString().strip(), err.toString().strip());
    }

    private static Said restore(Path file, Path data) {
        return run("restore", file.toString(), "--data", data.toString());
    }

    @BeforeAll
    static void backUpWhilePeopleWrite() throws Exception {
        data = DataFolder.withTables(temporary.resolve("data"));
        service = RunningService.start(TestService.settings(data), Map.of("zelfscan.mail.smtp.host", "",
                "zelfscan.demonstration.fill", false, "zelfscan.schedule.run", false));
        backup = temporary.resolve("backup.zip");
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        Thread writer = Thread.ofPlatform().start(() -> write(stop, written));
        be.zelfscan.support.Await.until(java.time.Duration.ofSeconds(30), "somebody writes", () -> written.get() > 20);
        before = written.get();
        made = run("backup", "--out", backup.toString(), "--data", data.toString());
        after = written.get() + 1;
        stop.set(true);
        writer.join();
    }

    /** Each transaction adds a row to two tables. */
    private static void write(AtomicBoolean stop, AtomicInteger written) {
        try (Connection connection = connect(service.embedded().orElseThrow().owner());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 100_000 && !stop.get(); i++) {
                statement.execute(
                        "insert into person (id, name, email) values (gen_random_uuid(), 'Schrijver \\ ' || chr(9) || chr(10) || '…', "
                                + "'schrijver-"
                                + i + "@test.example')");
                statement.execute("insert into activity_log (at, action, detail) values (now(), 'imported', 'schrijver-" + i + "')");
                connection.commit();
                written.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Connection connect(Credentials credentials) throws SQLException {
        return DriverManager.getConnection(credentials.jdbcUrl(), credentials.user(), credentials.password());
    }

    private static String one(Credentials credentials, String sql) {
        return all(credentials, sql).getFirst();
    }

    private static List<String> all(Credentials credentials, String sql) {
        try (Connection connection = connect(credentials);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> entries(Path zip) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Map<String, String> entries = new TreeMap<>();
            for (ZipEntry entry : file.stream().toList()) {
                entries.put(entry.getName(),
                        new String(file.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void itIsOfOneMomentAndComesBackWhole() throws Exception {
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).startsWith(backup + ": ").contains(" tables with ").hasLineCount(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup))).isEqualTo("rw-------");
        Path elsewhere = DataFolder.withoutTables(temporary.resolve("elsewhere"));
        Said restored = restore(backup, elsewhere);
        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(restored.out()).startsWith(backup + " is restored in " + elsewhere).hasLineCount(1);
        Path second = temporary.resolve("second.zip");
        assertThat(run("backup", "--out", second.toString(), "--data", elsewhere.toString()).exit()).isZero();

        Map<String, String> one = entries(backup);
        Map<String, String> other = entries(second);
        assertThat(other.keySet()).isEqualTo(one.keySet()).contains("manifest.json", "tables/person.copy", "tables/sent_scan.copy",
                "tables/sent_note.copy");
        one.keySet().stream().filter(name -> name.startsWith("tables/"))
                .forEach(name -> assertThat(other.get(name)).as(name).isEqualTo(one.get(name)));
        try (EmbeddedDatabase database = EmbeddedDatabase.open(elsewhere)) {
            Credentials owner = database.owner();
            int people = Integer.parseInt(one(owner, "select count(*) from person where email like 'schrijver-%'"));
            assertThat(people).as("of one moment").isBetween(before, after)
                    .isEqualTo(Integer.parseInt(one(owner, "select count(*) from activity_log where detail like 'schrijver-%'")));
            for (String table : List.of("sent_scan", "answer_history", "membership", "round", "questionnaire_version")) {
                assertThat(one(owner, ROWS.formatted(table))).as(table)
                        .isEqualTo(one(service.embedded().orElseThrow().owner(), ROWS.formatted(table)));
            }
            assertThat(one(owner, "select count(*) from pg_trigger where not tgisinternal and tgenabled <> 'O'")).as("triggers are back")
                    .isEqualTo("0");
            assertThat(one(owner, "select max(id) < nextval(pg_get_serial_sequence('activity_log', 'id')) from activity_log"))
                    .isEqualTo("t");
            assertThat(one(owner, "select count(*) from sent_note")).as("not made twice by a trigger").isNotEqualTo("0")
                    .isEqualTo(one(service.embedded().orElseThrow().owner(), "select count(*) from sent_note"));
        }
        sameResult(elsewhere);
    }

    /** What somebody opened in the one opens in the other. */
    private static void sameResult(Path elsewhere) {
        String sent = one(service.embedded().orElseThrow().owner(), "select x.id::text from sent_scan x join scan s on s.id = x.scan_id"
                + " join membership m on m.centre_id = s.centre_id join person p on p.id = m.person_id where p.email = '" + DIRECTOR + "'");
        Visitor here = new Visitor(service.address());
        here.signIn(DIRECTOR);
        Visitor.Page result = here.get("/resultaat/" + sent);
        try (RunningService other = RunningService.start(TestService.settings(elsewhere),
                Map.of("zelfscan.mail.smtp.host", "", "zelfscan.demonstration.fill", false))) {
            Visitor there = new Visitor(other.address());
            there.signIn(DIRECTOR);
            Visitor.Page again = there.get("/resultaat/" + sent);

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.document().select("main").text()).isEqualTo(result.document().select("main").text());
        }
    }

    @Test
    void aDatabaseThatIsNotEmptyIsLeftAsItIs() {
        Path used = DataFolder.withTables(temporary.resolve("used"));
        RunningService.start(TestService.settings(used), Map.of("zelfscan.mail.smtp.host", "", "zelfscan.service.demonstration", false))
                .close();

        Said refused = restore(backup, used);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("is not empty (there are rows in ").hasLineCount(1).doesNotContain("\tat ");
        Said running = restore(backup, data);
        assertThat(running.exit()).isEqualTo(2);
        assertThat(running.err()).contains("Another Zelfscan is running").hasLineCount(1);
    }

    @Test
    void aTableThatAnAdministratorDividedIsBackedUpAsAnyOther() throws SQLException {
        Path divided = DataFolder.withTables(temporary.resolve("divided"));
        Path file = temporary.resolve("divided.zip");
        try (EmbeddedDatabase database = EmbeddedDatabase.open(divided, DataFolder.PROGRAMS);
                Connection connection = connect(database.owner());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    alter table answer_history rename to whole;
                    create table answer_history (like whole including all) partition by hash (scan_id);
                    create table answer_history_0 partition of answer_history for values with (modulus 2, remainder 0);
                    create table answer_history_1 partition of answer_history for values with (modulus 2, remainder 1);
                    drop table whole;
                    insert into answer_history (scan_id, section, question, revision, note, answered_by, answered_at, write_key)
                    select gen_random_uuid(), 'deel', 'vraag', 1, '', gen_random_uuid(), now(), gen_random_uuid() from generate_series(1, 9)""");
            Said said = run("backup", "--out", file.toString(), "--data", divided.toString());
            assertThat(said.exit()).as(said.err()).isZero();
        }
        assertThat(entries(file)).doesNotContainKey("tables/answer_history_0.copy").hasEntrySatisfying("tables/answer_history.copy",
                rows -> assertThat(rows).hasLineCount(9));
    }

    @Test
    void aBackupTakesThePlaceOfNoFile() throws IOException {
        Path there = Files.writeString(temporary.resolve("there.zip"), "iets anders");
        Said refused = run("backup", "--out", there.toString(), "--data", data.toString());
        Said nowhere = run("backup", "--out", temporary.resolve("nergens/x.zip").toString(), "--data", data.toString());

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("is there already").hasLineCount(1);
        assertThat(Files.readString(there)).isEqualTo("iets anders");
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("cannot be written").hasLineCount(1);
    }

    @Test
    void whatIsNoSoundBackupIsRefusedBeforeAnythingIsMade() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        Path cut = Files.write(temporary.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(temporary.resolve("text.zip"), "geen zip");
        List<Path> unsound = List.of(cut, text, temporary.resolve("is-er-niet.zip"),
                changed("row.zip", "tables/person.copy", rows -> rows.replaceFirst("@", "_")),
                changed("short.zip", "tables/person.copy", rows -> rows.substring(rows.indexOf('\n') + 1)),
                changed("empty.zip", "manifest.json", json -> "{}"),
                changed("none.zip", "manifest.json", json -> "geen json"),
                changed("form.zip", "manifest.json", json -> json.replace("zelfscan-backup-1", "x")));
        Path folder = temporary.resolve("never");
        for (Path file : unsound) {
            Said refused = restore(file, folder);
            assertThat(refused.exit()).as(file + refused.err()).isEqualTo(2);
            assertThat(refused.err()).as(file.toString()).contains("is no sound backup").hasLineCount(1);
            assertThat(folder).doesNotExist();
        }
        Path empty = DataFolder.withoutTables(temporary.resolve("empty"));
        Said newer = restore(
                changed("newer.zip", "manifest.json", json -> json.replaceFirst("\"schema\":\"[^\"]+\"", "\"schema\":\"99991231.1\"")),
                empty);
        assertThat(newer.exit()).isEqualTo(2);
        assertThat(newer.err()).contains("knows no version 99991231.1").hasLineCount(1);
        Said earlier = restore(
                changed("earlier.zip", "manifest.json", json -> json.replaceFirst("\"schema\":\"[^\"]+\"", "\"schema\":\"20261124.5\"")),
                empty);
        assertThat(earlier.exit()).isEqualTo(2);
        assertThat(earlier.err()).contains("knows no version 20261124.5").contains("earlier build").hasLineCount(1);
        Said other = restore(
                changed("other.zip", "manifest.json", json -> json.replaceFirst("\"name\":\"person\"", "\"name\":\"persoon\"")), empty);
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("is no sound backup").hasLineCount(1);
        assertThat(restore(backup, empty).exit()).as("what was refused left nothing behind").isZero();

    }

    /** The tables are made as they were, before functions and triggers of today can know them. */
    @Test
    void aBackupOfAnEarlierVersionIsBroughtToThisOne() throws IOException {
        String later = String.join("|", tablesSince("V20261128_112"));
        Path file = changed("before.zip", "manifest.json", json -> json.replaceFirst("\"schema\":\"[^\"]+\"", "\"schema\":\"20261128.111\"")
                .replaceAll("\\{\"name\":\"(" + later + ")\"[^}]*},?", "").replace(",]", "]")
                .replaceFirst("\"sequences\":\\[[^]]*]", "\"sequences\":[]"));
        Path folder = DataFolder.withoutTables(temporary.resolve("before"));
        Said restored = restore(file, folder);

        assertThat(restored.exit()).as(restored.err()).isZero();
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            assertThat(one(database.owner(), "select count(*) from sent_note")).isNotEqualTo("0");
            assertThat(one(database.owner(), "select count(*) from activity_log")).as("not in the backup").isEqualTo("0");
            for (String made : List.of("pg_trigger where not tgisinternal", "pg_policy")) {
                assertThat(one(database.owner(), "select count(*) from " + made)).as(made)
                        .isEqualTo(one(service.embedded().orElseThrow().owner(), "select count(*) from " + made));
            }
        }
    }

    /** The tables that this migration and later ones make. */
    private static List<String> tablesSince(String migration) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("migrations"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("V"))
                    .filter(file -> file.getFileName().toString().compareTo(migration) >= 0)
                    .flatMap(file -> CREATED.matcher(text(file)).results()).map(created -> created.group(1)).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path changed(String name, String entry, UnaryOperator<String> change) throws IOException {
        Path file = temporary.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> one : entries(backup).entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write((one.getKey().equals(entry) ? change.apply(one.getValue()) : one.getValue())
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void aColdCopyOfTheWholeFolderOpensToo() throws IOException {
        Path original = DataFolder.withoutTables(temporary.resolve("cold"));
        Path copy = temporary.resolve("copy");
        assertThat(restore(backup, original).exit()).isZero();
        Files.walkFileTree(original, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, copy.resolve(original.relativize(folder)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, copy.resolve(original.relativize(file)), java.nio.file.LinkOption.NOFOLLOW_LINKS,
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
        try (EmbeddedDatabase one = EmbeddedDatabase.open(original); EmbeddedDatabase other = EmbeddedDatabase.open(copy)) {
            assertThat(one(other.owner(), "select count(*) from person")).isEqualTo(one(one.owner(), "select count(*) from person"));
        }
    }
}
