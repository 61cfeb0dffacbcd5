package be.zelfscan.organisation;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** Something that does not exist, or no longer. */
final class NotThere extends Problem {
    private static final long serialVersionUID = 1L;

    private NotThere(String what) {
        super(HttpStatus.NOT_FOUND, what + " bestaat niet (meer). Ga terug naar de lijst van scholengroepen en centra en kies opnieuw.");
    }

    static NotThere schoolGroup() {
        return new NotThere("Deze scholengroep");
    }

    static NotThere centre() {
        return new NotThere("Dit centrum");
    }

    static NotThere site() {
        return new NotThere("Deze vestiging");
    }

    static NotThere person() {
        return new NotThere("Deze persoon");
    }
}
