package be.zelfscan.scan;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;
import java.util.List;

/** A scan was sent while something is still open. */
public class IncompleteScan extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient List<Progress.OpenPoint> open;

    IncompleteScan(List<Progress.OpenPoint> open) {
        super(HttpStatus.UNPROCESSABLE_ENTITY, "Er is nog niets verzonden: "
                + (open.isEmpty() ? "er is nog geen enkel antwoord."
                        : open.size() == 1 ? "één antwoord ontbreekt nog." : open.size() + " antwoorden ontbreken nog."));
        this.open = List.copyOf(open);
    }

    public List<Progress.OpenPoint> open() {
        return open;
    }
}
