package be.zelfscan.mail;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Messages in the database. The steps of a delivery are each a transaction of their own; the others need the transaction of a use case. */
@Singleton
class MessageRepository {
    private static final int MOST_ABOUT = 500;
    /** The address that the person of a message has now; as it was put where that is nobody (any more). */
    private static final String ADDRESS = "coalesce((select p.email from person p where p.id = message.person_id and p.removed_at is null), recipient)";

    /** A message and how far it is. */
    record Held(Message message, MessageState state, Optional<UUID> roundId) {}

    private final JdbcOperations jdbc;

    MessageRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a message; answers whether it is new. */
    boolean add(Message message, Optional<UUID> roundId) {
        return add(message, roundId, Optional.empty());
    }

    /** Adds a message that takes the place of an earlier one; answers false when another took it already. */
    boolean addInPlaceOf(UUID earlier, Message message, Optional<UUID> roundId) {
        return add(message, roundId, Optional.of(earlier));
    }

    private boolean add(Message message, Optional<UUID> roundId, Optional<UUID> earlier) {
        return jdbc.prepareStatement("""
                insert into message (id, kind, recipient, subject_id, number, message_id, created_at, due_at, round_id, repeats)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", statement -> {
            statement.setObject(1, message.id());
            statement.setString(2, message.kind());
            statement.setString(3, message.recipient());
            statement.setObject(4, message.subjectId());
            statement.setInt(5, message.number());
            statement.setString(6, message.messageId());
            statement.setObject(7, message.createdAt().atOffset(ZoneOffset.UTC));
            statement.setObject(8, message.createdAt().atOffset(ZoneOffset.UTC));
            statement.setObject(9, roundId.orElse(null), Types.OTHER);
            statement.setObject(10, earlier.orElse(null), Types.OTHER);
            return statement.executeUpdate() == 1;
        });
    }

    /** The highest number of the messages of a kind about a subject; 0 when there is none. */
    int highestNumber(String kind, UUID subjectId) {
        return jdbc.prepareStatement("select coalesce(max(number), 0) from message where kind = ? and subject_id = ?", statement -> {
            statement.setString(1, kind);
            statement.setObject(2, subjectId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    List<MessageStatus> about(UUID subjectId) {
        return jdbc.prepareStatement("""
                select kind, recipient, number, state, tries, created_at, delivered_at, last_answer
                from message where subject_id = ? order by created_at, kind, recipient, number limit ?""", statement -> {
            statement.setObject(1, subjectId);
            statement.setInt(2, MOST_ABOUT);
            List<MessageStatus> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new MessageStatus(row.getString(1), row.getString(2), row.getInt(3),
                            MessageState.valueOf(row.getString(4)), row.getInt(5),
                            row.getObject(6, OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(row.getObject(7, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                            row.getString(8)));
                }
            }
            return found;
        });
    }

    /** A message with its state and the address that its person has now, held so that nobody else repeats it meanwhile. */
    Optional<Held> hold(UUID id) {
        return jdbc.prepareStatement("""
                select id, kind, %s as recipient, subject_id, number, message_id, created_at, state, round_id
                from message where id = ? for update""".formatted(ADDRESS), statement -> {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Held(message(row), MessageState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getObject("round_id", UUID.class)))) : Optional.empty();
            }
        });
    }

    /**
     * Claims a message that is due, so that nobody else takes it before the claim lapses: an urgent one first, then one whose claim lapsed, then the one
     * that is due longest. From now on it goes to the address that its person has now.
     *
     * @param urgent the kinds for which somebody sits waiting
     * @param urgentOnly whether to leave the others
     */
    @Transactional
    Optional<Claim> claim(Instant now, Instant lapsesAt, Set<String> urgent, boolean urgentOnly) {
        return jdbc.prepareStatement("""
                update message set state = 'sending', tries = tries + 1, due_at = ?, recipient = %1$s,
                       first_recipient = case when %1$s = recipient then first_recipient else coalesce(first_recipient, recipient) end
                where id = (select id from message where state in ('waiting', 'sending') and due_at <= ? and (not ? or kind = any(?))
                            order by kind = any(?) desc, state = 'sending' desc, due_at limit 1 for update skip locked)
                returning id, kind, recipient, subject_id, number, message_id, created_at, tries""".formatted(ADDRESS), statement -> {
            Array kinds = statement.getConnection().createArrayOf("text", urgent.toArray());
            statement.setObject(1, lapsesAt.atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setBoolean(3, urgentOnly);
            statement.setArray(4, kinds);
            statement.setArray(5, kinds);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(claim(row)) : Optional.empty();
            }
        });
    }

    /** Makes a claim last longer; answers false when it lapsed and another took the message. */
    @Transactional
    boolean extend(Claim claim, Instant lapsesAt) {
        return jdbc.prepareStatement("update message set due_at = ? where id = ? and state = 'sending' and tries = ?", statement -> {
            statement.setObject(1, lapsesAt.atOffset(ZoneOffset.UTC));
            statement.setObject(2, claim.message().id());
            statement.setInt(3, claim.tries());
            return statement.executeUpdate() == 1;
        });
    }

    /** Whether the person of a message got another address since it was claimed. */
    @Transactional
    boolean isReaddressed(Claim claim) {
        return jdbc.prepareStatement("select %s <> ? from message where id = ?".formatted(ADDRESS), statement -> {
            statement.setString(1, claim.message().recipient());
            statement.setObject(2, claim.message().id());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }

    /** Lets a message wait as if it had not been claimed: it was not its turn yet. */
    @Transactional
    boolean putBack(Claim claim, Instant dueAt, String answer) {
        return jdbc.prepareStatement("""
                update message set state = 'waiting', tries = tries - 1, due_at = ?, last_answer = ?
                where id = ? and state = 'sending' and tries = ?""", statement -> {
            statement.setObject(1, dueAt.atOffset(ZoneOffset.UTC));
            statement.setString(2, answer);
            statement.setObject(3, claim.message().id());
            statement.setInt(4, claim.tries());
            return statement.executeUpdate() == 1;
        });
    }

    @Transactional
    boolean markDelivered(Claim claim, Instant deliveredAt, String answer) {
        return settle(claim, MessageState.delivered, deliveredAt, Optional.of(deliveredAt), answer);
    }

    @Transactional
    boolean markWaiting(Claim claim, Instant dueAt, String answer) {
        return settle(claim, MessageState.waiting, dueAt, Optional.empty(), answer);
    }

    @Transactional
    boolean markFailed(Claim claim, Instant now, String answer) {
        return settle(claim, MessageState.failed, now, Optional.empty(), answer);
    }

    @Transactional
    boolean markWithdrawn(Claim claim, Instant now, String answer) {
        return settle(claim, MessageState.withdrawn, now, Optional.empty(), answer);
    }

    private boolean settle(Claim claim, MessageState state, Instant dueAt, Optional<Instant> deliveredAt, String answer) {
        return jdbc.prepareStatement("""
                update message set state = ?, due_at = ?, delivered_at = ?, last_answer = ?
                where id = ? and state = 'sending' and tries = ?""", statement -> {
            statement.setString(1, state.name());
            statement.setObject(2, dueAt.atOffset(ZoneOffset.UTC));
            statement.setObject(3, deliveredAt.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setString(4, answer);
            statement.setObject(5, claim.message().id());
            statement.setInt(6, claim.tries());
            return statement.executeUpdate() == 1;
        });
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(message(row), row.getInt("tries"));
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(row.getObject("id", UUID.class), row.getString("kind"), row.getString("recipient"),
                row.getObject("subject_id", UUID.class), row.getInt("number"), row.getString("message_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
