package be.zelfscan.scan;

import be.zelfscan.question.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** In how many of the scans that were sent in a round there are hints, by kind: without whose they are, and without any text. */
public final class HintsInRound {
    private final Words words;
    private final Map<Hints.Kind, Integer> scansWith = new EnumMap<>(Hints.Kind.class);
    private int scans;

    HintsInRound(Words words) {
        this.words = words;
    }

    void add(List<Hints.OfKind> ofScan) {
        scans++;
        ofScan.forEach(hints -> scansWith.merge(hints.kind(), 1, Integer::sum));
    }

    int scans() {
        return scans;
    }

    /** A sentence for each kind that there is. */
    public List<String> sentences() {
        return scansWith.entrySet().stream()
                .map(counted -> "In %d van de %d verzonden zelfscans: %s.".formatted(counted.getValue(), scans,
                        counted.getKey().label(words)))
                .toList();
    }
}
