package be.zelfscan.scan;

import jakarta.inject.Singleton;
import java.time.Instant;

/** Reads the content of sent scans as the database holds it, for who goes through many of them. For one there is {@link ScanReading}. Thread-safe. */
@Singleton
public class SentContent {
    private final AnswerJson json;

    SentContent(AnswerJson json) {
        this.json = json;
    }

    /** @param content of {@code sent_scan} */
    public Answers read(String content, Instant sentAt) {
        return json.read(content, Snapshot.class).toAnswers(sentAt);
    }
}
