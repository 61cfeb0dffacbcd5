package be.zelfscan.round;

import be.zelfscan.organisation.Person;
import be.zelfscan.web.Refusal;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rounds, their centres and the questionnaire versions that they pin, in the database. */
@Transactional
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface RoundRepository extends GenericRepository<Round, UUID> {

    @Query("""
            select id, title, questionnaire_id, version, opens_on, closes_on, state, closed_at, closing_unfinished, minimum_group_size,
                   note_retention_years
            from round where id = :id""")
    Optional<Round> find(UUID id);

    /** @throws Refusal when there is no such round */
    default Round get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("Deze ronde bestaat niet. Kies een ronde uit de lijst."));
    }

    /** All rounds, the newest first. */
    @Query("""
            select id, title, questionnaire_id, version, opens_on, closes_on, state, closed_at, closing_unfinished, minimum_group_size,
                   note_retention_years
            from round order by opens_on desc, name_order(title), title, id""")
    List<Round> all();

    /** The rounds of a centre that were opened, the newest first. */
    @Query("""
            select r.id, r.title, r.questionnaire_id, r.version, r.opens_on, r.closes_on, r.state, r.closed_at, r.closing_unfinished,
                   r.minimum_group_size, r.note_retention_years
            from round r join round_centre rc on rc.round_id = r.id
            where rc.centre_id = :centreId and r.state <> 'draft' order by r.opens_on desc, name_order(r.title), r.title""")
    List<Round> ofCentre(UUID centreId);

    @Query("select exists (select from round_centre where round_id = :roundId and centre_id = :centreId)")
    boolean takesPart(UUID roundId, UUID centreId);

    /** The centres of a round. */
    @Query("select centre_id from round_centre where round_id = :roundId")
    Set<UUID> centres(UUID roundId);

    /** Opens a round that was being made; returns how many rounds that changed. */
    @Query("update round set state = 'open', opened_at = :now where id = :id and state = 'draft'")
    int open(UUID id, Instant now);

    /**
     * Lets nobody close a round, or change its centres, until the transaction ends. It stands before whatever depends on the
     * state of the round, and needs no right to see it.
     */
    @Query("select hold_round(:id)")
    boolean hold(UUID id);

    /** Waits for whoever works in a round, and lets nobody else do so until the transaction ends. */
    @Query("select hold_round_alone(:id)")
    boolean holdAlone(UUID id);

    /** Gives an open round a later last day than this one, which it still has; returns how many rounds that changed. */
    @Query("update round set closes_on = :closesOn where id = :id and state = 'open' and closes_on < :closesOn and closes_on = :before")
    int extend(UUID id, LocalDate closesOn, LocalDate before);

    /** Lets nobody else give a round a title until the transaction ends; it stands before {@link #isTitleTaken}. */
    @Query("select true from pg_advisory_xact_lock(hashtextextended('titles of rounds', 0))")
    boolean holdTitles();

    /** Whether another round has this title, whatever the case of its letters. */
    @Query("select exists (select from round where name_key(title) = name_key(:title) and id <> :id)")
    boolean isTitleTaken(String title, UUID id);

    @Query("insert into round_centre (round_id, centre_id) values (:roundId, :centreId) on conflict do nothing")
    void addCentre(UUID roundId, UUID centreId);

    /** Who gets a mail of this kind for a centre in a round. */
    @Query("select person_id as id, name, email from round_recipients(:roundId, :centreId, :kind)")
    List<Person> recipients(UUID roundId, UUID centreId, String kind);

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
