package be.zelfscan.web;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;

/** The fields of a posted form. A field can have several values; order is kept. */
public record Form(Map<String, List<String>> fields) {
    private static final int MOST_FIELDS = 1_000;

    /** Reads a body of the type {@code application/x-www-form-urlencoded}. */
    public static Form of(String body) {
        return new Form(
                new QueryStringDecoder(body == null ? "" : body, java.nio.charset.StandardCharsets.UTF_8, false, MOST_FIELDS).parameters());
    }

    /** The first value of a field; empty when it is not there. */
    public String first(String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }
}
