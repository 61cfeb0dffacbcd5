package be.zelfscan.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message in the ledger.
 *
 * @param formerly the address for which it was put, or to which the one went whose place it took; empty when that is the same
 * @param dueAt of a message that waits: when it is tried
 * @param about the centre and the round that it is about, as far as it has them: empty when not
 * @param settled whether another message took its place
 */
record LedgerEntry(UUID id, String kind, String recipient, Optional<String> formerly, int number, MessageState state, int tries,
        Instant createdAt, Instant dueAt,
        Optional<Instant> deliveredAt, String lastAnswer, Optional<UUID> roundId, About about, boolean settled) {

    /** Names; empty where there is none. */
    record About(String centre, String round) {}
}
