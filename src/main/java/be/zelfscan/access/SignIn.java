package be.zelfscan.access;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.mail.Outbox;
import be.zelfscan.organisation.OrganisationRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Signing in by a mailed link. A link works once, for {@link #LINK_LIFE}, and only from the browser that asked for it or with the code in the mail:
 * a mail scanner that follows the link, or even presses its button, signs nobody in.
 */
@Singleton
public class SignIn {
    /** How long a link works. */
    public static final Duration LINK_LIFE = Duration.ofMinutes(10);
    /** The kind of the mail with the link; its subject is the link. */
    static final String MAIL = "sign-in";
    /** Within the life of a link: what somebody who mistypes and loses a mail needs, and no more mails than that to anybody. */
    static final int MOST_FOR_AN_ADDRESS = 5;
    /** The same from one place: a meeting of many behind one connection, and no whole net. */
    static final int MOST_FROM_A_SOURCE = 60;
    private static final Duration KEPT = Duration.ofDays(1);

    /** What became of an attempt to use a link. */
    public sealed interface Result {
        /** @param secret of the session that has begun */
        record Welcome(String secret) implements Result {}

        /** Another browser asked for the link: the code of the mail is needed. */
        record CodeNeeded(boolean wrongCode) implements Result {}

        /** The link does not work (any more): expired, used, or never made. */
        record Dead() implements Result {}
    }

    /** What became of asking for a link; that one was asked says nothing of whether the address is known. */
    enum Asked {
        asked, too_many_from_here
    }

    private final SignInLinkRepository links;
    private final Sessions sessions;
    private final OrganisationRepository organisations;
    private final Outbox outbox;
    private final ActivityLog log;
    private final Clock clock;

    SignIn(SignInLinkRepository links, Sessions sessions, OrganisationRepository organisations, Outbox outbox,
            ActivityLog log, Clock clock) {
        this.links = links;
        this.sessions = sessions;
        this.organisations = organisations;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /** A link that was asked for, and is still to be made. */
    record LinkRequest(String email, byte[] browserHash) {}

    /**
     * Counts that somebody asks for a link, which is the same work whether the address is known or not. What has to be done for who is known is {@link #grant},
     * after the answer.
     *
     * @param source where the request came from; empty for this machine itself
     */
    @Transactional
    Asked ask(String email, Optional<String> source) {
        int fromHere = source.map(place -> count("source:" + place)).orElse(0);
        return fromHere > MOST_FROM_A_SOURCE ? Asked.too_many_from_here : Asked.asked;
    }

    private int count(String key) {
        Instant now = clock.instant();
        return links.count(Secrets.hash(key), now, now.minus(LINK_LIFE));
    }

    /** Has a link mailed when the address is that of somebody who may sign in, and was not asked for too often. */
    @Transactional
    void grant(LinkRequest request) {
        if (count("address:" + request.email()) > MOST_FOR_AN_ADDRESS) {
            return;
        }
        organisations.personByEmail(request.email()).ifPresent(person -> {
            Instant now = clock.instant();
            UUID id = UUID.randomUUID();
            links.add(id, person.id(), request.browserHash(), now, now.plus(LINK_LIFE));
            outbox.put(MAIL, person.email(), id, 1);
        });
    }

    /** Whether the link still works; using it is a matter of {@link #use}. */
    @Transactional
    public boolean isUsable(String token) {
        return links.findByToken(Secrets.hash(token)).filter(link -> link.isUsable(clock.instant())).isPresent();
    }

    /**
     * Uses a link, and begins a session: both before anything that ends the links and sessions of that person, or neither.
     *
     * @param browser the secret of the browser, empty when it has none
     * @param code the code of the mail as typed, empty when none was
     * @param former the secret of the session that the browser holds
     */
    @Transactional
    public Result use(String token, String browser, String code, Optional<String> former) {
        Instant now = clock.instant();
        links.holdPerson(Secrets.hash(token));
        Optional<SignInLink> found = links.findByToken(Secrets.hash(token)).filter(link -> link.isUsable(now));
        if (found.isEmpty()) {
            return new Result.Dead();
        }
        SignInLink link = found.get();
        if (!link.wasAskedBy(browser)) {
            if (code.isBlank()) {
                return new Result.CodeNeeded(false);
            }
            if (!links.takeTry(link.id(), SignInLink.MOST_WRONG_CODES)) {
                return new Result.Dead();
            }
            if (!link.hasCode(code)) {
                return new Result.CodeNeeded(true);
            }
        }
        if (!links.use(link.id(), now)) {
            return new Result.Dead();
        }
        log.noteOf(link.personId(), Action.signed_in, link.id(), "met een link per mail");
        return new Result.Welcome(sessions.begin(link.personId(), former));
    }

    /** Takes away what is of no use any more. */
    @Transactional
    void prune() {
        links.prune(clock.instant().minus(KEPT));
    }

    /** The secrets of a link, made for the mail that carries them; the mail of a later try makes new ones. */
    record LinkSecrets(String personName, String token, String code) {}

    /** Gives a link its secrets; empty when it is of no use any more. */
    @Transactional
    Optional<LinkSecrets> makeSecrets(UUID linkId) {
        return links.find(linkId).filter(link -> link.isUsable(clock.instant())).map(link -> {
            LinkSecrets secrets = new LinkSecrets(link.personName(), Secrets.token(), Secrets.code());
            links.setSecrets(linkId, Secrets.hash(secrets.token()), SignInLink.codeHash(linkId, secrets.code()));
            return secrets;
        });
    }
}
