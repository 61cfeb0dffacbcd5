package be.zelfscan.web;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trace of what was refused: one line, with who asked and for what kind of page, and nothing that was typed or that opens anything. */
public final class Refusals {
    /** Who is not signed in. */
    public static final String NOBODY = "niemand";
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    /**
     * @param who id of a person, or {@link #NOBODY}
     * @param route address of a page as the table of rights writes it, with the names of its variables; a hyphen when there is no such page
     */
    public static void log(String who, String route, int status) {
        LOG.info("Refused: {} {} {}", who, route, status);
    }

    /** The address of a request as the table of rights writes it, also when an error is being answered; a hyphen when there is no such page. */
    public static String route(HttpRequest<?> request) {
        return BasicHttpAttributes.getUriTemplate(request).orElse("-");
    }

    /** Of a request that never became one, so that nobody knows by whom and for what. */
    static void log(int status) {
        log(NOBODY, "-", status);
    }
}
