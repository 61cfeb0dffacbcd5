package be.zelfscan.report.opening;

import be.zelfscan.mail.Mail;
import be.zelfscan.mail.MailComposer;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.NoLongerWanted;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Person;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.Templates;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;

/** The mail that tells a director that another centre wants to open results to each other. */
@Singleton
class OpeningMail implements MailComposer {
    private final Offers offers;
    private final OrganisationRepository organisations;
    private final Templates templates;
    private final PublicAddress address;

    OpeningMail(Offers offers, OrganisationRepository organisations, Templates templates, PublicAddress address) {
        this.offers = offers;
        this.organisations = organisations;
        this.templates = templates;
        this.address = address;
    }

    /** Reads an offer in a transaction of its own, as a composer has none. */
    @Singleton
    static class Offers {
        private final OpeningRepository openings;

        Offers(OpeningRepository openings) {
            this.openings = openings;
        }

        @ReadOnly
        OpeningRepository.Offer of(Message message) {
            return openings.offer(message.subjectId()).filter(OpeningRepository.Offer::waiting)
                    .orElseThrow(() -> new NoLongerWanted("Het voorstel is intussen aanvaard, geweigerd of ingetrokken."));
        }
    }

    @Override
    public String kind() {
        return ChangeOpening.MAIL;
    }

    @Override
    public String label() {
        return "voorstel om resultaten open te zetten";
    }

    @Override
    public Mail compose(Message message) {
        Person person = organisations.personByEmail(message.recipient())
                .orElseThrow(() -> new NoLongerWanted("Niemand meldt zich nog met dit e-mailadres aan."));
        OpeningRepository.Offer offer = offers.of(message);
        OpeningPages.OfferMail mail = new OpeningPages.OfferMail(person.name(), offer.offering(), offer.round(), offer.notes(),
                address.of("/centrum/" + offer.accepting() + "/openstelling"));
        return new Mail("%s wil zijn resultaat naast dat van jullie leggen".formatted(offer.offering()), text(mail),
                templates.text("report/openingMail", mail), List.of());
    }

    private static String text(OpeningPages.OfferMail mail) {
        return """
                Dag %s

                %s stelt voor om de resultaten van de ronde ‘%s’ voor elkaar open te zetten. %s Jullie zien elkaars datagrafiek en antwoorden pas als jullie het voorstel aanvaarden. Beide centra kunnen er op elk moment weer mee stoppen.

                Bekijk het voorstel: %s
                """
                .formatted(mail.name(), mail.offering(), mail.round(), mail.notesSentence(), mail.link());
    }
}
