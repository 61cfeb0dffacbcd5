package be.zelfscan.followup;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Writes labels, and on which notes they hang. Every method needs the transaction of a use case. */
@Singleton
class LabelRepository {
    private final JdbcOperations jdbc;

    LabelRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the label, so that nobody changes it meanwhile. */
    Optional<NoteLabel> hold(UUID id) {
        return jdbc.prepareStatement("select name, ended_at is not null from note_label where id = ? for update", statement -> {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new NoteLabel(id, row.getString(1), row.getBoolean(2))) : Optional.empty();
            }
        });
    }

    /** Answers whether the label is there now; not when another has that name. */
    boolean add(UUID id, String name, Instant now) {
        return update("insert into note_label (id, name, made_at) values (?, ?, ?) on conflict do nothing", id, name, at(now)) == 1;
    }

    /** Answers whether the label has that name now; not when another has it. */
    boolean rename(UUID id, String name) {
        return update("""
                update note_label set name = ? where id = ?
                and not exists (select from note_label other where name_key(other.name) = name_key(?) and other.id <> note_label.id)""",
                name, id,
                name) == 1;
    }

    void end(UUID id, Instant now) {
        update("update note_label set ended_at = ? where id = ?", at(now), id);
    }

    void resume(UUID id) {
        update("update note_label set ended_at = null where id = ?", id);
    }

    /** Hangs a label on those of these notes that are there; answers how many did not have it. */
    int hang(UUID label, List<NoteKey> notes, UUID person, Instant now) {
        return jdbc.prepareStatement("""
                insert into labelled_note (sent_scan_id, section, question, label_id, labelled_by, labelled_at)
                select n.sent_scan_id, n.section, n.question, ?, ?, ? from unnest(?, ?, ?) as k (sent_scan_id, section, question)
                join sent_note n using (sent_scan_id, section, question) on conflict do nothing""", statement -> {
            Connection connection = statement.getConnection();
            statement.setObject(1, label);
            statement.setObject(2, person);
            statement.setObject(3, at(now));
            statement.setArray(4, connection.createArrayOf("uuid", column(notes, NoteKey::sentScanId)));
            statement.setArray(5, connection.createArrayOf("text", column(notes, NoteKey::section)));
            statement.setArray(6, connection.createArrayOf("text", column(notes, NoteKey::question)));
            return statement.executeUpdate();
        });
    }

    private static Object[] column(List<NoteKey> notes, Function<NoteKey, Object> part) {
        return notes.stream().map(part).toArray();
    }

    /** Takes a label from a note; answers how many that were. */
    int take(UUID label, NoteKey note) {
        return update("delete from labelled_note where label_id = ? and sent_scan_id = ? and section = ? and question = ?", label,
                note.sentScanId(), note.section(), note.question());
    }

    private int update(String sql, Object... values) {
        return jdbc.prepareStatement(sql, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
