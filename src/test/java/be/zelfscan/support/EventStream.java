package be.zelfscan.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Somebody who keeps a stream of events open, as a page does, and remembers what came. Close it after use. */
public final class EventStream implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** One event. */
    public record Event(String name, String data, long nanos) {}

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
    private final HttpResponse<InputStream> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    /** Connects with what the cookie of a session holds; whatever the answer is. */
    public EventStream(String address, String session) {
        try {
            response = client.send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/event-stream")
                    .header("Cookie", "zelfscan=" + session).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name, line.substring("data: ".length()), System.nanoTime()));
                }
            }
        } catch (IOException broken) {
            // as it ends when the service is gone
        } finally {
            ended = true;
        }
    }

    /** Waits for an event of this name with this in it. */
    public Event await(String name, String part) {
        Predicate<Event> isIt = event -> event.name().equals(name) && event.data().contains(part);
        Await.until(LIMIT, name + " with " + part + " in " + events, () -> events.stream().anyMatch(isIt));
        return events.stream().filter(isIt).findFirst().orElseThrow();
    }

    public void awaitEnd() {
        Await.until(LIMIT, "the end of the stream", () -> ended);
    }

    /** What came until now. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
