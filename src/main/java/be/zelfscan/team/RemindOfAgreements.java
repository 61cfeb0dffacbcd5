package be.zelfscan.team;

import static be.zelfscan.database.schema.Tables.AGREEMENT;
import static be.zelfscan.database.schema.Tables.MEMBERSHIP;
import static be.zelfscan.database.schema.Tables.PERSON;

import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.Recipients;
import be.zelfscan.mail.Outbox;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Person;
import be.zelfscan.organisation.Role;
import be.zelfscan.schedule.RecurringJob;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.Templates;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * Reminds of agreements {@value #EARLY} and {@value #LATE} days before their day: the directors of the centre, and who made the agreement
 * while that person is of the centre. Each mail leaves once; one for a day that is not the day any more is withdrawn, and the new day has
 * mails of its own.
 */
@Singleton
public class RemindOfAgreements {
    static final int EARLY = 30;
    static final int LATE = 7;
    private static final String MAIL = "agreement";
    /** A message is numbered by the day that it reminds of and how long before. */
    private static final int NUMBERS_OF_A_DAY = 100;

    private record Due(UUID id, LocalDate byWhen, LocalDate datedOn) {
        /** The days before, of the latest mail that has come due since the day was set: one that was missed is made up for, once. */
        Optional<Integer> daysBefore(LocalDate today) {
            return Stream.of(LATE, EARLY).filter(days -> {
                LocalDate on = byWhen.minusDays(days);
                return !on.isAfter(today) && on.isAfter(datedOn);
            }).findFirst();
        }

        int number(int daysBefore) {
            return (int) byWhen.toEpochDay() * NUMBERS_OF_A_DAY + daysBefore;
        }
    }

    private final DSLContext sql;
    private final Outbox outbox;
    private final Clock clock;

    RemindOfAgreements(DSLContext sql, Outbox outbox, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Puts the mails that are due today. However often and at how many instances it runs, each leaves once. */
    @Transactional
    public void remind() {
        LocalDate today = BelgianDutch.today(clock);
        List<Due> coming = sql.select(AGREEMENT.ID, AGREEMENT.BY_WHEN, AGREEMENT.DATED_ON).from(AGREEMENT)
                .where(AGREEMENT.REMIND.isTrue(), AGREEMENT.WHAT.ne(""),
                        AGREEMENT.STATE.in(Agreement.State.open.name(), Agreement.State.busy.name()),
                        AGREEMENT.BY_WHEN.between(today, today.plusDays(EARLY)))
                .orderBy(AGREEMENT.BY_WHEN, AGREEMENT.ID).fetch(Records.mapping(Due::new));
        coming.forEach(due -> due.daysBefore(today).ifPresent(
                days -> recipients(due.id()).forEach(email -> outbox.put(MAIL, email, due.id(), due.number(days)))));
    }

    /** The addresses of the directors, and of who made it while that person is of the centre. */
    private List<String> recipients(UUID agreementId) {
        return sql.selectDistinct(PERSON.EMAIL).from(AGREEMENT).join(MEMBERSHIP).on(MEMBERSHIP.CENTRE_ID.eq(AGREEMENT.CENTRE_ID))
                .join(PERSON).on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .where(AGREEMENT.ID.eq(agreementId), PERSON.ENDED_ON.isNull(), PERSON.REMOVED_AT.isNull(),
                        MEMBERSHIP.ROLE.eq(Role.director.name()).or(MEMBERSHIP.PERSON_ID.eq(AGREEMENT.CREATED_BY)))
                .orderBy(PERSON.EMAIL).fetch(PERSON.EMAIL);
    }

    /** Reminds in the morning; the run at noon makes up for one in the morning that did not succeed. */
    @Singleton
    @Requires(property = "zelfscan.mail.deliver", value = "true", defaultValue = "true")
    static class Job implements RecurringJob {
        private static final LocalTime MORNING = LocalTime.of(7, 45);
        private static final LocalTime NOON = LocalTime.of(12, 15);

        private final RemindOfAgreements agreements;

        Job(RemindOfAgreements agreements) {
            this.agreements = agreements;
        }

        @Override
        public String name() {
            return "agreement-reminders";
        }

        @Override
        public Schedule schedule() {
            return new Daily(BelgianDutch.ZONE, MORNING, NOON);
        }

        @Override
        public void run() {
            agreements.remind();
        }
    }

    /** The mail that reminds of an agreement. Whoever follows the mails sees that there is one, and not what was agreed. */
    @Singleton
    static class Composer implements MailComposer {
        private final Agreements agreements;
        private final Recipients recipients;
        private final OrganisationRepository organisations;
        private final Templates templates;
        private final PublicAddress address;
        private final Clock clock;

        Composer(Agreements agreements, Recipients recipients, OrganisationRepository organisations, Templates templates,
                PublicAddress address, Clock clock) {
            this.agreements = agreements;
            this.recipients = recipients;
            this.organisations = organisations;
            this.templates = templates;
            this.address = address;
            this.clock = clock;
        }

        @Override
        public String kind() {
            return MAIL;
        }

        @Override
        public String label() {
            return "herinnering aan een afspraak";
        }

        /** Its number says of which day it is: another number would be of another day. */
        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public Mail compose(Message message) {
            Agreement agreement = agreements.find(message.subjectId())
                    .orElseThrow(() -> new NoLongerWanted("Deze afspraak is er niet meer."));
            LocalDate day = LocalDate.ofEpochDay(message.number() / NUMBERS_OF_A_DAY);
            if (!agreement.state().isOpen()) {
                throw new NoLongerWanted("Deze afspraak is intussen afgerond.");
            }
            if (!agreement.remind()) {
                throw new NoLongerWanted("Aan deze afspraak wordt niet meer herinnerd.");
            }
            if (agreement.byWhen().filter(day::equals).isEmpty()) {
                throw new NoLongerWanted("Deze afspraak heeft intussen een andere dag.");
            }
            Person person = recipients.ofCentre(message, agreement.centreId());
            Letter letter = Letter.of(person.name(), organisations.centreName(agreement.centreId()).orElse(""), agreement, day,
                    BelgianDutch.today(clock), address.of(agreement.address()));
            return new Mail(letter.title(), letter.text(), templates.text("team/agreementMail", letter), List.of());
        }
    }

    /**
     * What it says; {@code src/main/jte/team/agreementMail.jte} takes it.
     *
     * @param when how far the day is, at the beginning of a sentence
     */
    public record Letter(String title, String name, String opening, Agreement agreement, String when, String link) {
        static Letter of(String name, String centre, Agreement agreement, LocalDate day, LocalDate today, String link) {
            long days = ChronoUnit.DAYS.between(today, day);
            String left = days < 0 ? "De dag is voorbij" : days == 0 ? "Het is voor vandaag" : days == 1 ? "Het is voor morgen"
                    : "Nog %d dagen".formatted(days);
            return new Letter("Een afspraak van %s tegen %s".formatted(centre, BelgianDutch.date(day)), name,
                    "In %s spraken jullie af:".formatted(centre), agreement, "%s: tegen %s.".formatted(left, BelgianDutch.date(day)), link);
        }

        /** What it is about and who does it, each a line; may be none. */
        public List<String> details() {
            return Stream.of(agreement.who().isEmpty() ? "" : "Wie: " + agreement.who(),
                    agreement.sectionTitle().isEmpty() ? "" : "Over: " + agreement.sectionTitle()).filter(line -> !line.isEmpty()).toList();
        }

        public String closing() {
            return "Klaar, of loopt het anders? Zet het erbij. Daar zet je deze herinneringen ook uit.";
        }

        String text() {
            return """
                    Dag %s

                    %s

                    %s
                    %s
                    %s

                    Naar de afspraak: %s

                    %s
                    """.formatted(name, opening, agreement.what(), String.join("\n", details()), when, link, closing());
        }
    }
}
