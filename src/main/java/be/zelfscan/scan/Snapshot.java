package be.zelfscan.scan;

import be.zelfscan.question.Answer;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The content of a sent scan, as the database holds it. It names nobody. */
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
        return new Snapshot(answers.all().stream().sorted(Comparator.comparing(GivenAnswer::section).thenComparing(GivenAnswer::question))
                .map(given -> new Item(given.section(), given.question(), given.revision(), given.answer().orElse(null), given.note()))
                .toList());
    }

    Answers toAnswers(Instant sentAt) {
        return new Answers(answers.stream()
                .map(item -> new GivenAnswer(item.section(), item.question(), item.revision(), Optional.ofNullable(item.answer()),
                        item.note(), "", sentAt))
                .toList());
    }
}
