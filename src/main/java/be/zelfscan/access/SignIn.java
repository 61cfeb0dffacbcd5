package be.zelfscan.access;

import static be.zelfscan.database.schema.Tables.PERSON;
import static be.zelfscan.database.schema.Tables.SIGN_IN_COUNT;
import static be.zelfscan.database.schema.Tables.SIGN_IN_LINK;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.when;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.database.Scope;
import be.zelfscan.mail.Outbox;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.text.BelgianDutch;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * Signing in by a mailed link. A link works once, for {@link #LINK_LIFE}, and only from the browser that asked for it or with the code in
 * the mail: a mail scanner that follows the link, or even presses its button, signs nobody in.
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
    enum AskOutcome {
        asked, too_many_from_here
    }

    private final DSLContext sql;
    private final Sessions sessions;
    private final OrganisationRepository organisations;
    private final Outbox outbox;
    private final ActivityLog log;
    private final Clock clock;

    SignIn(DSLContext sql, Sessions sessions, OrganisationRepository organisations, Outbox outbox,
            ActivityLog log, Clock clock) {
        this.sql = sql;
        this.sessions = sessions;
        this.organisations = organisations;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /** A link that was asked for, and is still to be made. */
    record LinkRequest(String email, byte[] browserHash) {}

    /**
     * Counts that somebody asks for a link, which is the same work whether the address is known or not. What has to be done for who is
     * known is {@link #grant}, after the answer.
     *
     * @param source where the request came from; empty for this machine itself
     */
    @Transactional
    AskOutcome ask(String email, Optional<String> source) {
        int fromHere = source.map(place -> count("source:" + place)).orElse(0);
        return fromHere > MOST_FROM_A_SOURCE ? AskOutcome.too_many_from_here : AskOutcome.asked;
    }

    /**
     * Counts one more; returns how many there were since the count began, this one included. However many come at once, each gets another
     * number.
     */
    private int count(String key) {
        Instant now = clock.instant();
        Condition goesOn = SIGN_IN_COUNT.COUNTED_FROM.gt(now.minus(LINK_LIFE));
        return sql.insertInto(SIGN_IN_COUNT, SIGN_IN_COUNT.KEY, SIGN_IN_COUNT.COUNTED_FROM, SIGN_IN_COUNT.ASKS)
                .values(Secrets.hash(key), now, 1)
                .onConflict(SIGN_IN_COUNT.KEY).doUpdate()
                .set(SIGN_IN_COUNT.ASKS, when(goesOn, SIGN_IN_COUNT.ASKS.plus(1)).otherwise(1))
                .set(SIGN_IN_COUNT.COUNTED_FROM,
                        when(goesOn, SIGN_IN_COUNT.COUNTED_FROM).otherwise(excluded(SIGN_IN_COUNT.COUNTED_FROM)))
                .returning(SIGN_IN_COUNT.ASKS).fetchSingle(SIGN_IN_COUNT.ASKS);
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
            add(id, person.id(), request.browserHash(), now, now.plus(LINK_LIFE));
            outbox.put(MAIL, person.email(), id, 1);
        });
    }

    /** Whether the link still works; using it is a matter of {@link #use}. */
    @Transactional
    public boolean isUsable(String token) {
        return find(SIGN_IN_LINK.TOKEN_HASH.eq(Secrets.hash(token))).filter(link -> link.isUsable(clock.instant())).isPresent();
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
        holdPerson(Secrets.hash(token));
        Optional<SignInLink> found = find(SIGN_IN_LINK.TOKEN_HASH.eq(Secrets.hash(token))).filter(link -> link.isUsable(now));
        if (found.isEmpty()) {
            return new Result.Dead();
        }
        SignInLink link = found.get();
        if (!link.wasAskedBy(browser)) {
            if (code.isBlank()) {
                return new Result.CodeNeeded(false);
            }
            if (!takeTry(link.id(), SignInLink.MOST_WRONG_CODES)) {
                return new Result.Dead();
            }
            if (!link.hasCode(code)) {
                return new Result.CodeNeeded(true);
            }
        }
        if (!use(link.id(), now)) {
            return new Result.Dead();
        }
        log.noteOf(link.personId(), Action.signed_in, link.id(), "met een link per mail");
        return new Result.Welcome(sessions.begin(link.personId(), former));
    }

    /** Takes away what is of no use any more. */
    @Transactional
    void prune() {
        Instant before = clock.instant().minus(KEPT);
        sql.deleteFrom(SIGN_IN_LINK).where(SIGN_IN_LINK.EXPIRES_AT.lt(before)).execute();
        sql.deleteFrom(SIGN_IN_COUNT).where(SIGN_IN_COUNT.COUNTED_FROM.lt(before)).execute();
    }

    /** The secrets of a link, made for the mail that carries them; the mail of a later try makes new ones. */
    record LinkSecrets(String personName, String token, String code) {}

    /** Gives a link its secrets; empty when it is of no use any more. */
    @Transactional
    Optional<LinkSecrets> makeSecrets(UUID linkId) {
        return find(SIGN_IN_LINK.ID.eq(linkId)).filter(link -> link.isUsable(clock.instant())).map(link -> {
            LinkSecrets secrets = new LinkSecrets(link.personName(), Secrets.token(), Secrets.code());
            setSecrets(linkId, Secrets.hash(secrets.token()), SignInLink.codeHash(linkId, secrets.code()));
            return secrets;
        });
    }

    private void add(UUID id, UUID personId, byte[] browserHash, Instant now, Instant expiresAt) {
        sql.insertInto(SIGN_IN_LINK).set(SIGN_IN_LINK.ID, id).set(SIGN_IN_LINK.PERSON_ID, personId)
                .set(SIGN_IN_LINK.BROWSER_HASH, browserHash).set(SIGN_IN_LINK.CREATED_AT, now).set(SIGN_IN_LINK.EXPIRES_AT, expiresAt)
                .execute();
    }

    /** Holds the person of a link as they are until the transaction ends: what ends links and sessions comes before this, or waits. */
    private void holdPerson(byte[] tokenHash) {
        sql.select(PERSON.ID).from(SIGN_IN_LINK).join(PERSON).on(PERSON.ID.eq(SIGN_IN_LINK.PERSON_ID))
                .where(SIGN_IN_LINK.TOKEN_HASH.eq(tokenHash)).forShare().of(PERSON).fetch();
    }

    /** Only of somebody who may sign in. */
    private Optional<SignInLink> find(Condition which) {
        return sql
                .select(SIGN_IN_LINK.ID, SIGN_IN_LINK.PERSON_ID, PERSON.NAME, SIGN_IN_LINK.BROWSER_HASH, SIGN_IN_LINK.CODE_HASH,
                        SIGN_IN_LINK.WRONG_CODES, SIGN_IN_LINK.EXPIRES_AT, SIGN_IN_LINK.USED_AT)
                .from(SIGN_IN_LINK).join(PERSON).on(PERSON.ID.eq(SIGN_IN_LINK.PERSON_ID))
                .where(which, PERSON.ENDED_ON.isNull(), PERSON.REMOVED_AT.isNull()).fetchOptional(Records.mapping(SignInLink::new));
    }

    private void setSecrets(UUID id, byte[] tokenHash, byte[] codeHash) {
        sql.update(SIGN_IN_LINK).set(SIGN_IN_LINK.TOKEN_HASH, tokenHash).set(SIGN_IN_LINK.CODE_HASH, codeHash)
                .where(SIGN_IN_LINK.ID.eq(id), SIGN_IN_LINK.USED_AT.isNull()).execute();
    }

    /**
     * Takes one of the tries that a link has, before the code is judged; false when none is left. However many come at once, each takes
     * another.
     */
    private boolean takeTry(UUID id, int most) {
        return 1 == sql.update(SIGN_IN_LINK).set(SIGN_IN_LINK.WRONG_CODES, SIGN_IN_LINK.WRONG_CODES.plus(1))
                .where(SIGN_IN_LINK.ID.eq(id), SIGN_IN_LINK.WRONG_CODES.lt(most)).execute();
    }

    /** Uses the link; false when it cannot be used (any more). */
    private boolean use(UUID id, Instant now) {
        return 1 == sql.update(SIGN_IN_LINK).set(SIGN_IN_LINK.USED_AT, now)
                .where(SIGN_IN_LINK.ID.eq(id), SIGN_IN_LINK.USED_AT.isNull(), SIGN_IN_LINK.EXPIRES_AT.gt(now)).execute();
    }

    /** A link by which a person signs in, as the database holds it. */
    record SignInLink(UUID id, UUID personId, String personName, byte[] browserHash, @Nullable byte[] codeHash, int wrongCodes,
            Instant expiresAt, @Nullable Instant usedAt) {
        /** After so many wrong codes the link is dead. */
        static final int MOST_WRONG_CODES = 5;

        boolean isUsable(Instant now) {
            return usedAt == null && now.isBefore(expiresAt) && wrongCodes < MOST_WRONG_CODES;
        }

        boolean wasAskedBy(String browser) {
            return Arrays.equals(browserHash, Secrets.hash(browser));
        }

        boolean hasCode(String code) {
            return codeHash != null && Arrays.equals(codeHash, codeHash(id, code));
        }

        /** A code is short, so its hash is of the link as well. Whatever came along between or around its digits does not count. */
        static byte[] codeHash(UUID linkId, String code) {
            return Secrets.hash(linkId + ":" + code.replaceAll("[^0-9]", ""));
        }
    }

    /** Takes away by night what signing in left behind: links, sessions and counts of which the time is past. */
    @Singleton
    static class Pruning implements RecurringJob {
        private static final LocalTime AT = LocalTime.of(3, 40);

        private final SignIn signIn;
        private final Sessions sessions;

        Pruning(SignIn signIn, Sessions sessions) {
            this.signIn = signIn;
            this.sessions = sessions;
        }

        @Override
        public String name() {
            return "sign-in-pruning";
        }

        @Override
        public Schedule schedule() {
            return new Daily(BelgianDutch.ZONE, AT);
        }

        @Override
        public void run() {
            new Scope.Service().run(() -> {
                signIn.prune();
                sessions.prune();
            });
        }
    }
}
