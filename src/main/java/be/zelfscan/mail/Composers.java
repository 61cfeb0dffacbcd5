package be.zelfscan.mail;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The composers by kind; two of one kind are refused at the start. */
@Singleton
final class Composers {
    private final Map<String, MailComposer> byKind;

    Composers(List<MailComposer> composers) {
        byKind = composers.stream().collect(Collectors.toUnmodifiableMap(MailComposer::kind, Function.identity()));
    }

    /** As the interface words a kind, known or not. */
    String label(String kind) {
        return of(kind).map(MailComposer::label).orElse(kind);
    }

    /** The kinds and their labels, by label. */
    List<MailComposer> all() {
        return byKind.values().stream().sorted(Comparator.comparing(MailComposer::label)).toList();
    }

    /** The kinds that go before all others. */
    Set<String> urgent() {
        return byKind.values().stream().filter(MailComposer::isUrgent).map(MailComposer::kind).collect(Collectors.toUnmodifiableSet());
    }

    boolean isRepeatable(String kind) {
        return of(kind).filter(MailComposer::isRepeatable).isPresent();
    }

    Optional<MailComposer> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
