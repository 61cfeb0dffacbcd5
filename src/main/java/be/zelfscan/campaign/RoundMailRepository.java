package be.zelfscan.campaign;

import be.zelfscan.round.Round;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Whom the mails of a round go to, and when they went, in the database. */
@Transactional
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RoundMailRepository extends GenericRepository<Round, UUID> {

    /** Somebody who gets a mail for a centre of a round. */
    @Introspected
    record Reached(UUID centreId, UUID personId, String name) {}

    /** When the last reminder to a centre of a round was asked for. */
    @Introspected
    record Reminded(UUID centreId, Instant at) {}

    /** Who gets a mail of this kind, for each centre of a round that somebody gets it for. */
    @Query("""
            select part.centre_id, found.person_id, found.name from round_centre part
            cross join lateral round_recipients(part.round_id, part.centre_id, :kind) found
            where part.round_id = :roundId order by found.name, found.person_id""")
    List<Reached> reached(UUID roundId, String kind);

    @Query("""
            select part.centre_id, max(m.created_at) as at from message m join round_centre part on part.id = m.subject_id
            where m.round_id = :roundId and m.kind = 'reminder' and part.round_id = :roundId group by part.centre_id""")
    List<Reminded> reminded(UUID roundId);

    /** Takes the key of a form that asks for a reminder; answers 0 when it was posted before. */
    @Query("insert into reminder_request (key, round_id, asked_at) values (:key, :roundId, :now) on conflict do nothing")
    int claim(UUID key, UUID roundId, Instant now);

    @Query("update reminder_request set mails = :mails where key = :key")
    void keepMails(UUID key, int mails);

    @Query("select mails from reminder_request where key = :key")
    int mails(UUID key);
}
