package be.zelfscan.mail;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells how far messages are. */
@Singleton
public class MessageLedger {
    private final MessageRepository messages;
    private final LedgerRepository ledger;
    private final Composers composers;

    MessageLedger(MessageRepository messages, LedgerRepository ledger, Composers composers) {
        this.messages = messages;
        this.ledger = ledger;
        this.composers = composers;
    }

    /** The messages about a subject, in the order in which they were put; at most 500. */
    @ReadOnly
    public List<MessageStatus> about(UUID subjectId) {
        return messages.about(subjectId);
    }

    /** How far the mails of a round are, and which of them did not arrive. */
    @ReadOnly
    public RoundMessages ofRound(UUID roundId) {
        List<RoundMessages.Kind> kinds = ledger.counts(roundId).entrySet().stream().map(kind -> kind(kind.getKey(), kind.getValue()))
                .toList();
        return new RoundMessages(kinds, ledger.failed(roundId).stream()
                .map(failure -> new RoundMessages.Failure(composers.label(failure.kind()), failure.recipient(), failure.answer()))
                .toList());
    }

    private RoundMessages.Kind kind(String kind, Map<MessageState, Integer> counts) {
        return new RoundMessages.Kind(kind, composers.label(kind),
                counts.getOrDefault(MessageState.waiting, 0) + counts.getOrDefault(MessageState.sending, 0),
                counts.getOrDefault(MessageState.delivered, 0), counts.getOrDefault(MessageState.failed, 0),
                counts.getOrDefault(MessageState.withdrawn, 0));
    }

    /** A page of the ledger. */
    record Page(LedgerFilter filter, List<LedgerEntry> entries, int total, List<LedgerRepository.RoundChoice> rounds) {}

    @ReadOnly
    Page page(LedgerFilter filter) {
        return new Page(filter, ledger.page(filter), ledger.count(filter), ledger.rounds());
    }
}
