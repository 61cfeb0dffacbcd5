package be.zelfscan.round;

import be.zelfscan.web.BelgianDutch;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;
import java.time.LocalDate;

/** Something was answered, begun or sent in a round that is not open. */
public final class RoundClosed extends Problem {
    private static final long serialVersionUID = 1L;

    public RoundClosed(String title, LocalDate closesOn) {
        super(HttpStatus.CONFLICT,
                ("De ronde ‘%s’ is afgesloten; de laatste dag was %s. Er kan niets meer ingevuld of verzonden worden. "
                        + "Moet er nog iets veranderen, neem dan contact op met POC+.").formatted(title, BelgianDutch.date(closesOn)));
    }
}
