package be.zelfscan.campaign;

import be.zelfscan.mail.Attachment;
import be.zelfscan.round.RoundMail;
import be.zelfscan.web.BelgianDutch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mail that tells that a round is closed, and where the result of the centre is. */
@Singleton
class RoundClosedMail extends RoundMailComposer {
    private final ClosingReports reports;

    RoundClosedMail(RoundMailDesk desk, ClosingReports reports) {
        super(RoundMail.round_closed, desk);
        this.reports = reports;
    }

    @Override
    List<Attachment> attachments(RoundMailDesk.Occasion occasion) {
        return occasion.part().lastSent().isEmpty() ? List.of() : reports.attachments(occasion);
    }

    @Override
    Optional<String> objection(RoundPart part) {
        return part.isClosed() ? Optional.empty() : Optional.of("De ronde is niet afgesloten.");
    }

    @Override
    Letter letter(RoundMailDesk.Occasion occasion) {
        RoundPart part = occasion.part();
        String title = "De ronde is afgesloten: zelfscan van " + part.centreName();
        String closed = "De ronde ‘%s’ is op %s afgesloten.".formatted(part.roundTitle(),
                BelgianDutch.date(part.closedOn().orElse(occasion.today())));
        if (part.lastSent().isEmpty()) {
            return new Letter(
                    title, occasion.name(), List.of(closed + " %s verzond in deze ronde geen zelfscan.".formatted(part.centreName()),
                            occasion.ofCentre() && part.started() ? "Wat jullie al invulden, blijft bewaard, maar verzenden kan niet meer."
                                    : "Verzenden kan niet meer."),
                    Optional.empty(), new Letter.Link("Naar Zelfscan", occasion.home()),
                    List.of("Klopt dit niet? Antwoord dan op deze mail."));
        }
        List<String> paragraphs = new ArrayList<>(List.of(
                closed + (occasion.ofCentre() ? " Bedankt voor het gesprek dat jullie voerden en voor jullie antwoorden." : ""),
                occasion.ofCentre()
                        ? "Het resultaat van %s blijft beschikbaar: de datagrafiek, alle antwoorden en het rapport als PDF. Neem het mee naar jullie beleidsplan."
                                .formatted(part.centreName())
                        : "Het resultaat van %s, dat voor jouw scholengroep werkt, vind je in Zelfscan: de datagrafiek, alle antwoorden en het rapport als PDF."
                                .formatted(part.centreName())));
        paragraphs.addAll(reports.sentences(occasion));
        return new Letter(title, occasion.name(), paragraphs,
                Optional.empty(), new Letter.Link("Bekijk het resultaat", occasion.result()),
                List.of(occasion.questionnaire().disclaimer()));
    }
}
