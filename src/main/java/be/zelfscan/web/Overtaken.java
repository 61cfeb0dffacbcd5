package be.zelfscan.web;

import io.micronaut.http.HttpStatus;
import java.util.List;

/** Somebody changed what a form edits after the form was shown: nothing is written, and both are shown. */
public final class Overtaken extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient List<FormContent.Difference> differences;

    private Overtaken(List<FormContent.Difference> differences) {
        super(HttpStatus.CONFLICT,
                "Intussen is dit gewijzigd. Er is niets bewaard. Ga terug, laad de pagina opnieuw en kijk wat er nu staat.");
        this.differences = differences;
    }

    /**
     * Call it in the transaction that writes, with what it writes over held.
     *
     * @param seen the version that came with the form; a form without one has seen nothing
     * @throws Overtaken unless that is the version of what is kept now, or what was typed is what is kept
     */
    public static void check(String seen, FormContent kept, FormContent typed) {
        List<FormContent.Difference> differences = kept.differences(typed);
        if (!differences.isEmpty() && !kept.version().equals(seen)) {
            throw new Overtaken(differences);
        }
    }

    public List<FormContent.Difference> differences() {
        return differences;
    }
}
