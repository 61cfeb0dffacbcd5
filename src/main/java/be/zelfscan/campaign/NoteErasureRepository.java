package be.zelfscan.campaign;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which rounds kept their notes long enough, and erasing these. */
@Singleton
class NoteErasureRepository {
    private final JdbcOperations jdbc;

    NoteErasureRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The rounds whose notes are to be erased now, those that were closed first before the others. */
    @Transactional
    List<UUID> due(Instant now, int most) {
        return jdbc.prepareStatement("""
                select r.id from round r where r.state = 'closed' and r.notes_erased_at is null and notes_kept_until(r) <= ?
                order by r.closed_at limit ?""", statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setInt(2, most);
            List<UUID> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        });
    }

    /** Erases the notes of a round, in the transaction of the caller; answers false when that was done before. */
    boolean erase(UUID roundId, Instant now) {
        return jdbc.prepareStatement("select erase_notes(?, ?)", statement -> {
            statement.setObject(1, roundId);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        });
    }
}
