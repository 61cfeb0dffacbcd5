package be.zelfscan.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * Which messages of the ledger are asked.
 *
 * @param page from 1
 */
record LedgerFilter(Optional<UUID> roundId, Optional<String> kind, Optional<MessageState> state, int page) {
    /** Messages on one page. */
    static final int PAGE_SIZE = 50;

    int offset() {
        return (page - 1) * PAGE_SIZE;
    }
}
