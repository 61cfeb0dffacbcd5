package be.zelfscan.campaign;

import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Person;
import be.zelfscan.round.LastDay;
import be.zelfscan.scan.ScanReopening;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.Templates;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The mail that tells a director that the scan of the centre was opened again. */
@Singleton
public class ReopenedMail implements MailComposer {
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
    private final OrganisationRepository organisations;
    private final Templates templates;
    private final PublicAddress address;
    private final Clock clock;

    ReopenedMail(ScanReopening reopenings, OrganisationRepository organisations, Templates templates, PublicAddress address,
            Clock clock) {
        this.reopenings = reopenings;
        this.organisations = organisations;
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
        Person person = organisations.personByEmail(message.recipient())
                .orElseThrow(() -> new NoLongerWanted("Niemand meldt zich nog met dit e-mailadres aan."));
        ScanReopening.OfCentre reopened = reopenings.ofCentre(message.subjectId())
                .orElseThrow(() -> new NoLongerWanted("Deze heropening bestaat niet."));
        Content content = new Content(person.name(), reopened.centreName(), reopened.roundTitle(),
                new LastDay(reopened.closesOn(), BelgianDutch.today(clock)).sentence(),
                reopened.reopening().reason(), address.of("/centrum/" + reopened.centreId()));
        return new Mail("De zelfscan van %s is opnieuw geopend".formatted(reopened.centreName()), content.text(),
                templates.text("campaign/reopenedMail", content), List.of());
    }
}
