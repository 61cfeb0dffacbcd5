package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.JSONB;

/** An answer as the database holds it. */
@Singleton
class AnswerJson {
    private static final int LONGEST_REMEMBERED = 200;
    private static final int MOST_REMEMBERED = 4_096;

    private final ObjectMapper mapper;
    /** Most answers are the same few short texts; what a text says never changes, so that one reading does for all. */
    private final ConcurrentMap<String, Answer> remembered = new ConcurrentHashMap<>();

    AnswerJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer that a column holds; empty where it is null. */
    Optional<Answer> answer(@Nullable JSONB value) {
        return Optional.ofNullable(value).map(JSONB::data).map(this::read);
    }

    Answer read(String json) {
        if (json.length() > LONGEST_REMEMBERED) {
            return read(json, Answer.class);
        }
        Answer known = remembered.get(json);
        return known == null ? remember(json) : known;
    }

    private Answer remember(String json) {
        Answer answer = read(json, Answer.class);
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(json, answer);
        return answer;
    }

    <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
