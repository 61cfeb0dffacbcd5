package be.zelfscan.access;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.mail.Outbox;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Person;
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
    private static final int MOST_LINKS = 5;

    /** What became of an attempt to use a link. */
    public sealed interface Result {
        /** It worked. */
        record Welcome(UUID personId) implements Result {}

        /** Another browser asked for the link: the code of the mail is needed. */
        record CodeNeeded(boolean wrongCode) implements Result {}

        /** The link does not work (any more): expired, used, or never made. */
        record Dead() implements Result {}
    }

    private final SignInLinkRepository links;
    private final OrganisationRepository organisations;
    private final Outbox outbox;
    private final ActivityLog log;
    private final Clock clock;

    SignIn(SignInLinkRepository links, OrganisationRepository organisations, Outbox outbox, ActivityLog log,
            Clock clock) {
        this.links = links;
        this.organisations = organisations;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Asks for a link. Whether the address is known does not show.
     *
     * @param browser the secret of the browser that asks
     */
    @Transactional
    public void ask(String email, String browser) {
        Optional<Person> person = organisations.personByEmail(email);
        Instant now = clock.instant();
        if (person.isPresent() && links.countSince(person.get().id(), now.minus(LINK_LIFE)) < MOST_LINKS) {
            UUID id = UUID.randomUUID();
            links.add(id, person.get().id(), Secrets.hash(browser), now, now.plus(LINK_LIFE));
            outbox.put(MAIL, person.get().email(), id, 1);
        }
    }

    /** Whether the link still works; using it is a matter of {@link #use}. */
    @Transactional
    public boolean isUsable(String token) {
        return links.findByToken(Secrets.hash(token)).filter(link -> link.isUsable(clock.instant())).isPresent();
    }

    /**
     * Uses a link.
     *
     * @param browser the secret of the browser, empty when it has none
     * @param code the code of the mail as typed, empty when none was
     */
    @Transactional
    public Result use(String token, String browser, String code) {
        Instant now = clock.instant();
        Optional<SignInLink> found = links.findByToken(Secrets.hash(token)).filter(link -> link.isUsable(now));
        if (found.isEmpty()) {
            return new Result.Dead();
        }
        SignInLink link = found.get();
        if (!link.wasAskedBy(browser) && !link.hasCode(code)) {
            if (!code.isBlank()) {
                links.countWrongCode(link.id());
            }
            return new Result.CodeNeeded(!code.isBlank());
        }
        if (links.use(link.id(), now) != 1) {
            return new Result.Dead();
        }
        log.noteOf(link.personId(), Action.signed_in, link.id(), "met een link per mail");
        return new Result.Welcome(link.personId());
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
