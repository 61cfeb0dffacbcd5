package be.zelfscan.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The fields of a posted form. A field can have several values; order is kept. */
public record Form(Map<String, List<String>> fields) {
    /** Many times what a page has for all centres and people of a net together. */
    private static final int MOST_FIELDS = 20_000;
    /** More than any page posts; only files may be larger, and those are no forms of this kind. */
    static final int MOST_BYTES = 1_048_576;
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Form NONE = new Form(Map.of());

    /** More than a page posts. */
    static final class TooLarge extends Problem {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                    "Dit is te veel in één keer: er is plaats voor 1 MB per pagina. Kort de toelichtingen in en bewaar opnieuw.");
        }
    }

    /** More fields than are read; the rest is not dropped in silence. */
    private static final class TooMany extends Problem {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super(HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                    "Dit zijn te veel velden in één keer: er is plaats voor 20.000. Er is niets bewaard. Kies er minder, en doe de rest "
                            + "daarna.");
        }
    }

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
        if (body != null && body.length() > MOST_BYTES) {
            throw new TooLarge();
        }
        try {
            Form form = new Form(
                    new QueryStringDecoder(body == null ? "" : body, StandardCharsets.UTF_8, false, MOST_FIELDS + 1).parameters());
            if (form.fields.values().stream().mapToInt(List::size).sum() > MOST_FIELDS) {
                throw new TooMany();
            }
            return form;
        } catch (IllegalArgumentException malformed) {
            throw new Unreadable();
        }
    }

    /** The form that comes with a request which nobody has read yet; without fields when there is none, or somebody has. */
    public static Mono<Form> unread(HttpRequest<?> request) {
        boolean form = request.getContentType().filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::matches).isPresent();
        if (!form || !(request instanceof ServerHttpRequest<?> unread)) {
            return Mono.just(NONE);
        }
        return Mono.defer(() -> Mono.fromFuture(unread.byteBody().buffer())).map(bytes -> {
            try (bytes) {
                return of(bytes.toString(StandardCharsets.UTF_8));
            }
        }).onErrorReturn(NONE);
    }

    /** A field as a page can post it again. */
    public record Field(String name, String value) {}

    /** All fields with their values, in order. */
    public List<Field> list() {
        return fields.entrySet().stream().flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                .toList();
    }

    /** The first value of a field; empty when it is not there. */
    public String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** All values of a field. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The id in a field; empty when there is none. */
    public Optional<UUID> id(String name) {
        return idOf(first(name));
    }

    /** All ids in a field; what is none is left out. */
    public Set<UUID> ids(String name) {
        return all(name).stream().map(Form::idOf).flatMap(Optional::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * An id as a page of ours writes it, in a field or an address; empty for anything else. {@link UUID#fromString} takes shorter ones too.
     */
    public static Optional<UUID> idOf(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
