package be.zelfscan.web;

import io.micronaut.http.HttpStatus;

/**
 * Something that a person asked and that cannot be. The message is a clear sentence in Dutch for that person: what, and what to do. Shown as a
 * page with the status.
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
}
