package be.zelfscan.organisation;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** A person who cannot be removed. */
final class CannotRemove extends Problem {
    private static final long serialVersionUID = 1L;

    private CannotRemove(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    static CannotRemove unknown() {
        return new CannotRemove(HttpStatus.NOT_FOUND, "Deze persoon bestaat niet. Kies iemand uit de lijst van mensen.");
    }

    static CannotRemove yourself() {
        return new CannotRemove(HttpStatus.CONFLICT, "Jezelf verwijderen kan niet. Vraag het aan iemand anders van POC+.");
    }

    static CannotRemove lastOfSupport() {
        return new CannotRemove(HttpStatus.CONFLICT,
                "Dit is de laatste persoon van POC+ die zich nog kan aanmelden. Geef eerst iemand anders die rol.");
    }
}
