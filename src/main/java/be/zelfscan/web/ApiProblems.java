package be.zelfscan.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Problems as programs read them (RFC 9457): the sentence that a person would read, in JSON. */
@Singleton
public class ApiProblems {
    private static final String ADDRESSES = "/api/v1/";
    private static final String WAIT_SECONDS = "60";

    /** @param reference by which the logged cause is found; none when there is nothing to find */
    @Serdeable
    record Content(String type, String title, int status, String detail, @Nullable String reference) {}

    private final ObjectMapper mapper;

    ApiProblems(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Whether programs read this path, so that what they get is JSON. */
    public static boolean isForProgram(String path) {
        return path.startsWith(ADDRESSES);
    }

    MutableHttpResponse<?> of(HttpStatus status, String sentence, String reference) {
        Content content = new Content("about:blank", status.getReason(), status.getCode(), sentence,
                reference.isEmpty() ? null : reference);
        MutableHttpResponse<byte[]> response = HttpResponse.<byte[]>status(status).body(json(content))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
        return switch (status) {
            case UNAUTHORIZED -> response.header("WWW-Authenticate", "Bearer realm=\"Zelfscan\"");
            case TOO_MANY_REQUESTS -> response.header("Retry-After", WAIT_SECONDS);
            default -> response;
        };
    }

    private byte[] json(Content content) {
        try {
            return mapper.writeValueAsBytes(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
