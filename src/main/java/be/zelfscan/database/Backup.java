package be.zelfscan.database;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes everything that the database holds into one zip file: every table as {@code COPY} gives it, streamed, and a manifest by which
 * {@link Restoration} checks it. All of it is of one moment, however long it takes and whatever the service does meanwhile. It needs no
 * program of PostgreSQL, and is read by any later version of the service.
 *
 * <p>The file holds personal data and is readable by its owner only. Of passwords and of secrets that people hold there are hashes in it at
 * most.
 */
public final class Backup {
    static final String HISTORY = "flyway_schema_history";
    private static final String TABLES = """
            select c.relname, array_agg(a.attname::text order by a.attnum) from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> '%s'
              and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            group by c.relname order by c.relname""".formatted(HISTORY);
    private static final String SEQUENCES = """
            select c.relname from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'S' order by c.relname""";
    private static final String SCHEMA = "select version from " + HISTORY
            + " where success and version is not null order by installed_rank desc limit 1";

    private Backup() {}

    /**
     * Makes a backup.
     *
     * @param owner who sees every row
     * @param file must not be there yet; it appears when it is complete and was read back
     * @return what it holds, in one phrase
     * @throws StartProblem when the database or the file is in the way; no file is left then
     */
    public static String write(Credentials owner, Path file, Instant now) {
        Path absolute = file.toAbsolutePath();
        if (Files.exists(absolute)) {
            throw new StartProblem("The file " + file + " is there already; a backup takes the place of nothing, so name another one.");
        }
        Path unfinished = absolute.resolveSibling(absolute.getFileName() + ".unfinished");
        try {
            try {
                Manifest manifest;
                try (Connection connection = owner.connect();
                        OutputStream stream = ownerOnly(unfinished);
                        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(stream, 1 << 16))) {
                    manifest = write(connection, zip, now);
                }
                Restoration.check(unfinished);
                try (FileChannel channel = FileChannel.open(unfinished, java.nio.file.StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(unfinished, absolute);
                return manifest.summary();
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException problem) {
            throw new StartProblem(
                    "The file " + file + " cannot be written (" + problem.getClass().getSimpleName() + ": " + problem.getMessage()
                            + "); no backup was made.",
                    problem);
        } catch (SQLException problem) {
            throw new StartProblem("The database at " + owner + " could not be backed up: " + firstLine(problem) + "; no backup was made.",
                    problem);
        }
    }

    private static OutputStream ownerOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Channels.newOutputStream(OwnerOnly.create(file));
    }

    private static Manifest write(Connection connection, ZipOutputStream zip, Instant now) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (Statement statement = connection.createStatement()) {
            readable(statement);
            List<Manifest.Table> tables = tables(statement);
            if (tables.isEmpty()) {
                throw new StartProblem(
                        "There are no tables in the database at " + connection.getMetaData().getURL() + "; no backup was made.");
            }
            String schema = text(statement, SCHEMA);
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            List<Manifest.Table> written = new ArrayList<>();
            for (Manifest.Table table : tables) {
                zip.putNextEntry(new ZipEntry(table.entry()));
                DigestOutputStream digested = new DigestOutputStream(zip, sha256());
                long rows = copies.copyOut("copy " + table.query() + " to stdout", digested);
                zip.closeEntry();
                written.add(table.with(rows, HexFormat.of().formatHex(digested.getMessageDigest().digest())));
            }
            // Last, since a sequence is of now and never of the snapshot: so it stands at what the tables hold, or further.
            Manifest manifest = new Manifest(Manifest.FORMAT, schema, now.toString(), written, sequences(statement));
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(ObjectMapper.getDefault().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        } finally {
            connection.rollback();
        }
    }

    /** Written and read in the same way wherever the database stands. */
    static void readable(Statement statement) throws SQLException {
        statement.execute("set local datestyle = 'ISO, YMD'");
        statement.execute("set local intervalstyle = 'postgres'");
        statement.execute("set local timezone = 'UTC'");
        statement.execute("set local extra_float_digits = 3");
    }

    /** Every table with the columns that are to be written, without how many rows. */
    static List<Manifest.Table> tables(Statement statement) throws SQLException {
        List<Manifest.Table> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(new Manifest.Table(row.getString(1), List.of((String[]) row.getArray(2).getArray()), 0, ""));
            }
        }
        return tables;
    }

    private static List<Manifest.Sequence> sequences(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(SEQUENCES)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        List<Manifest.Sequence> sequences = new ArrayList<>();
        for (String name : names) {
            try (ResultSet row = statement.executeQuery("select last_value, is_called from \"" + name + "\"")) {
                row.next();
                sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String firstLine(SQLException problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /**
     * What a backup holds, so that it can be checked before anything is done with it.
     *
     * @param schema version of the tables, as the last migration that ran
     * @param madeAt moment of the snapshot, ISO 8601
     */
    @Serdeable
    record Manifest(String format, String schema, String madeAt, List<Table> tables, List<Sequence> sequences) {
        static final String FORMAT = "zelfscan-backup-1";
        static final String ENTRY = "manifest.json";

        /**
         * One table; its rows stand in an entry of its own, as {@code COPY} writes them.
         *
         * @param columns in the order of the entry; those that the database computes are left out
         * @param sha256 of the entry, in hexadecimal digits
         */
        @Serdeable
        record Table(String name, List<String> columns, long rows, String sha256) {
            String entry() {
                return "tables/" + name + ".copy";
            }

            /** As SQL names it with its columns. */
            String sql() {
                return "\"" + name + "\" (" + columnNames() + ")";
            }

            /** What gives its rows; a table that an administrator divided into partitions cannot be copied by its name. */
            String query() {
                return "(select " + columnNames() + " from \"" + name + "\")";
            }

            private String columnNames() {
                return "\"" + String.join("\", \"", columns) + "\"";
            }

            Table with(long counted, String hash) {
                return new Table(name, columns, counted, hash);
            }
        }

        /** Where a sequence stands. */
        @Serdeable
        record Sequence(String name, long lastValue, boolean called) {}

        long rows() {
            return tables.stream().mapToLong(Table::rows).sum();
        }

        /** In one phrase, for who made or restored it. */
        String summary() {
            return "%d tables with %d rows, as of %s".formatted(tables.size(), rows(), madeAt);
        }
    }
}
