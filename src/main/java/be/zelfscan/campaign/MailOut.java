package be.zelfscan.campaign;

import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.MEMBERSHIP;
import static be.zelfscan.database.schema.Tables.ROUND_CENTRE;
import static be.zelfscan.database.schema.Tables.ROUND_RECIPIENTS;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SENT_SCAN;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.mail.Outbox;
import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.Person;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.web.Confirmation;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Puts the mails of a round in the outbox, to whom the round names for that kind; and says before whom that reaches. */
@Singleton
public class MailOut {
    /** A centre and who gets the mail for it; none when nobody does. */
    record OfCentre(UUID id, String centre, List<Person> people) {
        List<String> names() {
            return people.stream().map(Person::name).toList();
        }
    }

    /**
     * Whom a mail reaches.
     *
     * @param people how many different people
     * @param centres for each of the centres that were asked about
     */
    public record Reach(RoundMail mail, int people, List<OfCentre> centres) {
        /**
         * As a page in between says it.
         *
         * @param preview the address of the mail as it will look
         */
        Confirmation.Mail asked(String preview) {
            return new Confirmation.Mail(mail.label(), people, preview,
                    reached().stream().map(centre -> new Confirmation.Fact(centre.centre(), centre.names())).toList(), unreached());
        }

        /** The centres for which nobody gets it, as a page says them: each with the form that adds somebody. */
        public List<Confirmation.Unreached> unreached() {
            return missed().stream()
                    .map(centre -> new Confirmation.Unreached(centre.centre(), "/organisatie/persoon/nieuw?centrum=" + centre.id()))
                    .toList();
        }

        /** The centres for which somebody gets it. */
        List<OfCentre> reached() {
            return centres.stream().filter(centre -> !centre.people().isEmpty()).toList();
        }

        /** The centres for which nobody gets it. */
        List<OfCentre> missed() {
            return centres.stream().filter(centre -> centre.people().isEmpty()).toList();
        }
    }

    /**
     * Somebody who gets a mail of a round that is about one of its centres.
     *
     * @param ofCentre whether the recipient works in the centre; otherwise it is the leader of a school group
     * @param sent whether the centre sent something in the round
     */
    private record Addressed(UUID centreId, Person recipient, boolean ofCentre, boolean sent) {}

    private final RoundRepository rounds;
    private final Outbox outbox;
    private final DSLContext sql;
    private final ActivityLog log;

    MailOut(RoundRepository rounds, Outbox outbox, DSLContext sql, ActivityLog log) {
        this.rounds = rounds;
        this.outbox = outbox;
        this.sql = sql;
        this.log = log;
    }

    /** Whom a mail would reach now, of centres that take part in the round. */
    @ReadOnly
    Reach reach(UUID roundId, RoundMail mail, Collection<Centre> centres) {
        Map<UUID, List<Person>> byCentre = told(roundId, mail).stream().collect(
                Collectors.groupingBy(Addressed::centreId, Collectors.mapping(Addressed::recipient, Collectors.toList())));
        int people = (int) centres.stream().map(centre -> byCentre.get(centre.id())).filter(Objects::nonNull).flatMap(List::stream)
                .distinct().count();
        return new Reach(mail, people, centres.stream()
                .map(centre -> new OfCentre(centre.id(), centre.name(), byCentre.getOrDefault(centre.id(), List.of()))).toList());
    }

    /** Whom a mail would reach for a centre that is to join the round. */
    @ReadOnly
    Reach reachOfNew(UUID roundId, RoundMail mail, Centre centre) {
        List<Person> people = rounds.recipients(roundId, centre.id(), mail.kind());
        return new Reach(mail, people.size(), List.of(new OfCentre(centre.id(), centre.name(), people)));
    }

    /** Whom the mail that comes next would reach now: the invitation, or while the round is open the reminder. */
    Reach reachOfNext(FollowRound.Followed followed) {
        RoundMail mail = followed.round().isDraft() ? RoundMail.invitation : RoundMail.reminder;
        return followed.round().isClosed() ? new Reach(mail, 0, List.of()) : reach(followed.round().id(), mail, followed.centres());
    }

    /**
     * Who would get a mail of this kind now, by centre and by name. Of a closing, people of a centre hear always; who leads a school
     * group only when there is something to read of its centres.
     */
    private List<Addressed> told(UUID roundId, RoundMail mail) {
        var recipient = ROUND_RECIPIENTS.call(ROUND_CENTRE.ROUND_ID, ROUND_CENTRE.CENTRE_ID, val(mail.kind())).as("recipient");
        Field<Boolean> ofCentre = field(exists(selectOne().from(MEMBERSHIP).where(MEMBERSHIP.PERSON_ID.eq(recipient.PERSON_ID))
                .and(MEMBERSHIP.CENTRE_ID.eq(CENTRE.ID))));
        Field<Boolean> sent = field(exists(selectOne().from(SCAN).join(SENT_SCAN).on(SENT_SCAN.SCAN_ID.eq(SCAN.ID))
                .where(SCAN.ROUND_ID.eq(ROUND_CENTRE.ROUND_ID)).and(SCAN.CENTRE_ID.eq(CENTRE.ID))));
        return sql.select(CENTRE.ID, recipient.PERSON_ID, recipient.NAME, recipient.EMAIL, ofCentre, sent).from(ROUND_CENTRE)
                .join(CENTRE).on(CENTRE.ID.eq(ROUND_CENTRE.CENTRE_ID)).join(lateral(recipient)).on(trueCondition())
                .where(ROUND_CENTRE.ROUND_ID.eq(roundId)).orderBy(CENTRE.NAME, CENTRE.ID, recipient.NAME, recipient.PERSON_ID)
                .fetch(row -> new Addressed(row.value1(), new Person(row.value2(), row.value3(), row.value4()), row.value5(), row.value6()))
                .stream().filter(one -> mail != RoundMail.round_closed || one.ofCentre() || one.sent()).toList();
    }

    /**
     * Puts the mails that a round is closed, in the transaction of the caller: one for each person, whatever it concerns.
     *
     * @return the number of mails
     */
    @Transactional
    int putClosing(Round round) {
        List<Person> people = told(round.id(), RoundMail.round_closed).stream().map(Addressed::recipient).distinct().toList();
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
