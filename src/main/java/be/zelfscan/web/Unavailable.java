package be.zelfscan.web;

import be.zelfscan.database.Outage;
import io.micronaut.http.HttpStatus;
import java.util.Optional;

/** The database could not do it now; a moment later it may. What was posted can be sent again as it is, with the same key. */
public final class Unavailable extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient Outage outage;

    private Unavailable(Outage outage) {
        super(HttpStatus.SERVICE_UNAVAILABLE,
                "Zelfscan kan nu even niet bij de gegevens. Wat eerder bewaard was, is er nog. Wacht een halve minuut en probeer het dan opnieuw.");
        this.outage = outage;
    }

    /** What to say of this, when the reason is an outage; anything else is an error of ours. */
    public static Optional<Unavailable> of(Throwable problem) {
        return problem instanceof Unavailable already ? Optional.of(already) : Outage.of(problem).map(Unavailable::new);
    }

    /** For the log. */
    String reason() {
        return outage.reason();
    }
}
