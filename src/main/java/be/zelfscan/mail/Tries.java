package be.zelfscan.mail;

import java.time.Duration;
import java.util.List;

/** How often and how soon a message is tried again: ten times in some three days. */
final class Tries {
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10),
            Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(24),
            Duration.ofHours(24));

    static final int MOST = PAUSES.size() + 1;

    private Tries() {}

    /** The pause after a try that did not succeed, the first being 1; not after the last. */
    static Duration pauseAfter(int tries) {
        return PAUSES.get(tries - 1);
    }
}
