package be.zelfscan.followup;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.followup.FollowedRounds.FollowedRound;
import be.zelfscan.mail.Outbox;
import be.zelfscan.organisation.Person;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Introduces a centre that offers an inspiring practice to one that made the same block a priority: once, by a mail to the
 * directors of both.
 */
@Singleton
public class IntroduceCentres {
    /** The kind of that mail; its subject is the introduction. */
    static final String MAIL = "introduction";
    private static final int LONGEST_MESSAGE = 2_000;

    /** Two centres, and the block for which they would meet. */
    record Match(String block, UUID inspiring, UUID seeking) {}

    private final FollowedRounds rounds;
    private final InspirationQueries inspiration;
    private final Outbox outbox;
    private final ActivityLog log;
    private final Clock clock;

    IntroduceCentres(FollowedRounds rounds, InspirationQueries inspiration, Outbox outbox,
            ActivityLog log, Clock clock) {
        this.rounds = rounds;
        this.inspiration = inspiration;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What an introduction would say.
     *
     * @throws Refusal when these two cannot be introduced, or were already
     * @throws be.zelfscan.comparison.ComparisonNotFound when there is no such round, or it is a draft
     */
    @ReadOnly
    Introduction prepare(UUID roundId, Match match) {
        FollowedRound round = rounds.get(roundId);
        String block = round.questionnaire().block(match.block()).map(Section::title)
                .orElseThrow(() -> Refusal.notFound("Deze vragenlijst heeft zo’n %s niet. Kies er een uit de lijst."
                        .formatted(round.words().block().one())));
        String inspiring = name(roundId, match.inspiring());
        String seeking = name(roundId, match.seeking());
        if (match.inspiring().equals(match.seeking())) {
            throw Refusal.conflict("%s kan niet aan zichzelf voorgesteld worden. Kies twee verschillende centra.".formatted(inspiring));
        }
        if (!chose(round, round.questionnaire().inspiringPractices(), match.block(), match.inspiring())) {
            throw Refusal.conflict("%s biedt voor ‘%s’ geen %s aan.".formatted(inspiring, block,
                    round.words().inspiringPractice().one()));
        }
        if (!chose(round, round.questionnaire().priorities(), match.block(), match.seeking())) {
            throw Refusal.conflict("%s maakte van ‘%s’ geen %s.".formatted(seeking, block, round.words().priority().one()));
        }
        inspiration.introductions(roundId).stream().filter(one -> one.isOf(match)).findFirst()
                .ifPresent(one -> {
                    throw already(inspiring, seeking, block, one.words());
                });
        return new Introduction(round.title(), round.words(), block, side(match.inspiring(), inspiring), side(match.seeking(), seeking),
                "");
    }

    private String name(UUID roundId, UUID centreId) {
        return inspiration.name(roundId, centreId)
                .orElseThrow(() -> Refusal.notFound("Dit centrum doet in deze ronde niet mee. Kies een centrum uit de lijst."));
    }

    private boolean chose(FollowedRound round, Optional<Questionnaire.Once> question, String block, UUID centreId) {
        return question.stream()
                .flatMap(asked -> inspiration.choices(round.id(), asked.section(), asked.question().id()).stream())
                .anyMatch(choice -> choice.block().equals(block) && choice.centreId().equals(centreId));
    }

    private static Refusal already(String one, String other, String block, String words) {
        return Refusal.conflict("%s en %s zijn voor ‘%s’ al aan elkaar voorgesteld%s. Dat gebeurt maar één keer.".formatted(one, other,
                block, words.isEmpty() ? "" : ": " + words));
    }

    private Introduction.Side side(UUID centreId, String name) {
        var directors = inspiration.directors(centreId);
        if (directors.isEmpty()) {
            throw Refusal.conflict(
                    "%s heeft in Zelfscan geen directeur die de mail kan krijgen. Voeg er eerst een toe bij Scholengroepen en centra."
                            .formatted(name));
        }
        return new Introduction.Side(centreId, name, directors);
    }

    /**
     * Introduces them, and puts the mails in the outbox.
     *
     * @throws Refusal as {@link #prepare}, and when the message is too long
     */
    @Transactional
    void introduce(UUID roundId, Match match, String message, UUID personId) {
        int length = message.codePointCount(0, message.length());
        if (length > LONGEST_MESSAGE) {
            throw Refusal.invalid("Je bericht telt %s tekens; er is plaats voor %s.".formatted(BelgianDutch.number(length),
                    BelgianDutch.number(LONGEST_MESSAGE)));
        }
        Introduction planned = prepare(roundId, match);
        UUID id = UUID.randomUUID();
        if (!inspiration.add(new InspirationQueries.Introduced(id, roundId, match, message), personId, clock.instant())) {
            throw already(planned.inspiring().centre(), planned.seeking().centre(), planned.block(), "");
        }
        planned.sides().forEach(side -> side.directors()
                .forEach(director -> inspiration.addPerson(id, director.id(), side.centreId())));
        planned.sides().stream().flatMap(side -> side.directors().stream()).map(Person::email).distinct()
                .forEach(email -> outbox.putOfRound(roundId, MAIL, email, id, 1));
        log.note(Action.centres_introduced, roundId,
                "%s: %s en %s".formatted(planned.block(), planned.inspiring().centre(), planned.seeking().centre()));
    }

    /** An introduction that was made, with who of its directors are still there; for its mails. */
    @ReadOnly
    Optional<Introduction> find(UUID id) {
        return inspiration.find(id).map(made -> {
            FollowedRound round = rounds.get(made.roundId());
            return new Introduction(round.title(), round.words(), round.questionnaire().sectionTitle(made.match().block()),
                    side(made, made.match().inspiring()), side(made, made.match().seeking()), made.message());
        });
    }

    private Introduction.Side side(InspirationQueries.Introduced made, UUID centreId) {
        return new Introduction.Side(centreId, inspiration.name(made.roundId(), centreId).orElse("een centrum"),
                inspiration.introduced(made.id(), centreId));
    }
}
