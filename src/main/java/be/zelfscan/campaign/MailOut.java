package be.zelfscan.campaign;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.campaign.FollowRound.CentreOfNet;
import be.zelfscan.mail.Outbox;
import be.zelfscan.organisation.Person;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts the mails of a round in the outbox, to whom the round names for that kind; and says before whom that reaches. */
@Singleton
public class MailOut {
    /** A centre and who gets the mail for it; none when nobody does. */
    public record OfCentre(UUID id, String centre, List<Person> people) {
        public List<String> names() {
            return people.stream().map(Person::name).toList();
        }

        /** The form that adds somebody to the centre. */
        public String addPerson() {
            return "/organisatie/persoon/nieuw?centrum=" + id;
        }
    }

    /**
     * Whom a mail reaches.
     *
     * @param people how many different people
     * @param centres for each of the centres that were asked about
     */
    public record Reach(RoundMail mail, int people, List<OfCentre> centres) {
        /** The centres for which somebody gets it. */
        public List<OfCentre> reached() {
            return centres.stream().filter(centre -> !centre.people().isEmpty()).toList();
        }

        /** The centres for which nobody gets it. */
        public List<OfCentre> missed() {
            return centres.stream().filter(centre -> centre.people().isEmpty()).toList();
        }
    }

    private final RoundRepository rounds;
    private final RoundMailQueries recipients;
    private final Outbox outbox;
    private final ActivityLog log;

    MailOut(RoundRepository rounds, RoundMailQueries recipients, Outbox outbox, ActivityLog log) {
        this.rounds = rounds;
        this.recipients = recipients;
        this.outbox = outbox;
        this.log = log;
    }

    /** Whom a mail would reach now, of centres that take part in the round. */
    @ReadOnly
    Reach reach(UUID roundId, RoundMail mail, Collection<CentreOfNet> centres) {
        Map<UUID, List<Person>> byCentre = told(roundId, mail).stream().collect(Collectors.groupingBy(
                RoundMailQueries.Addressed::centreId,
                Collectors.mapping(one -> one.recipient().orElseThrow(), Collectors.toList())));
        int people = (int) centres.stream().map(centre -> byCentre.get(centre.id())).filter(Objects::nonNull).flatMap(List::stream)
                .distinct().count();
        return new Reach(mail, people, centres.stream()
                .map(centre -> new OfCentre(centre.id(), centre.name(), byCentre.getOrDefault(centre.id(), List.of()))).toList());
    }

    /** Whom a mail would reach for a centre that is to join the round. */
    @ReadOnly
    Reach reachOfNew(UUID roundId, RoundMail mail, CentreOfNet centre) {
        List<Person> people = rounds.recipients(roundId, centre.id(), mail.kind());
        return new Reach(mail, people.size(), List.of(new OfCentre(centre.id(), centre.name(), people)));
    }

    /** Of a closing, people of a centre hear always; who leads a school group only when there is something to read of its centres. */
    private List<RoundMailQueries.Addressed> told(UUID roundId, RoundMail mail) {
        return recipients.addressed(roundId, mail).stream().filter(one -> one.recipient().isPresent())
                .filter(one -> mail != RoundMail.round_closed || one.ofCentre() || one.sent()).toList();
    }

    /**
     * Puts the mails that a round is closed, in the transaction of the caller: one for each person, whatever it concerns.
     *
     * @return the number of mails
     */
    @Transactional
    int putClosing(Round round) {
        List<Person> people = told(round.id(), RoundMail.round_closed).stream().flatMap(one -> one.recipient().stream()).distinct()
                .toList();
        people.forEach(person -> outbox.putOfRound(round.id(), RoundMail.round_closed.kind(), person.email(), round.id(), 1));
        note(round, RoundMail.round_closed, people.size());
        return people.size();
    }

    private void note(Round round, RoundMail mail, int mails) {
        log.note(Action.mail_requested, round.id(),
                "%s: %s, %s".formatted(round.title(), mail.label(), mails == 1 ? "1 mail" : mails + " mails"));
    }

    /**
     * Puts one mail for each recipient of each of these centres, in the transaction of the caller; each call makes new mails.
     *
     * @return the number of mails
     */
    @Transactional
    public int put(UUID roundId, RoundMail mail, Collection<UUID> centres) {
        return centres.stream().mapToInt(centre -> put(roundId, mail, centre)).sum();
    }

    /** Does so for what somebody asked: the log notes it. */
    @Transactional
    int put(Round round, RoundMail mail, Collection<UUID> centres) {
        int mails = put(round.id(), mail, centres);
        note(round, mail, mails);
        return mails;
    }

    private int put(UUID roundId, RoundMail mail, UUID centreId) {
        UUID part = rounds.part(roundId, centreId).orElseThrow(() -> new IllegalArgumentException("The centre takes no part in the round"));
        int number = outbox.nextNumber(mail.kind(), part);
        List<Person> people = rounds.recipients(roundId, centreId, mail.kind());
        people.forEach(person -> outbox.putOfRound(roundId, mail.kind(), person.email(), part, number));
        return people.size();
    }
}
