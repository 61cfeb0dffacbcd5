package be.zelfscan.round;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rounds, their centres and the questionnaire versions that they pin, in the database. */
@Transactional
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface RoundRepository extends GenericRepository<Round, UUID> {

    @Query("select id, title, questionnaire_id, version, opens_on, closes_on from round where id = :id")
    Optional<Round> find(UUID id);

    /** The rounds of a centre, the newest first. */
    @Query("""
            select r.id, r.title, r.questionnaire_id, r.version, r.opens_on, r.closes_on
            from round r join round_centre rc on rc.round_id = r.id where rc.centre_id = :centreId order by r.opens_on desc, r.title""")
    List<Round> ofCentre(UUID centreId);

    @Query("select exists (select from round_centre where round_id = :roundId and centre_id = :centreId)")
    boolean takesPart(UUID roundId, UUID centreId);

    @Query("""
            insert into round (id, title, questionnaire_id, version, opens_on, closes_on)
            values (:id, :title, :questionnaireId, :version, :opensOn, :closesOn) on conflict do nothing""")
    void add(UUID id, String title, String questionnaireId, String version, LocalDate opensOn, LocalDate closesOn);

    @Query("insert into round_centre (round_id, centre_id) values (:roundId, :centreId) on conflict do nothing")
    void addCentre(UUID roundId, UUID centreId);

    /** Who gets a mail of this kind for a centre in a round. */
    @Query("select person_id as id, name, email from round_recipients(:roundId, :centreId, :kind)")
    List<Recipient> recipients(UUID roundId, UUID centreId, String kind);

    /** What the mails about the part of a centre in a round are about. */
    @Query("select id from round_centre where round_id = :roundId and centre_id = :centreId")
    Optional<UUID> part(UUID roundId, UUID centreId);

    /** Whether a scan pins this version with another content. */
    @Query("""
            select exists (select from questionnaire_version v where v.questionnaire_id = :questionnaireId and v.version = :version and v.content <> :content
              and exists (select from scan s where s.questionnaire_id = v.questionnaire_id and s.version = v.version))""")
    boolean isPinnedWithOtherContent(String questionnaireId, String version, String content);

    /** Registers a version; the database refuses a change of a version that a scan pins. */
    @Query("""
            insert into questionnaire_version as v (questionnaire_id, version, content, registered_at)
            values (:questionnaireId, :version, :content, :now)
            on conflict (questionnaire_id, version) do update set content = excluded.content, registered_at = excluded.registered_at
            where v.content is distinct from excluded.content""")
    void register(String questionnaireId, String version, String content, Instant now);
}
