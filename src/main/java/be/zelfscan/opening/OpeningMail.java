package be.zelfscan.opening;

import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer.NoLongerWanted;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.Recipients;
import be.zelfscan.organisation.Person;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.Templates;
import jakarta.inject.Singleton;
import java.util.List;

/** The mail that tells a director that another centre wants to open results to each other. */
@Singleton
public class OpeningMail implements MailComposer {
    /** What it says. */
    public record Content(String name, String offering, String round, boolean notes, String link) {
        public String notesSentence() {
            return notes ? "Dan zet het ook zijn toelichtingen voor jullie open." : "Zijn toelichtingen blijven gesloten.";
        }

        private String text() {
            return """
                    Dag %s

                    %s stelt voor om de resultaten van de ronde ‘%s’ voor elkaar open te zetten. %s \
                    Jullie zien elkaars datagrafiek en antwoorden pas als jullie het voorstel aanvaarden. \
                    Beide centra kunnen er op elk moment weer mee stoppen.

                    Bekijk het voorstel: %s
                    """
                    .formatted(name, offering, round, notesSentence(), link);
        }
    }

    private final Openings openings;
    private final Recipients recipients;
    private final Templates templates;
    private final PublicAddress address;

    OpeningMail(Openings openings, Recipients recipients, Templates templates, PublicAddress address) {
        this.openings = openings;
        this.recipients = recipients;
        this.templates = templates;
        this.address = address;
    }

    @Override
    public String kind() {
        return Openings.MAIL;
    }

    @Override
    public String label() {
        return "voorstel om resultaten open te zetten";
    }

    @Override
    public Mail compose(Message message) {
        OpeningQueries.Offer offer = openings.waiting(message.subjectId())
                .orElseThrow(() -> new NoLongerWanted("Het voorstel is intussen aanvaard, geweigerd of ingetrokken."));
        Person person = recipients.ofCentre(message, offer.accepting());
        Content content = new Content(person.name(), offer.offering(), offer.round(), offer.notes(),
                address.of(OpeningsPage.address(offer.accepting())));
        return new Mail("%s wil zijn resultaat naast dat van jullie leggen".formatted(offer.offering()), content.text(),
                templates.text("opening/openingMail", content), List.of());
    }
}
