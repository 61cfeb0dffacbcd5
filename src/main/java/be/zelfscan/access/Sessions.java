package be.zelfscan.access;

import be.zelfscan.database.Scope;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final SessionRepository sessions;
    private final Clock clock;

    Sessions(SessionRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Who holds this secret; empty when the session has ended. */
    Optional<SignedIn> find(String secret) {
        return sessions.use(Secrets.hash(secret), clock.instant(), IDLE);
    }

    /** Begins a session; answers the secret that the browser keeps. */
    String begin(UUID personId) {
        String secret = Secrets.token();
        Instant now = clock.instant();
        new Scope.Service().run(() -> sessions.add(UUID.randomUUID(), Secrets.hash(secret), personId, now, now.plus(LIFE)));
        return secret;
    }

    /** Ends one session. */
    void end(UUID sessionId) {
        new Scope.Service().run(() -> sessions.revoke(sessionId, clock.instant()));
    }

    /** Ends all sessions of a person, on every device; answers how many were alive. */
    public int endAll(UUID personId) {
        return new Scope.Service().call(() -> sessions.revokeAll(personId, clock.instant()));
    }
}
