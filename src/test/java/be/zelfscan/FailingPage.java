package be.zelfscan;

import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** A page with a programming error: what would answer it throws. */
@ServerFilter("/" + FailingPage.PATH)
class FailingPage {
    static final String PATH = "aanmelden/link/programmeerfout";
    static final String CAUSE = "a secret of the inside";

    @RequestFilter
    void fail() {
        throw new IllegalStateException(CAUSE);
    }
}
