package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The content of sent scans as the database holds it, also for who goes through many of them. For one there is {@link ScanReading}. Thread-safe. */
@Singleton
public class SentContent {
    /** It names nobody. */
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

    private final AnswerJson json;

    SentContent(AnswerJson json) {
        this.json = json;
    }

    String write(Answers answers) {
        return json.write(Snapshot.of(answers));
    }

    /** @param content of {@code sent_scan} */
    public Answers read(String content, Instant sentAt) {
        return new Answers(json.read(content, Snapshot.class).answers().stream()
                .map(item -> new GivenAnswer(item.section(), item.question(), item.revision(), Optional.ofNullable(item.answer()),
                        item.note(), "", sentAt))
                .toList());
    }
}
