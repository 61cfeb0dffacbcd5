package be.zelfscan.mail;

import static be.zelfscan.database.schema.Tables.MAILBOX_MAIL;
import static be.zelfscan.database.schema.Tables.MESSAGE;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;

/** The local mailbox in the database. Reading needs the transaction of a use case. */
@Singleton
class MailboxQueries {
    private final DSLContext sql;

    MailboxQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds a mail; one that is there already stays as it is, and one whose message went to another address meanwhile is not kept. */
    @Transactional
    void add(UUID messageId, String recipient, String subject, Instant receivedAt, byte[] content) {
        sql.insertInto(MAILBOX_MAIL, MAILBOX_MAIL.MESSAGE_ID, MAILBOX_MAIL.RECIPIENT, MAILBOX_MAIL.SUBJECT, MAILBOX_MAIL.RECEIVED_AT,
                MAILBOX_MAIL.CONTENT)
                .select(select(MESSAGE.ID, MESSAGE.RECIPIENT, val(subject), val(receivedAt), val(content)).from(MESSAGE)
                        .where(MESSAGE.ID.eq(messageId)).and(MESSAGE.RECIPIENT.eq(recipient)).forShare())
                .onConflict(MAILBOX_MAIL.MESSAGE_ID).doNothing().execute();
    }

    /** The newest first. */
    List<Mailbox.Entry> newest(int most) {
        return sql.select(MAILBOX_MAIL.MESSAGE_ID, MAILBOX_MAIL.RECIPIENT, MAILBOX_MAIL.SUBJECT, MAILBOX_MAIL.RECEIVED_AT)
                .from(MAILBOX_MAIL).orderBy(MAILBOX_MAIL.RECEIVED_AT.desc(), MAILBOX_MAIL.MESSAGE_ID).limit(most)
                .fetch(Records.mapping(Mailbox.Entry::new));
    }

    Optional<byte[]> content(UUID messageId) {
        return sql.select(MAILBOX_MAIL.CONTENT).from(MAILBOX_MAIL).where(MAILBOX_MAIL.MESSAGE_ID.eq(messageId))
                .fetchOptional(MAILBOX_MAIL.CONTENT);
    }
}
