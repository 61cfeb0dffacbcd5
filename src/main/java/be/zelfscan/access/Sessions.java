package be.zelfscan.access;

import static be.zelfscan.database.schema.Tables.SESSION;
import static be.zelfscan.database.schema.Tables.USE_SESSION;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.database.Scope;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.types.YearToSecond;

/**
 * Who is signed in. A session lasts {@link #LIFE} at most, and ends when nothing was asked for {@link #IDLE}; it can be ended here,
 * whatever the browser still holds. Whoever calls does so in the scope of the service: nobody sees sessions in the database, not even the
 * own ones.
 */
@Singleton
public class Sessions {
    public static final Duration LIFE = Duration.ofHours(12);
    public static final Duration IDLE = Duration.ofMinutes(60);
    private static final Duration KEPT = Duration.ofDays(1);
    /** How long who is behind a secret is remembered; {@code enter} in {@code R__ways_in.sql} allows for it. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 5_000;

    /**
     * A session.
     *
     * @param current whether it is the one that asks
     */
    public record OpenSession(Instant since, Instant seen, boolean current) {}

    private final DSLContext sql;
    private final ActivityLog log;
    private final Clock clock;
    private final Map<ByteBuffer, Found> lately = new ConcurrentHashMap<>();

    Sessions(DSLContext sql, ActivityLog log, Clock clock) {
        this.sql = sql;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Who was found behind a secret.
     *
     * @param hash of the secret
     * @param at when that was asked
     */
    record Found(SignedIn person, byte[] hash, Instant at) {
        Authentication toAuthentication() {
            return person.toAuthentication(Optional.of(new Scope.Session(hash, at, person.name(), person.support(), person.leader())));
        }
    }

    /** Who holds this secret; empty when the session has ended. Notes that it is used. One statement, outside of any scope. */
    @Connectable
    Optional<Found> find(String secret) {
        byte[] hash = Secrets.hash(secret);
        Instant now = clock.instant();
        Optional<Found> found = sql
                .select(USE_SESSION.SESSION_ID, USE_SESSION.PERSON_ID, USE_SESSION.NAME, USE_SESSION.SUPPORT, USE_SESSION.LEADER)
                .from(USE_SESSION.call(hash, now, YearToSecond.valueOf(IDLE)))
                .fetchOptional(Records.mapping(SignedIn::new)).map(person -> new Found(person, hash, now));
        if (lately.size() >= MOST_REMEMBERED) {
            lately.clear();
        }
        found.ifPresent(person -> lately.put(ByteBuffer.wrap(hash), person));
        return found;
    }

    /**
     * Who was behind a secret less than {@link #REMEMBERED} ago; empty when that was not asked since. That alone lets nobody read
     * anything: each transaction makes sure of it, see {@link Scope.Session}.
     */
    Optional<Found> remembered(String secret) {
        byte[] hash = Secrets.hash(secret);
        Instant now = clock.instant();
        return Optional.ofNullable(lately.get(ByteBuffer.wrap(hash)))
                .filter(found -> Duration.between(found.at(), now).abs().compareTo(REMEMBERED) < 0)
                .map(found -> new Found(found.person(), hash, now));
    }

    /** Lets the next request ask anew who is behind a secret. */
    void forget(String secret) {
        lately.remove(ByteBuffer.wrap(Secrets.hash(secret)));
    }

    /**
     * Begins a session; returns the secret that the browser keeps. Part of the transaction that found out who it is, and that holds that
     * person.
     *
     * @param former the secret that it kept until now: a browser holds one session, so that one ends
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String begin(UUID personId, Optional<String> former) {
        String secret = Secrets.token();
        Instant now = clock.instant();
        former.ifPresent(old -> revoke(SESSION.SECRET_HASH.eq(Secrets.hash(old)), now));
        sql.insertInto(SESSION).set(SESSION.ID, UUID.randomUUID()).set(SESSION.SECRET_HASH, Secrets.hash(secret))
                .set(SESSION.PERSON_ID, personId).set(SESSION.CREATED_AT, now).set(SESSION.SEEN_AT, now)
                .set(SESSION.ENDS_AT, now.plus(LIFE)).execute();
        return secret;
    }

    /** The sessions of a person that are alive, the one that asks first, then the one that was used last. */
    @ReadOnly
    List<OpenSession> of(SignedIn person) {
        Instant now = clock.instant();
        Condition isCurrent = SESSION.ID.eq(person.sessionId());
        return sql.select(SESSION.CREATED_AT, SESSION.SEEN_AT, isCurrent).from(SESSION)
                .where(SESSION.PERSON_ID.eq(person.personId()), SESSION.REVOKED_AT.isNull(), SESSION.ENDS_AT.gt(now),
                        SESSION.SEEN_AT.gt(now.minus(IDLE)))
                .orderBy(isCurrent.desc(), SESSION.SEEN_AT.desc(), SESSION.ID).fetch(Records.mapping(OpenSession::new));
    }

    /** Those of these sessions that are alive; asking does not use them. In the scope of the service. */
    @ReadOnly
    public Set<UUID> alive(Collection<UUID> sessions) {
        Instant now = clock.instant();
        return sql.select(SESSION.ID).from(SESSION)
                .where(SESSION.ID.in(sessions), SESSION.REVOKED_AT.isNull(), SESSION.ENDS_AT.gt(now), SESSION.SEEN_AT.gt(now.minus(IDLE)))
                .fetchSet(SESSION.ID);
    }

    /** Ends the session of somebody who signs out. */
    @Transactional
    void signOut(SignedIn person) {
        revoke(SESSION.ID.eq(person.sessionId()), clock.instant());
        log.noteOf(person.personId(), Action.signed_out, person.personId(), "");
    }

    /** Ends all sessions of somebody who asks so. */
    @Transactional
    void signOutEverywhere(SignedIn person) {
        Instant now = clock.instant();
        int ended = revoke(SESSION.PERSON_ID.eq(person.personId()).and(SESSION.ENDS_AT.gt(now)), now);
        log.noteOf(person.personId(), Action.signed_out_everywhere, person.personId(),
                ended == 1 ? "1 aanmelding" : ended + " aanmeldingen");
    }

    /** Takes away what has ended. */
    @Transactional
    void prune() {
        sql.deleteFrom(SESSION).where(SESSION.ENDS_AT.lt(clock.instant().minus(KEPT))).execute();
    }

    /** Returns how many were ended. */
    private int revoke(Condition which, Instant now) {
        return sql.update(SESSION).set(SESSION.REVOKED_AT, now).where(which, SESSION.REVOKED_AT.isNull()).execute();
    }
}
