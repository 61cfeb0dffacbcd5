package be.zelfscan.database;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a backup holds, so that it can be checked before anything is done with it.
 *
 * @param schema version of the tables, as the last migration that ran
 * @param madeAt moment of the snapshot, ISO 8601
 */
@Serdeable
record BackupManifest(String format, String schema, String madeAt, List<Table> tables, List<Sequence> sequences) {
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
            return "\"" + name + "\" (\"" + String.join("\", \"", columns) + "\")";
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
