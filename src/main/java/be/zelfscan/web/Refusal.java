package be.zelfscan.web;

import io.micronaut.http.HttpStatus;

/**
 * What a use case throws when it cannot do what was asked: a sentence that says why, and what to do instead. A page with a form
 * shows it beside the form, with what was typed; {@link #isNotFound what is not there} has no such page and goes on to the page
 * of problems.
 */
public final class Refusal extends Problem {
    private static final long serialVersionUID = 1L;

    private Refusal(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    /** What it is about is not there, or not for this person. */
    public static Refusal notFound(String sentence) {
        return new Refusal(HttpStatus.NOT_FOUND, sentence);
    }

    /** It does not go with how things now are. */
    public static Refusal conflict(String sentence) {
        return new Refusal(HttpStatus.CONFLICT, sentence);
    }

    /** What was filled in is not right. */
    public static Refusal invalid(String sentence) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }

    /** It was asked too often; a moment later it can be asked again. */
    public static Refusal tooOften(String sentence) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, sentence);
    }

    public boolean isNotFound() {
        return status() == HttpStatus.NOT_FOUND;
    }
}
