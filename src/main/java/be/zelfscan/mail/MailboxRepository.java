package be.zelfscan.mail;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The local mailbox in the database. Reading needs the transaction of a use case. */
@Singleton
class MailboxRepository {
    private final JdbcOperations jdbc;

    MailboxRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a mail; one that is there already stays as it is, and one whose message went to another address meanwhile is not kept. */
    @Transactional
    void add(UUID id, String recipient, String subject, Instant receivedAt, byte[] content) {
        jdbc.prepareStatement("""
                insert into mailbox_mail (message_id, recipient, subject, received_at, content)
                select id, recipient, ?, ?, ? from message where id = ? and recipient = ? for share
                on conflict (message_id) do nothing""", statement -> {
            statement.setString(1, subject);
            statement.setObject(2, receivedAt.atOffset(ZoneOffset.UTC));
            statement.setBytes(3, content);
            statement.setObject(4, id);
            statement.setString(5, recipient);
            return statement.executeUpdate();
        });
    }

    List<MailboxEntry> newest(int most) {
        return jdbc.prepareStatement("""
                select message_id, recipient, subject, received_at from mailbox_mail
                order by received_at desc, message_id limit ?""", statement -> {
            statement.setInt(1, most);
            List<MailboxEntry> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new MailboxEntry(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                            row.getObject(4, OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        });
    }

    Optional<byte[]> content(UUID id) {
        return jdbc.prepareStatement("select content from mailbox_mail where message_id = ?", statement -> {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        });
    }
}
