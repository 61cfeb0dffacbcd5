package be.zelfscan.campaign;

import be.zelfscan.campaign.RoundPartQueries.RoundPart;
import be.zelfscan.round.LastDay;
import be.zelfscan.round.RoundMail;
import be.zelfscan.text.BelgianDutch;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The mail that reminds a centre that its scan is not sent yet. It tells how much time is left, never what was answered. */
@Singleton
class ReminderMail extends RoundMailComposer.OfPart {
    ReminderMail(Contents contents) {
        super(RoundMail.reminder, contents);
    }

    @Override
    Optional<String> objection(RoundPart part) {
        return part.round().isClosed() ? Optional.of("De ronde is intussen afgesloten.")
                : part.sent() ? Optional.of("Het centrum heeft zijn zelfscan intussen verzonden.") : Optional.empty();
    }

    @Override
    Letter letter(Content content) {
        RoundPart part = content.part();
        TimeLeft left = new TimeLeft(part.round().opensOn(), part.round().closesOn(), content.today());
        String title = left.title(part.centreName());
        LastDay lastDay = content.lastDay();
        String deadline = lastDay.sentence() + (lastDay.isPast() ? " Doe het zo snel mogelijk." : "");
        if (part.reopened().isPresent()) {
            return reopened(content, part.reopened().get(), title, deadline);
        }
        return content.ofCentre()
                ? new Letter(title, content.name(), List.of(
                        "Van %s is in de ronde ‘%s’ nog geen zelfscan verzonden. %s".formatted(part.centreName(), part.round().title(),
                                left.sentence()),
                        begun(content) + " " + deadline),
                        part.started() ? Optional.empty()
                                : Optional.of(new Link("Voorbereidingspakket (PDF)", content.preparation())),
                        new Link("Naar de zelfscan", content.home()),
                        List.of(otherwise(lastDay)))
                : new Letter(title, content.name(), List.of(
                        "%s, dat voor jouw scholengroep werkt, heeft in de ronde ‘%s’ nog geen zelfscan verzonden. %s".formatted(
                                part.centreName(),
                                part.round().title(), left.sentence()),
                        deadline + " Zelf hoef je niets in te vullen; een woord van aanmoediging kan helpen."),
                        Optional.empty(), new Link("Naar Zelfscan", content.home()), List.of());
    }

    private static String begun(Content content) {
        return content.part().started() ? "Jullie zijn begonnen, en wat er staat, is bewaard."
                : "Jullie zijn nog niet begonnen. " + (content.asksTheWay()
                        ? "Het gesprek in het beleidsteam vraagt één of twee namiddagen; leg ze nu vast."
                        : "Leg nu een moment vast om samen te zitten.");
    }

    private static String otherwise(LastDay lastDay) {
        return "Lukt het niet%s? Antwoord dan op deze mail, zodat we samen een oplossing zoeken."
                .formatted(lastDay.isPast() ? "" : " op tijd");
    }

    private static Letter reopened(Content content, RoundPart.Reopened again, String title, String deadline) {
        RoundPart part = content.part();
        String counts = "Zolang %s niet opnieuw verzendt, telt wat het eerder verzond: nr. %d.".formatted(part.centreName(),
                again.number());
        return content.ofCentre()
                ? new Letter(title, content.name(), List.of(
                        "POC+ opende de verzonden zelfscan van %s in de ronde ‘%s’ op %s opnieuw. De reden: %s".formatted(part.centreName(),
                                part.round().title(), BelgianDutch.date(again.on()), again.reason()),
                        "Hij is sindsdien niet opnieuw verzonden. " + counts + " " + deadline),
                        Optional.empty(), new Link("Naar de zelfscan", content.home()),
                        List.of(otherwise(content.lastDay())))
                : new Letter(title, content.name(), List.of(
                        "De zelfscan van %s, dat voor jouw scholengroep werkt, is in de ronde ‘%s’ op %s opnieuw geopend en sindsdien niet opnieuw verzonden."
                                .formatted(part.centreName(), part.round().title(), BelgianDutch.date(again.on())),
                        counts + " " + deadline + " Zelf hoef je niets in te vullen."),
                        Optional.empty(), new Link("Naar Zelfscan", content.home()), List.of());
    }

    /**
     * How far the period of a round is, in words.
     *
     * @param opensOn first day
     * @param closesOn last day
     */
    record TimeLeft(LocalDate opensOn, LocalDate closesOn, LocalDate today) {
        private static final int LAST_MONTH = 31;

        /** Until the last day; below zero when that is behind us. */
        private long days() {
            return ChronoUnit.DAYS.between(today, closesOn);
        }

        /** "Nog 14 dagen", "Nog één dag", "Vandaag is de laatste dag", "De laatste dag is voorbij". */
        String words() {
            return days() < 0 ? "De laatste dag is voorbij" : days() == 0 ? "Vandaag is de laatste dag" : days() == 1 ? "Nog één dag"
                    : "Nog " + days() + " dagen";
        }

        /** What a reminder is about; the days are counted down only in the last month. */
        String title(String centre) {
            return days() > LAST_MONTH ? "Herinnering voor de zelfscan van %s: tot en met %s".formatted(centre, BelgianDutch.date(closesOn))
                    : "%s voor de zelfscan van %s".formatted(words(), centre);
        }

        /** A sentence with the period and, in the last month, how much of it is gone. */
        String sentence() {
            String period = (days() < 0 ? "De periode liep van %s tot en met %s" : "De periode loopt van %s tot en met %s")
                    .formatted(BelgianDutch.date(opensOn), BelgianDutch.date(closesOn));
            if (days() < 0 || days() > LAST_MONTH || today.isBefore(opensOn)) {
                return period + ".";
            }
            return "%s; vandaag is dag %d van de %d.".formatted(period, ChronoUnit.DAYS.between(opensOn, today) + 1,
                    ChronoUnit.DAYS.between(opensOn, closesOn) + 1);
        }
    }
}
