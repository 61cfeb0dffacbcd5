package be.zelfscan.web;

import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** A page with a programming error: what would answer it throws. */
@ServerFilter("/" + FailingPage.PATH)
public class FailingPage {
    public static final String PATH = "aanmelden/link/programmeerfout";
    public static final String CAUSE = "a secret of the inside";

    @RequestFilter
    void fail() {
        throw new IllegalStateException(CAUSE);
    }
}
