package be.zelfscan.export;

import be.zelfscan.access.Secrets;
import be.zelfscan.access.SignedIn;
import be.zelfscan.access.TokenHolders;
import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.text.Names;
import be.zelfscan.text.Texts;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens with which a program reads the addresses below {@code /api/} as the person who made them. One ends by its date, by being revoked,
 * and for good when that person leaves the support team.
 */
@Singleton
class ApiTokens implements TokenHolders {
    /** By what one sees that a secret is one of ours, should it turn up where it does not belong. */
    static final String PREFIX = "zelfscan_";
    static final int LONGEST_NAME = 100;
    static final int LONGEST_LIFE_YEARS = 1;
    static final int MOST_ALIVE = 20;
    static final int MOST_USES_A_MINUTE = 600;

    /**
     * What lets a program read as its person.
     *
     * @param endsAt until when it can be used
     * @param usedAt when it was used last
     */
    record Token(UUID id, String name, Instant createdAt, Instant endsAt, Optional<Instant> usedAt) {}

    /** @param secret shown now and never again */
    record NewToken(Token token, String secret) {}

    private final ApiTokenRepository tokens;
    private final ActivityLog log;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, ActivityLog log, Clock clock) {
        this.tokens = tokens;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Who holds this secret; empty when it is none, or has ended.
     *
     * @throws Refusal when it is used too often
     */
    @Override
    public Optional<SignedIn> find(String secret) {
        Optional<ApiTokenRepository.TokenUse> use = tokens.use(Secrets.hash(secret), clock.instant(), MOST_USES_A_MINUTE);
        if (use.filter(ApiTokenRepository.TokenUse::tooMany).isPresent()) {
            throw Refusal.tooOften("Deze sleutel vroeg meer dan %d keer iets in één minuut. Wacht een minuut en ga dan verder."
                    .formatted(MOST_USES_A_MINUTE));
        }
        return use.map(ApiTokenRepository.TokenUse::person);
    }

    /** The tokens of somebody that can be used, the newest first. */
    @ReadOnly
    List<Token> of(SignedIn person) {
        return tokens.alive(person.personId(), clock.instant());
    }

    /**
     * One of these.
     *
     * @throws Refusal when it is not theirs, or has ended
     */
    @ReadOnly
    Token of(SignedIn person, UUID tokenId) {
        return of(person).stream().filter(one -> one.id().equals(tokenId)).findFirst().orElseThrow(ApiTokens::unknown);
    }

    /**
     * Makes a token.
     *
     * @param lastDay on which it can be used, as it was typed
     * @throws FormRefusal when that is no day that can be, or the name is none, or there are too many
     */
    @Transactional
    NewToken make(SignedIn person, String name, String lastDay) {
        tokens.holdAll(person.personId());
        Instant now = clock.instant();
        List<Token> alive = tokens.alive(person.personId(), now);
        Map<String, String> problems = new LinkedHashMap<>();
        nameProblem(name, alive).ifPresent(sentence -> problems.put("naam", sentence));
        Optional<LocalDate> day = BelgianDutch.read(lastDay);
        dayProblem(day, lastDay).ifPresent(sentence -> problems.put("einde", sentence));
        if (!problems.isEmpty()) {
            throw FormRefusal.typed(problems);
        }
        Instant endsAt = day.orElseThrow().plusDays(1).atStartOfDay(BelgianDutch.ZONE).toInstant();
        Token token = new Token(UUID.randomUUID(), name, now, endsAt, Optional.empty());
        String secret = PREFIX + Secrets.token();
        tokens.add(person.personId(), token, Secrets.hash(secret));
        log.note(Action.token_made, token.id(), "geldig tot en met " + BelgianDutch.date(day.get()));
        return new NewToken(token, secret);
    }

    private static Optional<String> nameProblem(String name, List<Token> alive) {
        if (name.isEmpty()) {
            return Optional.of("Geef de sleutel een naam, zodat je later weet welk programma hem gebruikt.");
        }
        if (Texts.length(name) > LONGEST_NAME) {
            return Optional.of("Deze naam is te lang: er is plaats voor %d tekens.".formatted(LONGEST_NAME));
        }
        Optional<String> hidden = Names.oddSign(name);
        if (hidden.isPresent()) {
            return hidden;
        }
        if (alive.stream().anyMatch(token -> Names.key(token.name()).equals(Names.key(name)))) {
            return Optional.of("Je hebt al een sleutel met de naam ‘%s’. Kies een andere naam, of trek die eerst in.".formatted(name));
        }
        return alive.size() < MOST_ALIVE ? Optional.empty()
                : Optional.of("Je hebt al %d sleutels. Trek er eerst een in die je niet meer gebruikt.".formatted(MOST_ALIVE));
    }

    private Optional<String> dayProblem(Optional<LocalDate> day, String text) {
        LocalDate today = today();
        LocalDate latest = today.plusYears(LONGEST_LIFE_YEARS);
        if (day.filter(found -> !found.isBefore(today) && !found.isAfter(latest)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of((text.isEmpty() ? "Vul in tot wanneer de sleutel geldt" : "‘" + text + "’ kan niet als laatste dag")
                + ": een dag van vandaag tot en met " + BelgianDutch.date(latest) + ".");
    }

    LocalDate today() {
        return BelgianDutch.today(clock);
    }

    /**
     * Ends a token of somebody; does nothing when it has ended.
     *
     * @throws Refusal when it is not theirs
     */
    @Transactional
    void revoke(SignedIn person, UUID tokenId) {
        if (tokens.revoke(person.personId(), tokenId, clock.instant())) {
            log.note(Action.token_revoked, tokenId, "");
        } else if (!tokens.isOf(person.personId(), tokenId)) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return Refusal.notFound("Deze sleutel bestaat niet (meer), of hij is niet van jou.");
    }
}
