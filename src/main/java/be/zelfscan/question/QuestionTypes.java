package be.zelfscan.question;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
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

    /** The types whose questions a mapper reads. */
    public static QuestionTypes of(ObjectMapper mapper) {
        try {
            return mapper.readValue("{}", QuestionTypes.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, by their ids. */
    public Collection<QuestionType> all() {
        return byId.values();
    }

    /** @throws IllegalArgumentException for a type that there is not; the schema lets none through */
    public QuestionType get(String id) {
        QuestionType type = byId.get(id);
        if (type == null) {
            throw new IllegalArgumentException("There is no type of question '%s'; there are %s".formatted(id, byId.keySet()));
        }
        return type;
    }

    /** A mapper that was made for itself alone has the types in it, and no other way to tell them. */
    @Singleton
    static final class Reader implements Deserializer<QuestionTypes> {
        private final QuestionTypes found;

        Reader(QuestionTypes found) {
            this.found = found;
        }

        @Override
        public QuestionTypes deserialize(Decoder decoder, DecoderContext context, Argument<? super QuestionTypes> type) throws IOException {
            decoder.skipValue();
            return found;
        }
    }
}
