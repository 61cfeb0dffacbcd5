package be.zelfscan.scan;

import java.util.UUID;

/** Looking back, before a scan begins, on what its centre chose and agreed in the round before; who keeps that stands above the scan. */
public interface LookingBack {
    /** Whether there is something to look back on. */
    boolean hasSubjects(ScanState state, UUID personId);
}
