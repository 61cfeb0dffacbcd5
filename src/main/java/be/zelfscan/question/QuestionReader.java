package be.zelfscan.question;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.LimitingStream;
import io.micronaut.serde.support.util.JsonNodeDecoder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a question of a definition: what all have, and what its type knows. */
@Singleton
class QuestionReader implements Deserializer<Question> {
    private final QuestionTypes types;

    QuestionReader(QuestionTypes types) {
        this.types = types;
    }

    @Override
    public Question deserialize(Decoder decoder, DecoderContext context, Argument<? super Question> argument) throws IOException {
        JsonNode json = decoder.decodeNode();
        QuestionType type = types.get(text(json, "type"));
        String use = text(json, "role");
        return new Question(type, text(json, "id"), text(json, "label"), text(json, "shortLabel"), text(json, "hint"),
                text(json, "source"), json.get("required") != null && json.get("required").getBooleanValue(), text(json, "note"),
                use.isEmpty() ? type.use() : use, text(json, "notDiscussed"),
                Optional.ofNullable(json.get("visibleWhen")).map(QuestionReader::condition),
                own(json, context, Argument.of(type.own())));
    }

    private static Condition condition(JsonNode json) {
        if (json.get("any") != null) {
            return new Condition.Any(conditions(json.get("any")));
        }
        if (json.get("all") != null) {
            return new Condition.All(conditions(json.get("all")));
        }
        if (json.get("not") != null) {
            return new Condition.Not(condition(json.get("not")));
        }
        Condition.On on = new Condition.On(text(json, "section"), text(json, "question"));
        JsonNode is = json.get("is");
        if (is != null) {
            return new Condition.Is(on, is.isArray() ? texts(is) : List.of(is.getStringValue()));
        }
        return json.get("has") != null ? new Condition.Has(on, text(json, "has"))
                : new Condition.Answered(on, json.get("answered").getBooleanValue());
    }

    private static List<Condition> conditions(JsonNode json) {
        List<Condition> conditions = new ArrayList<>();
        json.values().forEach(one -> conditions.add(condition(one)));
        return List.copyOf(conditions);
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.values().forEach(one -> texts.add(one.getStringValue()));
        return List.copyOf(texts);
    }

    private static <O> O own(JsonNode json, DecoderContext context, Argument<O> own) throws IOException {
        Deserializer<? extends O> reader = context.findDeserializer(own).createSpecific(context, own);
        return reader.deserialize(JsonNodeDecoder.create(json, LimitingStream.DEFAULT_LIMITS), context, own);
    }

    private static String text(JsonNode json, String property) {
        JsonNode value = json.get(property);
        return value == null ? "" : value.getStringValue();
    }
}
