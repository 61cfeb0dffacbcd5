package be.zelfscan.web;

import io.micronaut.http.HttpStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The fields of a posted form. A field can have several values; order is kept. */
public record Form(Map<String, List<String>> fields) {
    private static final int MOST_FIELDS = 1_000;

    /** A body that is no form, though it says so. */
    private static final class Unreadable extends Problem {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(HttpStatus.BAD_REQUEST, "Deze opdracht is niet te begrijpen. Ga terug naar de pagina en probeer het opnieuw.");
        }
    }

    /**
     * Reads a body of the type {@code application/x-www-form-urlencoded}.
     *
     * @throws Problem when it is not
     */
    public static Form of(String body) {
        try {
            return new Form(new QueryStringDecoder(body == null ? "" : body, StandardCharsets.UTF_8, false, MOST_FIELDS).parameters());
        } catch (IllegalArgumentException malformed) {
            throw new Unreadable();
        }
    }

    /** The first value of a field; empty when it is not there. */
    public String first(String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }
}
