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

    @Query("select count(*) from sign_in_link where person_id = :personId and created_at > :since")
    int countSince(UUID personId, Instant since);

    @Query("""
            select l.id, l.person_id, p.name as person_name, l.browser_hash, l.code_hash, l.wrong_codes, l.expires_at, l.used_at
            from sign_in_link l join person p on p.id = l.person_id where l.token_hash = :tokenHash""")
    Optional<SignInLink> findByToken(byte[] tokenHash);

    @Query("""
            select l.id, l.person_id, p.name as person_name, l.browser_hash, l.code_hash, l.wrong_codes, l.expires_at, l.used_at
            from sign_in_link l join person p on p.id = l.person_id where l.id = :id""")
    Optional<SignInLink> find(UUID id);

    @Query("update sign_in_link set token_hash = :tokenHash, code_hash = :codeHash where id = :id and used_at is null")
    int setSecrets(UUID id, byte[] tokenHash, byte[] codeHash);

    @Query("update sign_in_link set wrong_codes = wrong_codes + 1 where id = :id")
    int countWrongCode(UUID id);

    /** Uses the link; 0 when it cannot be used (any more). */
    @Query("update sign_in_link set used_at = :now where id = :id and used_at is null and expires_at > :now and wrong_codes < 5")
    int use(UUID id, Instant now);
}
