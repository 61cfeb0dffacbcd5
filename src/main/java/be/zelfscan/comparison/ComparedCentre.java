package be.zelfscan.comparison;

import java.util.Optional;
import java.util.UUID;

/**
 * A centre in a round.
 *
 * @param name as it was when the round closed
 * @param sentScanId the newest snapshot that it sent, which is what counts; empty when it sent none, and counts nowhere
 */
public record ComparedCentre(UUID id, String name, Optional<UUID> sentScanId) {
    public boolean sent() {
        return sentScanId.isPresent();
    }
}
