package be.zelfscan.web;

import be.zelfscan.database.Outage;
import be.zelfscan.web.Problem.Trace;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Problems as pages: a clear sentence for what a person can mend, a reference for what only we can. */
@Singleton
public class ProblemPages {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String RETRY_AFTER_SECONDS = "5";

    /**
     * What the page of a problem shows.
     *
     * @param reference by which the logged cause is found; empty when there is nothing to find
     */
    public record ProblemPage(PageLayout layout, HttpStatus status, String sentence, String reference) {
        /** Who it is may not be known because something is wrong on our side. */
        public boolean signInHelps() {
            return !layout.isSignedIn() && status.getCode() < 500;
        }
    }

    /**
     * What the page shows of something that may well work in a moment.
     *
     * @param address what was asked for
     * @param posted what was posted to it; none when nothing was, or when it cannot be known any more
     */
    public record AgainPage(PageLayout layout, String sentence, boolean write, String address, List<Form.Field> posted) {
        /** What a person wrote: every text of more than one word. */
        public List<String> written() {
            return posted.stream().map(Form.Field::value).map(String::strip).filter(value -> value.contains(" ")).toList();
        }
    }

    /** Tells a script that the service itself says so, and not something on the way to it. */
    private static final String MARK = "Zelfscan-Problem";

    private final Templates templates;
    private final PageLayouts layouts;
    private final ApiProblems forPrograms;

    ProblemPages(Templates templates, PageLayouts layouts, ApiProblems forPrograms) {
        this.templates = templates;
        this.layouts = layouts;
        this.forPrograms = forPrograms;
    }

    /** A page, for a part of a page only the sentence, for a program JSON. */
    public MutableHttpResponse<?> of(HttpRequest<?> request, HttpStatus status, String sentence) {
        return page(request, status, sentence, "");
    }

    /**
     * A page for an error of ours; the cause is logged under the reference that the page shows, without the address, which can open
     * something.
     */
    MutableHttpResponse<?> ofError(HttpRequest<?> request, Throwable cause) {
        byte[] bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        String reference = HexFormat.of().formatHex(bytes).toUpperCase(java.util.Locale.ROOT);
        LOG.error("Reference {}: {} {} failed", reference, request.getMethod(), Trace.route(request), cause);
        return page(request, HttpStatus.INTERNAL_SERVER_ERROR, "Er ging iets mis aan onze kant. Wat eerder bewaard was, is er nog.",
                reference);
    }

    /** A page from which the same can be asked again, with all that was posted; for a controller that has read the form itself, too. */
    public MutableHttpResponse<?> ofOutage(HttpRequest<?> request, Unavailable unavailable, Form posted) {
        LOG.warn("A request could not be answered: {}", unavailable.reason());
        if (ApiProblems.isForProgram(request.getPath()) || isPart(request)) {
            return of(request, unavailable.status(), unavailable.sentence());
        }
        String address = request.getUri().toString();
        AgainPage page = new AgainPage(layouts.of(request, "Even geduld"), unavailable.sentence(), request.getMethod() != HttpMethod.GET,
                address.startsWith("//") ? "/" : address, posted.list());
        return later(templates.page(unavailable.status(), "web/again", page));
    }

    /** Says to who is not a person, too, when to ask again. */
    private static MutableHttpResponse<?> later(MutableHttpResponse<?> response) {
        return response.status() == HttpStatus.SERVICE_UNAVAILABLE ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                : response;
    }

    /** The page of a request that never became one, so that nobody knows who asked. */
    byte[] ofConnection(RequestFault fault) {
        return templates.render("web/problem", new ProblemPage(layouts.ofNobody("Dat lukt niet"), HttpStatus.valueOf(fault.status().code()),
                fault.sentence(), ""));
    }

    private MutableHttpResponse<?> page(HttpRequest<?> request, HttpStatus status, String sentence, String reference) {
        if (ApiProblems.isForProgram(request.getPath())) {
            return later(forPrograms.of(status, sentence, reference));
        }
        ProblemPage problem = new ProblemPage(layouts.of(request, status.getCode() >= 500 ? "Er ging iets mis" : "Dat lukt niet"), status,
                sentence,
                reference);
        if (isPart(request)) {
            return later(templates.page(status, "web/banner", problem).header("HX-Retarget", "#banner").header("HX-Reswap", "innerHTML")
                    .header(MARK, String.valueOf(status.getCode())));
        }
        return later(templates.page(status, "web/problem", problem));
    }

    /** Whether the request comes from a script that swaps parts of a page. */
    public static boolean isPart(HttpRequest<?> request) {
        return "true".equals(request.getHeaders().get("HX-Request"));
    }

    /** Problems as programs read them (RFC 9457): the sentence that a person would read, in JSON. */
    @Singleton
    public static class ApiProblems {
        private static final String ADDRESSES = "/api/v1/";
        private static final String MEASUREMENTS = "/prometheus";
        private static final String WAIT_SECONDS = "60";

        /** @param reference by which the logged cause is found; none when there is nothing to find */
        @Serdeable
        record Content(String type, String title, int status, String detail, @Nullable String reference) {}

        private final ObjectMapper mapper;

        ApiProblems(ObjectMapper mapper) {
            this.mapper = mapper;
        }

        /** Whether programs read this path, with a token; what they are refused with is JSON. */
        public static boolean isForProgram(String path) {
            return path.startsWith(ADDRESSES) || path.equals(MEASUREMENTS);
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

    /** The database could not do it now; a moment later it may. What was posted can be sent again as it is, with the same key. */
    public static final class Unavailable extends Problem {
        private static final long serialVersionUID = 1L;

        private final transient Outage outage;

        private Unavailable(Outage outage) {
            super(HttpStatus.SERVICE_UNAVAILABLE,
                    "Zelfscan kan nu even niet bij de gegevens. Wat eerder bewaard was, is er nog. Wacht een halve minuut en probeer het "
                            + "dan opnieuw.");
            this.outage = outage;
        }

        /** What to say of this, when the reason is an outage; anything else is an error of ours. */
        public static Optional<Unavailable> of(Throwable problem) {
            return problem instanceof Unavailable already ? Optional.of(already) : Outage.of(problem).map(Unavailable::new);
        }

        /** For the log. */
        String reason() {
            return outage.reason();
        }
    }
}
