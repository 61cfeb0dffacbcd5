package be.zelfscan.campaign;

import be.zelfscan.web.BelgianDutch;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How far the period of a round is, in words. Pure.
 *
 * @param opensOn first day
 * @param closesOn last day
 */
record TimeLeft(LocalDate opensOn, LocalDate closesOn, LocalDate today) {
    private static final int LAST_MONTH = 31;

    /** Until the last day; below zero when that is behind us. */
    long days() {
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
        String period = "De periode loopt van %s tot en met %s".formatted(BelgianDutch.date(opensOn), BelgianDutch.date(closesOn));
        if (days() < 0 || days() > LAST_MONTH || today.isBefore(opensOn)) {
            return period + ".";
        }
        return "%s; vandaag is dag %d van de %d.".formatted(period, ChronoUnit.DAYS.between(opensOn, today) + 1,
                ChronoUnit.DAYS.between(opensOn, closesOn) + 1);
    }
}
