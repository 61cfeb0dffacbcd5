package be.zelfscan.access;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Ends sessions of somebody who asks so, and notes it. */
@Singleton
class SignOuts {
    private final SessionRepository sessions;
    private final ActivityLog log;

    SignOuts(SessionRepository sessions, ActivityLog log) {
        this.sessions = sessions;
        this.log = log;
    }

    @Transactional
    void one(SignedIn person, Instant now) {
        sessions.revoke(person.sessionId(), now);
        log.noteOf(person.personId(), Action.signed_out, person.personId(), "");
    }

    @Transactional
    void all(SignedIn person, Instant now) {
        int ended = sessions.revokeAll(person.personId(), now);
        log.noteOf(person.personId(), Action.signed_out_everywhere, person.personId(),
                ended == 1 ? "1 aanmelding" : ended + " aanmeldingen");
    }
}
