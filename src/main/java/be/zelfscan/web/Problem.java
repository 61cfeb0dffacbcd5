package be.zelfscan.web;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that a person asked and that cannot be. The message is a clear sentence in Dutch for that person: what, and what to do. Shown
 * as a page with the status.
 */
public abstract class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    protected Problem(HttpStatus status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** What the person reads. */
    public String sentence() {
        return getMessage();
    }

    /**
     * The trace of what was refused, whoever refused it: one line, with who asked and for what kind of page, and nothing that was
     * typed or that opens anything.
     */
    public static final class Trace {
        /** Who is not signed in. */
        public static final String NOBODY = "niemand";
        private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

        private Trace() {}

        /**
         * @param who id of a person, or {@link #NOBODY}
         * @param route address of a page as the table of rights writes it, with the names of its variables; a hyphen when there is
         *     no such page
         */
        public static void log(String who, String route, int status) {
            LOG.info("Refused: {} {} {}", who, route, status);
        }

        /**
         * The address of a request as the table of rights writes it, also when an error is being answered; a hyphen when there is no such
         * page.
         */
        public static String route(HttpRequest<?> request) {
            return BasicHttpAttributes.getUriTemplate(request).orElse("-");
        }

        /** Of a request that never became one, so that nobody knows by whom and for what. */
        static void log(int status) {
            log(NOBODY, "-", status);
        }
    }
}
