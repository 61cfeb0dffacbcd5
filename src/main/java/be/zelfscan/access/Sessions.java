package be.zelfscan.access;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is signed in. A session lasts {@link #LIFE} at most, and ends when nothing was asked for {@link #IDLE}; it can be ended here, whatever the browser
 * still holds. Whoever calls does so in the scope of the service: nobody sees sessions in the database, not even the own ones.
 */
@Singleton
public class Sessions {
    public static final Duration LIFE = Duration.ofHours(12);
    public static final Duration IDLE = Duration.ofMinutes(60);
    private static final Duration KEPT = Duration.ofDays(1);

    private final SessionRepository sessions;
    private final ActivityLog log;
    private final Clock clock;

    Sessions(SessionRepository sessions, ActivityLog log, Clock clock) {
        this.sessions = sessions;
        this.log = log;
        this.clock = clock;
    }

    /** Who holds this secret; empty when the session has ended. */
    Optional<SignedIn> find(String secret) {
        return sessions.use(Secrets.hash(secret), clock.instant(), IDLE);
    }

    /**
     * Begins a session; returns the secret that the browser keeps. Part of the transaction that found out who it is, and that holds that person.
     *
     * @param former the secret that it kept until now: a browser holds one session, so that one ends
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String begin(UUID personId, Optional<String> former) {
        String secret = Secrets.token();
        Instant now = clock.instant();
        former.ifPresent(old -> sessions.revoke(Secrets.hash(old), now));
        sessions.add(Secrets.hash(secret), personId, now, now.plus(LIFE));
        return secret;
    }

    /** The sessions of a person that are alive, the one that asks first. */
    @ReadOnly
    List<SignInPages.OpenSession> of(SignedIn person) {
        Instant now = clock.instant();
        return sessions.alive(person.personId(), person.sessionId(), now, now.minus(IDLE));
    }

    /** Ends the session of somebody who signs out. */
    @Transactional
    void signOut(SignedIn person) {
        sessions.revoke(person.sessionId(), clock.instant());
        log.noteOf(person.personId(), Action.signed_out, person.personId(), "");
    }

    /** Ends all sessions of somebody who asks so. */
    @Transactional
    void signOutEverywhere(SignedIn person) {
        int ended = sessions.revokeAll(person.personId(), clock.instant());
        log.noteOf(person.personId(), Action.signed_out_everywhere, person.personId(),
                ended == 1 ? "1 aanmelding" : ended + " aanmeldingen");
    }

    /** Takes away what has ended. */
    @Transactional
    void prune() {
        sessions.prune(clock.instant().minus(KEPT));
    }
}
