package be.zelfscan.campaign;

import be.zelfscan.campaign.RoundPartQueries.RoundPart;
import be.zelfscan.question.Word;
import be.zelfscan.questionnaire.Questionnaire;
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
        String runs = lastDay.isPast() ? "De ronde ‘%s’ was voorzien van %s tot en met %s; ze is nog open, dus verzenden kan nog."
                : "De ronde ‘%s’ loopt van %s tot en met %s.";
        String period = runs.formatted(part.round().title(), BelgianDutch.date(part.round().opensOn()),
                BelgianDutch.date(part.round().closesOn()));
        return content.ofCentre() ? new Letter(title, content.name(), List.of(
                "%s is uitgenodigd voor de zelfscan met ‘%s’. %s".formatted(part.centreName(), content.questionnaire().title(),
                        period),
                asked(content) + " Stoppen en later verdergaan kan altijd: alles wat jullie invullen, wordt meteen bewaard.",
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
                        (content.asksTheWay() ? "Het beleidsteam van het centrum trekt daar één of twee namiddagen voor uit."
                                : "Het centrum vult de vragenlijst samen in.")
                                + " Zelf hoef je niets in te vullen; zolang het centrum niet verzendt, blijven zijn antwoorden binnen het "
                                + "centrum.",
                        "Wil je weten wat er gevraagd wordt? Alle vragen staan in het voorbereidingspakket."),
                        Optional.of(new Link("Voorbereidingspakket (PDF)", content.preparation())),
                        new Link("Naar Zelfscan", content.home()), List.of(content.questionnaire().disclaimer()));
    }

    private static String asked(Content content) {
        Questionnaire questionnaire = content.questionnaire();
        Word block = questionnaire.words().block();
        if (content.asksTheWay()) {
            int blocks = questionnaire.blocks().size();
            return ("Wat jullie doen: het beleidsteam zit samen, overlegt over %s en legt vast waar het centrum vandaag staat, waar het "
                    + "naartoe wil en wat daarbij helpt of hindert. Reken daarvoor op één of twee namiddagen.")
                    .formatted(blocks == 1 ? block.theOne() : "elk van de " + block.counted(blocks));
        }
        return ("Wat jullie doen: jullie zitten samen, overleggen over %s en leggen vast wat jullie antwoorden. Hoe jullie dat aanpakken, "
                + "staat in de inleiding.")
                .formatted(block.countedInWords(questionnaire.clusters().stream().mapToLong(cluster -> cluster.sections().size()).sum()));
    }
}
