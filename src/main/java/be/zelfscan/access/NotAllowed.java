package be.zelfscan.access;

import be.zelfscan.organisation.Role;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;
import java.util.Set;

/** Somebody asked for what is not theirs. */
public final class NotAllowed extends Problem {
    private static final long serialVersionUID = 1L;

    private NotAllowed(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    /** Nothing of it is theirs; answered as if it does not exist. */
    public static NotAllowed notYours() {
        return new NotAllowed(HttpStatus.NOT_FOUND, "Deze pagina bestaat niet, of ze hoort bij een ander centrum.");
    }

    /** Theirs to see, not to do. */
    static NotAllowed otherRole(Set<Role> needed) {
        return new NotAllowed(HttpStatus.FORBIDDEN, needed.equals(Set.of(Role.director))
                ? "Dit kan alleen de directeur van jouw centrum doen."
                : "Deze pagina is niet bedoeld voor jouw rol.");
    }
}
