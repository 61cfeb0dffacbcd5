package be.zelfscan.round;

import be.zelfscan.text.BelgianDutch;
import java.time.LocalDate;

/**
 * The last day of the plan of an open round. Nothing ends by itself on it: the round is open until somebody closes it. Pure.
 *
 * @param today in Belgium, as the day itself
 */
public record LastDay(LocalDate day, LocalDate today) {
    public boolean isPast() {
        return day.isBefore(today);
    }

    /** Until when one can send, as a sentence. */
    public String sentence() {
        return isPast() ? "De laatste dag was %s; de ronde is nog open, dus verzenden kan nog.".formatted(BelgianDutch.date(day))
                : "Verzenden kan tot en met %s.".formatted(BelgianDutch.date(day));
    }
}
