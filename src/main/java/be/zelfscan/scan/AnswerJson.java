package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.JSONB;

/** Answers as the database holds them: each that is in force or was, and all together in a sent scan. Thread-safe. */
@Singleton
public class AnswerJson {
    /** The content of a sent scan. It names nobody. */
    @Serdeable
    record Snapshot(List<Item> answers) {
        Snapshot {
            answers = answers == null ? List.of() : List.copyOf(answers);
        }

        @Serdeable
        record Item(String section, String question, int revision, @Nullable Answer answer, String note) {
            Item {
                note = note == null ? "" : note;
            }
        }

        static Snapshot of(Answers answers) {
            return new Snapshot(answers.all().stream()
                    .sorted(Comparator.comparing(GivenAnswer::section).thenComparing(GivenAnswer::question))
                    .map(given -> new Item(given.section(), given.question(), given.revision(), given.answer().orElse(null), given.note()))
                    .toList());
        }
    }

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

    /** The content of a sent scan with these answers. */
    String writeSent(Answers answers) {
        return write(Snapshot.of(answers));
    }

    /**
     * The answers of a sent scan, for who goes through many of them; for one there is {@link ScanReading}.
     *
     * @param content of {@code sent_scan}
     */
    public Answers readSent(String content, Instant sentAt) {
        return new Answers(read(content, Snapshot.class).answers().stream()
                .map(item -> new GivenAnswer(item.section(), item.question(), item.revision(), Optional.ofNullable(item.answer()),
                        item.note(), "", sentAt))
                .toList());
    }

    <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
