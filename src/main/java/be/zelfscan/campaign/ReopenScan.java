package be.zelfscan.campaign;

import be.zelfscan.access.SignedIn;
import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.mail.Outbox;
import be.zelfscan.mail.Recipients;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Person;
import be.zelfscan.round.LastDay;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundClosed;
import be.zelfscan.round.RoundRepository;
import be.zelfscan.scan.ScanReopening.Reopening;
import be.zelfscan.scan.ScanReopening;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.Refusal;
import be.zelfscan.web.Templates;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Opens a sent scan again, with a reason that its centre reads; the directors are told by mail. */
@Singleton
public class ReopenScan {
    /** The kind of the mail that tells a director that the scan was opened again; its subject is the reopening. */
    static final String MAIL = "scan-reopened";
    private static final int LONGEST_REASON = 2_000;

    /** A centre in a round, with who is told that its scan opens again. */
    record Part(Round round, String centre, List<Person> directors) {}

    private final RoundRepository rounds;
    private final OrganisationRepository organisations;
    private final ScanReopening scans;
    private final Outbox outbox;
    private final ActivityLog log;

    ReopenScan(RoundRepository rounds, OrganisationRepository organisations, ScanReopening scans, Outbox outbox, ActivityLog log) {
        this.rounds = rounds;
        this.organisations = organisations;
        this.scans = scans;
        this.outbox = outbox;
        this.log = log;
    }

    /** @throws Refusal when the centre takes no part in the round */
    @ReadOnly
    Part part(UUID roundId, UUID centreId) {
        Round round = rounds.get(roundId);
        String centre = organisations.centreName(centreId).filter(found -> rounds.takesPart(roundId, centreId))
                .orElseThrow(() -> Refusal.notFound("Dit centrum doet niet mee aan deze ronde. Kies een centrum uit de lijst."));
        return new Part(round, centre, organisations.directors(centreId));
    }

    /**
     * @throws RoundClosed unless the round is open
     * @throws Refusal when there is no reason, or nothing that was sent
     */
    @Transactional
    public void reopen(UUID roundId, UUID centreId, SignedIn person, String reason) {
        rounds.hold(roundId);
        Part part = part(roundId, centreId);
        if (!part.round().isOpen()) {
            throw new RoundClosed(part.round().title(), part.round().closedOn());
        }
        int length = reason.codePointCount(0, reason.length());
        if (reason.isBlank()) {
            throw Refusal.invalid("Schrijf waarom de zelfscan opnieuw opengaat: het centrum leest die reden.");
        }
        if (length > LONGEST_REASON) {
            throw Refusal.invalid("De reden telt %s tekens; er is plaats voor %s.".formatted(BelgianDutch.number(length),
                    BelgianDutch.number(LONGEST_REASON)));
        }
        Reopening reopening = scans.reopen(roundId, centreId, person.personId(), reason).orElseThrow(() -> Refusal.conflict(
                "%s heeft in deze ronde niets verzonden dat opnieuw open kan.".formatted(part.centre())));
        log.note(Action.scan_reopened, reopening.scanId(), "%s, %s".formatted(part.centre(), part.round().title()));
        part.directors().forEach(director -> outbox.putOfRound(roundId, MAIL, director.email(), reopening.id(), 1));
    }

    /** The mail that tells a director that the scan of the centre was opened again. */
    @Singleton
    public static class ReopenedMail implements MailComposer {
        /** What it says. */
        public record Content(String name, String centre, String round, String lastDay, String reason, String link) {
            private String text() {
                return """
                    Dag %s

                    POC+ heeft de verzonden zelfscan van %s (%s) opnieuw geopend.

                    De reden: %s

                    Jullie antwoorden staan er nog zoals jullie ze verzonden. Pas aan wat nodig is en verzend opnieuw. %s Wat eerder verzonden werd, blijft bewaard en telt, zolang jullie niet opnieuw verzenden.

                    Ga naar de zelfscan: %s
                    """.formatted(name, centre, round, reason, lastDay, link);
            }
        }

        private final ScanReopening reopenings;
        private final Recipients recipients;
        private final Templates templates;
        private final PublicAddress address;
        private final Clock clock;

        ReopenedMail(ScanReopening reopenings, Recipients recipients, Templates templates, PublicAddress address,
                Clock clock) {
            this.reopenings = reopenings;
            this.recipients = recipients;
            this.templates = templates;
            this.address = address;
            this.clock = clock;
        }

        @Override
        public String kind() {
            return ReopenScan.MAIL;
        }

        @Override
        public String label() {
            return "heropening van de zelfscan";
        }

        @Override
        public Mail compose(Message message) {
            ScanReopening.OfCentre reopened = reopenings.ofCentre(message.subjectId())
                    .orElseThrow(() -> new NoLongerWanted("Deze heropening bestaat niet."));
            Person person = recipients.ofCentre(message, reopened.centreId());
            Content content = new Content(person.name(), reopened.centreName(), reopened.roundTitle(),
                    new LastDay(reopened.closesOn(), BelgianDutch.today(clock)).sentence(),
                    reopened.reopening().reason(), address.of("/centrum/" + reopened.centreId()));
            return new Mail("De zelfscan van %s is opnieuw geopend".formatted(reopened.centreName()), content.text(),
                    templates.text("campaign/reopenedMail", content), List.of());
        }
    }
}
