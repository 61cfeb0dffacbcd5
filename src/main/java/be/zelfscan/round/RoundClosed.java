package be.zelfscan.round;

import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;
import java.time.LocalDate;
import java.util.Optional;

/** Something was answered, begun or sent in a round that is not open. */
public final class RoundClosed extends Problem {
    private static final long serialVersionUID = 1L;

    /** @param closedOn the day on which it was closed, which need not be the last day of its plan */
    public RoundClosed(String title, Optional<LocalDate> closedOn) {
        super(HttpStatus.CONFLICT,
                ("De ronde ‘%s’ is afgesloten%s. Er kan niets meer ingevuld of verzonden worden. "
                        + "Moet er nog iets veranderen, neem dan contact op met POC+.").formatted(title,
                                closedOn.map(day -> " op " + BelgianDutch.date(day)).orElse("")));
    }
}
