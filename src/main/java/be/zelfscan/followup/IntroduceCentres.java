package be.zelfscan.followup;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.followup.FollowedRounds.FollowedRound;
import be.zelfscan.mail.Outbox;
import be.zelfscan.organisation.Person;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Texts;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * One centre that can inspire and one that looks for inspiration in the same block, introduced to each other or about to be.
     *
     * @param words what the instrument of the round calls things
     * @param block its title
     * @param message of the support team; empty when it wrote none
     */
    public record Introduction(String round, Words words, String block, Side inspiring, Side seeking, String message) {
        /** @param directors those that can still be reached */
        public record Side(UUID centreId, String centre, List<Person> directors) {}

        List<Side> sides() {
            return List.of(inspiring, seeking);
        }

        /** The other side for somebody; empty when it is of neither. */
        Optional<Side> otherThan(String email) {
            if (inspiring.directors().stream().anyMatch(director -> director.email().equals(email))) {
                return Optional.of(seeking);
            }
            return seeking.directors().stream().anyMatch(director -> director.email().equals(email)) ? Optional.of(inspiring)
                    : Optional.empty();
        }

        Introduction with(String otherMessage) {
            return new Introduction(round, words, block, inspiring, seeking, otherMessage);
        }

        /** The introduction as the directors of the other side than this one read it. */
        Letter letter(Side other) {
            Side own = other.equals(seeking) ? inspiring : seeking;
            String title = "Kennismaken over ‘%s’: %s en %s".formatted(block, inspiring.centre(), seeking.centre());
            return new Letter(Texts.clean(title), BelgianDutch.list(own.directors().stream().map(Person::name).toList()),
                    "POC+ stelt jullie graag aan elkaar voor, omdat jullie elkaar vooruit kunnen helpen.",
                    "In de zelfscan van ‘%s’ gaf %s aan dat het andere centra kan inspireren rond ‘%s’. %s maakte er een %s van."
                            .formatted(round, inspiring.centre(), block, seeking.centre(), words.priority().one()),
                    message, sides().stream().map(Introduction::contact).toList(), "Schrijf naar " + other.centre(),
                    "mailto:" + other.directors().stream().map(Person::email).collect(Collectors.joining(",")),
                    "Neem zelf contact op: wie op deze mail antwoordt, bereikt het andere centrum niet. Jullie spreken zelf af of jullie "
                            + "elkaar "
                            + "zien, en wat jullie dan delen. De toelichtingen van een centrum geven we niet door.");
        }

        private static String contact(Side side) {
            return side.centre() + ": " + (side.directors().isEmpty() ? "niemand meer" : BelgianDutch.list(side.directors().stream()
                    .map(director -> "%s (%s)".formatted(director.name(), EmailAddress.shown(director.email()))).toList()));
        }

        /**
         * What one of both sides reads; the same in plain text and in HTML. It tells what both centres answered about one block, and
         * nothing more.
         *
         * @param names of the readers, so that each greeting is the same for all directors of one centre
         * @param message of the support team; empty when it wrote none
         * @param contacts a line for each centre
         * @param action what to do, with the address for it
         */
        public record Letter(String title, String names, String opening, String reason, String message, List<String> contacts,
                String action,
                String address, String closing) {
            /** In plain text. */
            public String text() {
                return Stream
                        .of(Stream.of("Dag " + names, opening, reason),
                                message.isEmpty() ? Stream.<String>empty() : Stream.of("POC+ schrijft erbij:\n" + message),
                                Stream.of(String.join("\n", contacts), action + ": " + address.substring("mailto:".length()), closing))
                        .flatMap(part -> part).collect(Collectors.joining("\n\n", "", "\n"));
            }
        }
    }

    /**
     * An introduction that was made, and how far its mails are.
     *
     * @param mails how many there are, one for each director
     * @param delivered how many of these arrived
     * @param failed how many of these will not arrive by themselves
     */
    record IntroductionState(Match match, Instant at, int mails, int delivered, int failed) {
        /** Whether it is about these two, whoever asks whom. */
        boolean isOf(Match other) {
            return match.equals(other) || match.equals(new Match(other.block(), other.seeking(), other.inspiring()));
        }

        /** When it was done, and whether the mails arrived. */
        String words() {
            String state;
            if (failed > 0) {
                state = failed == 1 ? "1 mail kwam niet aan" : failed + " mails kwamen niet aan";
            } else {
                state = delivered == mails ? "de mails zijn afgeleverd" : "%d van %d mails afgeleverd".formatted(delivered, mails);
            }
            return "voorgesteld op %s, %s".formatted(BelgianDutch.date(at), state);
        }
    }

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

    private boolean chose(FollowedRound round, Optional<Questionnaire.OverallQuestion> question, String block, UUID centreId) {
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
