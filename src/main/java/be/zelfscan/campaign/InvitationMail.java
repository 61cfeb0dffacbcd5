package be.zelfscan.campaign;

import be.zelfscan.campaign.RoundPartQueries.RoundPart;
import be.zelfscan.round.LastDay;
import be.zelfscan.round.RoundMail;
import be.zelfscan.text.BelgianDutch;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The mail that invites a centre to a round. */
@Singleton
class InvitationMail extends RoundMailComposer.OfPart {
    InvitationMail(Contents contents) {
        super(RoundMail.invitation, contents);
    }

    @Override
    Optional<String> objection(RoundPart part) {
        return part.round().isClosed() ? Optional.of("De ronde is intussen afgesloten.")
                : part.sent() ? Optional.of("Het centrum heeft zijn zelfscan al verzonden.") : Optional.empty();
    }

    @Override
    Letter letter(Content content) {
        RoundPart part = content.part();
        String title = "Uitnodiging voor de zelfscan van " + part.centreName();
        LastDay lastDay = content.lastDay();
        String period = "De ronde ‘%s’ loopt van %s tot en met %s.%s".formatted(part.round().title(),
                BelgianDutch.date(part.round().opensOn()),
                BelgianDutch.date(part.round().closesOn()), lastDay.isPast() ? " " + lastDay.sentence() : "");
        return content.ofCentre() ? new Letter(title, content.name(), List.of(
                "%s is uitgenodigd voor de zelfscan met ‘%s’. %s".formatted(part.centreName(), content.questionnaire().title(),
                        period),
                ("Wat jullie doen: het beleidsteam zit samen, overlegt over elk van de %s en legt vast waar het centrum vandaag staat, "
                        + "waar het naartoe wil en wat daarbij helpt of hindert. Reken daarvoor op één of twee namiddagen. Stoppen en later verdergaan "
                        + "kan altijd: alles wat jullie invullen, wordt meteen bewaard.")
                        .formatted(content.questionnaire().words().block().counted(content.questionnaire().blocks().size())),
                "Staat alles erin, dan leest de directeur het na en verzendt de zelfscan%s. Het resultaat volgt meteen daarna."
                        .formatted(lastDay.isPast() ? "" : ", uiterlijk op " + BelgianDutch.date(part.round().closesOn())),
                "Om vooraf te lezen en op papier te noteren is er een voorbereidingspakket met alle vragen."),
                Optional.of(new Link("Voorbereidingspakket (PDF)", content.preparation())),
                new Link("Naar de zelfscan", content.home()),
                List.of("Je meldt je aan met het e-mailadres waarop je deze mail kreeg; een wachtwoord is niet nodig.",
                        content.questionnaire().disclaimer()))
                : new Letter(title, content.name(), List.of(
                        "%s, dat voor jouw scholengroep werkt, is uitgenodigd voor de zelfscan met ‘%s’. %s".formatted(
                                part.centreName(),
                                content.questionnaire().title(), period),
                        "Het beleidsteam van het centrum trekt daar één of twee namiddagen voor uit. Zelf hoef je niets in te vullen; "
                                + "zolang het centrum niet verzendt, blijven zijn antwoorden binnen het centrum.",
                        "Wil je weten wat er gevraagd wordt? Alle vragen staan in het voorbereidingspakket."),
                        Optional.of(new Link("Voorbereidingspakket (PDF)", content.preparation())),
                        new Link("Naar Zelfscan", content.home()), List.of(content.questionnaire().disclaimer()));
    }
}
