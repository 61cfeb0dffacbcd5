package be.zelfscan.activity;

import java.time.Instant;

/**
 * One line of the log.
 *
 * @param person name of who did it; {@link #SERVICE} for what the service did by itself
 * @param subject name of what it was done to, when it has one
 */
record ActivityEntry(long id, Instant at, String person, Action action, String subject, String detail) {
    /** Stands where nobody did it. */
    static final String SERVICE = "Zelfscan";

    /** What it was done to, in words. */
    String about() {
        return subject.isEmpty() || detail.contains(subject) ? detail : detail.isEmpty() ? subject : subject + ": " + detail;
    }
}
