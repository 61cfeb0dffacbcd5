package be.zelfscan.scan;

import java.util.Set;
import java.util.UUID;

/**
 * Something of a scan changed, for whoever keeps open pages up to date; published in the transaction of the change, of use after it
 * commits.
 *
 * @param personId who did it
 * @param section in which was answered; empty when the scan as a whole was sent or opened again
 * @param questions to which something new was written
 */
public record ScanChanged(UUID scanId, UUID personId, String section, Set<String> questions) {
    public ScanChanged {
        questions = Set.copyOf(questions);
    }

    /** That it was sent, or opened again. */
    static ScanChanged asWhole(UUID scanId, UUID personId) {
        return new ScanChanged(scanId, personId, "", Set.of());
    }
}
