package be.zelfscan.organisation.sheet;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** An upload that was confirmed already, or is too old. */
final class NoDraft extends Problem {
    private static final long serialVersionUID = 1L;

    NoDraft() {
        super(HttpStatus.NOT_FOUND,
                "Dit voorbeeld van een import bestaat niet meer: de import is al bevestigd, of het is langer dan een dag geleden."
                        + " Kies het bestand opnieuw bij Importeren en exporteren.");
    }
}
