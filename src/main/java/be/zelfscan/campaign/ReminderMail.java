package be.zelfscan.campaign;

import be.zelfscan.round.LastDay;
import be.zelfscan.round.RoundMail;
import be.zelfscan.web.BelgianDutch;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The mail that reminds a centre that its scan is not sent yet. It tells how much time is left, never what was answered. */
@Singleton
class ReminderMail extends RoundMailComposer.OfPart {
    ReminderMail(RoundMailDesk desk) {
        super(RoundMail.reminder, desk);
    }

    @Override
    Optional<String> objection(RoundPart part) {
        return part.isClosed() ? Optional.of("De ronde is intussen afgesloten.")
                : part.sent() ? Optional.of("Het centrum heeft zijn zelfscan intussen verzonden.") : Optional.empty();
    }

    @Override
    Letter letter(RoundMailDesk.Occasion occasion) {
        RoundPart part = occasion.part();
        TimeLeft left = new TimeLeft(part.opensOn(), part.closesOn(), occasion.today());
        String title = left.title(part.centreName());
        LastDay lastDay = new LastDay(part.closesOn(), occasion.today());
        String deadline = lastDay.sentence() + (lastDay.isPast() ? " Doe het zo snel mogelijk." : "");
        if (part.reopened().isPresent()) {
            return reopened(occasion, part.reopened().get(), title, deadline);
        }
        return occasion.ofCentre()
                ? new Letter(title, occasion.name(), List.of(
                        "Van %s is in de ronde ‘%s’ nog geen zelfscan verzonden. %s".formatted(part.centreName(), part.roundTitle(),
                                left.sentence()),
                        (part.started() ? "Jullie zijn begonnen, en wat er staat, is bewaard. "
                                : "Jullie zijn nog niet begonnen. Het gesprek in het "
                                        + "beleidsteam vraagt één of twee namiddagen; leg ze nu vast. ")
                                + deadline),
                        part.started() ? Optional.empty()
                                : Optional.of(new Letter.Link("Voorbereidingspakket (PDF)", occasion.preparation())),
                        new Letter.Link("Naar de zelfscan", occasion.home()),
                        List.of("Lukt het niet op tijd? Antwoord dan op deze mail, zodat we samen een oplossing zoeken."))
                : new Letter(title, occasion.name(), List.of(
                        "%s, dat voor jouw scholengroep werkt, heeft in de ronde ‘%s’ nog geen zelfscan verzonden. %s".formatted(
                                part.centreName(),
                                part.roundTitle(), left.sentence()),
                        deadline + " Zelf hoef je niets in te vullen; een woord van aanmoediging kan helpen."),
                        Optional.empty(), new Letter.Link("Naar Zelfscan", occasion.home()), List.of());
    }

    private static Letter reopened(RoundMailDesk.Occasion occasion, RoundPart.Reopened again, String title, String deadline) {
        RoundPart part = occasion.part();
        String counts = "Zolang %s niet opnieuw verzendt, telt wat het eerder verzond: nr. %d.".formatted(part.centreName(),
                again.number());
        return occasion.ofCentre()
                ? new Letter(title, occasion.name(), List.of(
                        "POC+ opende de verzonden zelfscan van %s in de ronde ‘%s’ op %s opnieuw. De reden: %s".formatted(part.centreName(),
                                part.roundTitle(), BelgianDutch.date(again.on()), again.reason()),
                        "Hij is sindsdien niet opnieuw verzonden. " + counts + " " + deadline),
                        Optional.empty(), new Letter.Link("Naar de zelfscan", occasion.home()),
                        List.of("Lukt het niet op tijd? Antwoord dan op deze mail, zodat we samen een oplossing zoeken."))
                : new Letter(title, occasion.name(), List.of(
                        "De zelfscan van %s, dat voor jouw scholengroep werkt, is in de ronde ‘%s’ op %s opnieuw geopend en sindsdien niet opnieuw verzonden."
                                .formatted(part.centreName(), part.roundTitle(), BelgianDutch.date(again.on())),
                        counts + " " + deadline + " Zelf hoef je niets in te vullen."),
                        Optional.empty(), new Letter.Link("Naar Zelfscan", occasion.home()), List.of());
    }
}
