package be.zelfscan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said goes out in as few notifications as PostgreSQL takes it in. */
class BroadcastTest {
    @Test
    void whatIsSaidAtOnceGoesOutTogetherAndOnce() {
        assertThat(Broadcast.payloads(List.of("één", "twee", "één"))).containsExactly("één\ntwee");
        assertThat(Broadcast.payloads(List.of())).isEmpty();
    }

    @Test
    void noNotificationIsLongerThanPostgreSqlTakesAndNothingIsLeftOut() {
        List<String> messages = IntStream.range(0, 500).mapToObj(i -> "bericht nummer " + i + " " + "é".repeat(i % 90)).toList();
        List<String> payloads = Broadcast.payloads(messages);

        assertThat(payloads).allSatisfy(payload -> assertThat(payload.getBytes(StandardCharsets.UTF_8).length).isLessThan(8_000));
        assertThat(payloads.stream().flatMap(payload -> List.of(payload.split("\n")).stream())).containsExactlyElementsOf(messages);
        assertThat(payloads).hasSizeLessThan(20);
    }
}
