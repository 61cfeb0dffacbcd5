package be.zelfscan.mail;

import java.util.List;

/**
 * How far the mails of a round are. A mail that was sent again counts once, as its latest.
 *
 * @param kinds per kind of mail, in the order in which the kinds were first put
 * @param failed those that were given up, the newest first; at most {@link #MOST_FAILED}
 */
public record RoundMessages(List<Kind> kinds, List<Failure> failed) {
    public static final int MOST_FAILED = 50;

    /**
     * @param label as the interface words the kind
     * @param underWay those that wait or are being handed over
     * @param withdrawn those that were of no use any more before they left
     */
    public record Kind(String kind, String label, int underWay, int delivered, int failed, int withdrawn) {
        /** All that should reach somebody. */
        public int total() {
            return underWay + delivered + failed;
        }

        /** "37 van 40 afgeleverd, 2 onderweg, 1 mislukt". */
        public String words() {
            return "%d van %d afgeleverd".formatted(delivered, total()) + part(underWay, "onderweg") + part(failed, "mislukt")
                    + part(withdrawn, "vervallen");
        }

        private static String part(int count, String what) {
            return count == 0 ? "" : ", %d %s".formatted(count, what);
        }
    }

    /**
     * @param kind as the interface words it
     * @param answer the last word of the mail server, or why the mail was given up
     */
    public record Failure(String kind, String recipient, String answer) {}

    /** Whether something will still happen by itself. */
    public boolean isUnderWay() {
        return kinds.stream().anyMatch(kind -> kind.underWay() > 0);
    }
}
