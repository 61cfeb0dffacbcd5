package be.zelfscan.access;

import be.zelfscan.database.Scope;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is signed in. A session lasts {@link #LIFE} at most, and ends when nothing was asked for {@link #IDLE}; it can be ended here, whatever the browser
 * still holds.
 */
@Singleton
public class Sessions {
    public static final Duration LIFE = Duration.ofHours(12);
    public static final Duration IDLE = Duration.ofMinutes(60);
    private static final Duration KEPT = Duration.ofDays(1);

    private final SessionRepository sessions;
    private final SignOuts signOuts;
    private final Clock clock;

    Sessions(SessionRepository sessions, SignOuts signOuts, Clock clock) {
        this.sessions = sessions;
        this.signOuts = signOuts;
        this.clock = clock;
    }

    /** Who holds this secret; empty when the session has ended. */
    Optional<SignedIn> find(String secret) {
        return sessions.use(Secrets.hash(secret), clock.instant(), IDLE);
    }

    /**
     * Begins a session; answers the secret that the browser keeps. Part of the transaction that found out who it is, and that holds that person.
     *
     * @param former the secret that it kept until now: a browser holds one session, so that one ends
     */
    String begin(UUID personId, Optional<String> former) {
        String secret = Secrets.token();
        Instant now = clock.instant();
        new Scope.Service().run(() -> {
            former.ifPresent(old -> sessions.revoke(Secrets.hash(old), now));
            sessions.add(UUID.randomUUID(), Secrets.hash(secret), personId, now, now.plus(LIFE));
        });
        return secret;
    }

    /** The sessions of a person that are alive, the one that asks first. */
    List<SignInPages.OpenSession> of(SignedIn person) {
        Instant now = clock.instant();
        return new Scope.Service().call(() -> sessions.alive(person.personId(), person.sessionId(), now, now.minus(IDLE)));
    }

    /** Ends the session of somebody who signs out. */
    void signOut(SignedIn person) {
        new Scope.Service().run(() -> signOuts.one(person, clock.instant()));
    }

    /** Ends all sessions of somebody who asks so. */
    void signOutEverywhere(SignedIn person) {
        new Scope.Service().run(() -> signOuts.all(person, clock.instant()));
    }

    /** Takes away what has ended. */
    void prune() {
        sessions.prune(clock.instant().minus(KEPT));
    }
}
