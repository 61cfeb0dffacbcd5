package be.zelfscan.questionnaire;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The instruments that the service has, every version of each. Immutable and thread-safe. */
public final class Instruments {
    private final Map<QuestionnaireKey, Definition> byKey;

    public Instruments(Collection<Definition> definitions) {
        this.byKey = definitions.stream()
                .collect(Collectors.toUnmodifiableMap(definition -> definition.questionnaire().key(), Function.identity()));
    }

    /** @throws IllegalStateException when this service does not have the version that something in the database pins */
    public Questionnaire get(QuestionnaireKey key) {
        return find(key).orElseThrow(() -> new IllegalStateException("No definition of " + key + " on this service"));
    }

    public Optional<Questionnaire> find(QuestionnaireKey key) {
        return Optional.ofNullable(byKey.get(key)).map(Definition::questionnaire);
    }

    /** All definitions, by id and version. */
    public List<Definition> all() {
        return byKey.values().stream()
                .sorted(Comparator.comparing((Definition d) -> d.questionnaire().id()).thenComparing(d -> d.questionnaire().version()))
                .toList();
    }

    /**
     * A definition with the bytes it was read from, which is what a version is compared by.
     *
     * @param content the file as it was read, UTF-8
     */
    public record Definition(Questionnaire questionnaire, String content) {}
}
