package be.zelfscan.access;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** Somebody asked for what is not theirs. */
public final class NotAllowed extends Problem {
    private static final long serialVersionUID = 1L;

    private NotAllowed(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    /** Nothing of the centre is theirs; answered as if it does not exist. */
    static NotAllowed notYours() {
        return new NotAllowed(HttpStatus.NOT_FOUND, "Deze pagina bestaat niet, of ze hoort bij een ander centrum.");
    }

    /** Theirs to see, not to do. */
    static NotAllowed otherRole() {
        return new NotAllowed(HttpStatus.FORBIDDEN, "Dit kan alleen de directeur van jouw centrum doen.");
    }
}
