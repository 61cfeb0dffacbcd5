package be.zelfscan.questionnaire;

import be.zelfscan.text.Names;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The instruments that the service has, every version of each, and the versions that something in the database pins though the service
 * brings them no more. Thread-safe.
 */
public final class Instruments {
    /** A version that the service does not bring, and that it cannot read from the database either. */
    static final class NotReadable extends Problem {
        private static final long serialVersionUID = 1L;

        NotReadable(QuestionnaireKey key) {
            super(HttpStatus.GONE, notReadable(key));
        }
    }

    private final Map<QuestionnaireKey, Definition> byKey;
    private final Function<QuestionnaireKey, Optional<Definition>> pinned;

    public Instruments(Collection<Definition> definitions) {
        this(definitions, key -> Optional.empty());
    }

    /** @param pinned where to look for a version that is not among the definitions */
    Instruments(Collection<Definition> definitions, Function<QuestionnaireKey, Optional<Definition>> pinned) {
        this.pinned = pinned;
        this.byKey = definitions.stream()
                .collect(Collectors.toUnmodifiableMap(definition -> definition.questionnaire().key(), Function.identity()));
    }

    /** @throws Problem with a sentence, when this service cannot read the version that something in the database pins */
    public Questionnaire get(QuestionnaireKey key) {
        return find(key).orElseThrow(() -> new NotReadable(key));
    }

    /** Says that {@link #get} cannot read a version, and what to do. */
    public static String notReadable(QuestionnaireKey key) {
        return ("De vragenlijst ‘%s’, versie %s, kan deze Zelfscan niet meer lezen. Wat ermee ingevuld is, staat er nog:"
                + " vraag wie Zelfscan beheert naar de uitgave waarin deze vragenlijst zat.").formatted(key.id(), key.version());
    }

    public Optional<Questionnaire> find(QuestionnaireKey key) {
        return definition(key).map(Definition::questionnaire);
    }

    public Optional<Definition> definition(QuestionnaireKey key) {
        return Optional.ofNullable(byKey.get(key)).or(() -> pinned.apply(key));
    }

    /** All definitions that the service brings, by id, the newest version of each first: those that a new round can take. */
    public List<Definition> all() {
        return byKey.values().stream()
                .sorted(Comparator.comparing((Definition d) -> d.questionnaire().id())
                        .thenComparing(d -> d.questionnaire().version(), Names.IN_ORDER.reversed()))
                .toList();
    }

    /**
     * A definition with the bytes it was read from, which is what a version is compared by.
     *
     * @param content the file as it was read, UTF-8
     */
    public record Definition(Questionnaire questionnaire, String content) {}
}
