package be.zelfscan.question;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of questions that there are: every bean that is one. Thread-safe. */
@Singleton
public class QuestionTypes {
    private final Map<String, QuestionType> byId;

    QuestionTypes(List<QuestionType> types) {
        byId = types.stream().collect(Collectors.toMap(QuestionType::id, Function.identity(), (one, other) -> {
            throw new IllegalStateException("Two types of questions are called " + one.id());
        }, TreeMap::new));
    }

    /** @throws IllegalArgumentException for a type that there is not; the schema lets none through */
    public QuestionType get(String id) {
        QuestionType type = byId.get(id);
        if (type == null) {
            throw new IllegalArgumentException("There is no type of question '%s'; there are %s".formatted(id, byId.keySet()));
        }
        return type;
    }
}
