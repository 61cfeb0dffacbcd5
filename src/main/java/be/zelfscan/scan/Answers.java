package be.zelfscan.scan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The answers in force of one scan, or of a part of it. Immutable. */
public final class Answers {
    private record Place(String section, String question) {}

    private final Map<Place, GivenAnswer> byPlace;

    public Answers(Collection<GivenAnswer> answers) {
        byPlace = answers.stream()
                .collect(Collectors.toUnmodifiableMap(given -> new Place(given.section(), given.question()), Function.identity()));
    }

    /** The answer in force; revision 0 where nobody has answered. */
    public GivenAnswer at(String section, String question) {
        GivenAnswer given = byPlace.get(new Place(section, question));
        return given == null ? GivenAnswer.none(section, question) : given;
    }

    /** The answer of a kind, when one was given. */
    public <A extends Answer> Optional<A> answer(String section, String question, Class<A> kind) {
        return at(section, question).answer().filter(kind::isInstance).map(kind::cast);
    }

    /** These answers, with those of the other in the place of their own. */
    Answers with(Collection<GivenAnswer> newer) {
        Map<Place, GivenAnswer> merged = new HashMap<>(byPlace);
        newer.forEach(given -> merged.put(new Place(given.section(), given.question()), given));
        return new Answers(merged.values());
    }

    public boolean isEmpty() {
        return byPlace.isEmpty();
    }

    public List<GivenAnswer> all() {
        return List.copyOf(byPlace.values());
    }
}
