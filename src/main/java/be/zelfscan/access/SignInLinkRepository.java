package be.zelfscan.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sign-in links in the database. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SignInLinkRepository extends GenericRepository<SignInLink, UUID> {

    @Query("""
            insert into sign_in_link (id, person_id, browser_hash, created_at, expires_at)
            values (:id, :personId, :browserHash, :now, :expiresAt)""")
    void add(UUID id, UUID personId, byte[] browserHash, Instant now, Instant expiresAt);

    /** Holds the person of a link as they are until the transaction ends: what ends links and sessions comes before this, or waits. */
    @Query("select p.id from sign_in_link l join person p on p.id = l.person_id where l.token_hash = :tokenHash for share of p")
    Optional<UUID> holdPerson(byte[] tokenHash);

    @Query("""
            select l.id, l.person_id, p.name as person_name, l.browser_hash, l.code_hash, l.wrong_codes, l.expires_at, l.used_at
            from sign_in_link l join person p on p.id = l.person_id where l.token_hash = :tokenHash
            and p.ended_on is null and p.removed_at is null""")
    Optional<SignInLink> findByToken(byte[] tokenHash);

    @Query("""
            select l.id, l.person_id, p.name as person_name, l.browser_hash, l.code_hash, l.wrong_codes, l.expires_at, l.used_at
            from sign_in_link l join person p on p.id = l.person_id where l.id = :id
            and p.ended_on is null and p.removed_at is null""")
    Optional<SignInLink> find(UUID id);

    @Query("update sign_in_link set token_hash = :tokenHash, code_hash = :codeHash where id = :id and used_at is null")
    int setSecrets(UUID id, byte[] tokenHash, byte[] codeHash);

    /** Takes one of the tries that a link has, before the code is judged; 0 when none is left. However many come at once, each takes another. */
    @Query("update sign_in_link set wrong_codes = wrong_codes + 1 where id = :id and wrong_codes < :most")
    int takeTry(UUID id, int most);

    @Query("delete from sign_in_link where expires_at < :before")
    int prune(Instant before);

    /** Uses the link; 0 when it cannot be used (any more). */
    @Query("update sign_in_link set used_at = :now where id = :id and used_at is null and expires_at > :now")
    int use(UUID id, Instant now);
}
