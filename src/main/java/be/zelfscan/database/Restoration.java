package be.zelfscan.database;

import io.micronaut.serde.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Puts a {@link Backup} into an empty database: the tables are first made as they were when it was made, then filled in one transaction in
 * which every count and every hash has to be right, and then brought to the version of this service. Where anything is not right the
 * database stays empty. A backup of a version that is not among the migrations any more, of before they were written anew, is refused.
 */
public final class Restoration {
    private static final String REFERENCES = """
            select f.relname, t.relname from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
            where k.contype = 'f' and f.relnamespace = current_schema()::regnamespace and f.oid <> t.oid""";

    private Restoration() {}

    /**
     * Restores a backup.
     *
     * @param owner who owns the database
     * @param applicationRole who is granted what the service needs
     * @return what was restored, in one phrase
     * @throws StartProblem when the file is no sound backup, is of a newer service, or the database is not empty
     */
    public static String read(Path file, Credentials owner, String applicationRole) {
        Backup.Manifest manifest = check(file);
        try {
            try (Connection connection = owner.connect(); Statement statement = connection.createStatement()) {
                requireEmpty(statement, owner);
            }
            Migrations.runTo(manifest.schema(), owner, applicationRole);
            try (ZipFile zip = new ZipFile(file.toFile()); Connection connection = owner.connect()) {
                fill(connection, zip, manifest, owner);
            }
            Migrations.run(owner, applicationRole);
            try (Connection connection = owner.connect(); Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
            return manifest.summary();
        } catch (IOException problem) {
            throw unsound(file, problem.getMessage());
        } catch (SQLException problem) {
            throw new StartProblem(
                    "The backup " + file + " could not be restored in the database at " + owner + ": " + Backup.firstLine(problem)
                            + "; nothing of it was kept.",
                    problem);
        }
    }

    /**
     * Reads a whole backup, and does nothing with it.
     *
     * @throws StartProblem when it is not as it was written
     */
    public static void requireSound(Path file) {
        check(file);
    }

    /** Reads a whole backup and returns its manifest; throws a {@link StartProblem} when it is not as that says. */
    static Backup.Manifest check(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Backup.Manifest manifest = manifest(file, zip);
            for (Backup.Manifest.Table table : manifest.tables()) {
                try (DigestInputStream rows = rows(file, zip, table)) {
                    rows.transferTo(java.io.OutputStream.nullOutputStream());
                    requireHash(file, table, rows);
                }
            }
            return manifest;
        } catch (IOException problem) {
            throw unsound(file, problem.getClass().getSimpleName() + ": " + problem.getMessage());
        }
    }

    private static Backup.Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Backup.Manifest.ENTRY);
        if (entry == null) {
            throw unsound(file, "it has no " + Backup.Manifest.ENTRY);
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            Backup.Manifest manifest = ObjectMapper.getDefault().readValue(stream.readAllBytes(), Backup.Manifest.class);
            if (!Backup.Manifest.FORMAT.equals(manifest.format())) {
                throw unsound(file, "its form is '" + manifest.format() + "' and not '" + Backup.Manifest.FORMAT + "'");
            }
            return manifest;
        }
    }

    private static DigestInputStream rows(Path file, ZipFile zip, Backup.Manifest.Table table) throws IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw unsound(file, "the table " + table.name() + " is not in it");
        }
        return new DigestInputStream(new BufferedInputStream(zip.getInputStream(entry), 1 << 16), Backup.sha256());
    }

    private static void requireHash(Path file, Backup.Manifest.Table table, DigestInputStream rows) {
        if (!HexFormat.of().formatHex(rows.getMessageDigest().digest()).equals(table.sha256())) {
            throw unsound(file, "the table " + table.name() + " is not as it was written");
        }
    }

    private static StartProblem unsound(Path file, String why) {
        return new StartProblem(file + " is no sound backup of Zelfscan: "
                + String.valueOf(why).lines().findFirst().orElse("no reason given") + "; nothing was restored.");
    }

    private static void requireEmpty(Statement statement, Credentials owner) throws SQLException {
        for (Backup.Manifest.Table table : Backup.tables(statement)) {
            if (one(statement, "select exists (select from \"" + table.name() + "\")").equals("t")) {
                throw new StartProblem("The database at " + owner.jdbcUrl() + " is not empty (there are rows in " + table.name()
                        + "); a backup is restored in an empty one only.");
            }
        }
    }

    private static void fill(Connection connection, ZipFile zip, Backup.Manifest manifest, Credentials owner)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            Backup.readable(statement);
            List<Backup.Manifest.Table> there = Backup.tables(statement);
            requireSame(Path.of(zip.getName()), manifest, there);
            for (Backup.Manifest.Table table : there) {
                statement.execute("lock table \"" + table.name() + "\" in access exclusive mode");
                statement.execute("alter table \"" + table.name() + "\" disable trigger user");
            }
            requireEmpty(statement, owner);
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Backup.Manifest.Table table : inOrder(statement, manifest.tables())) {
                try (DigestInputStream rows = rows(Path.of(zip.getName()), zip, table)) {
                    copies.copyIn("copy " + table.sql() + " from stdin", rows);
                    requireHash(Path.of(zip.getName()), table, rows);
                }
                String counted = one(statement, "select count(*) from \"" + table.name() + "\"");
                if (!counted.equals(Long.toString(table.rows()))) {
                    throw unsound(Path.of(zip.getName()),
                            "the table " + table.name() + " has " + counted + " rows and not " + table.rows());
                }
            }
            for (Backup.Manifest.Sequence sequence : manifest.sequences()) {
                one(statement, "select setval('\"" + sequence.name() + "\"', " + sequence.lastValue() + ", " + sequence.called() + ")");
            }
            for (Backup.Manifest.Table table : there) {
                statement.execute("alter table \"" + table.name() + "\" enable trigger user");
            }
            connection.commit();
        } finally {
            connection.rollback();
        }
    }

    /** What a file says is used in statements only where the database has it by that name. */
    private static void requireSame(Path file, Backup.Manifest manifest, List<Backup.Manifest.Table> there) {
        Set<String> expected = there.stream().map(Backup.Manifest.Table::sql).collect(Collectors.toSet());
        Set<String> found = manifest.tables().stream().map(Backup.Manifest.Table::sql).collect(Collectors.toSet());
        if (!found.equals(expected)) {
            found.removeAll(expected);
            throw unsound(file, "its tables are not those of version " + manifest.schema()
                    + (found.isEmpty() ? "" : ", such as " + found.iterator().next()));
        }
        if (manifest.sequences().stream().anyMatch(sequence -> !sequence.name().matches("[a-z0-9_]+"))) {
            throw unsound(file, "it names a sequence that cannot be");
        }
    }

    /** Each table behind those that it refers to. */
    private static List<Backup.Manifest.Table> inOrder(Statement statement, List<Backup.Manifest.Table> tables) throws SQLException {
        Map<String, Backup.Manifest.Table> waiting = tables.stream()
                .collect(Collectors.toMap(Backup.Manifest.Table::name, Function.identity()));
        List<String[]> references = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(REFERENCES)) {
            while (row.next()) {
                references.add(new String[]{row.getString(1), row.getString(2)});
            }
        }
        List<Backup.Manifest.Table> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<String> blocked = new HashSet<>();
            references.stream().filter(pair -> waiting.containsKey(pair[1])).forEach(pair -> blocked.add(pair[0]));
            List<String> free = waiting.keySet().stream().filter(name -> !blocked.contains(name)).sorted().toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("Tables that refer to each other: " + waiting.keySet());
            }
            free.forEach(name -> ordered.add(waiting.remove(name)));
        }
        return ordered;
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
