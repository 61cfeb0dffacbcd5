package be.zelfscan;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** A page with a programming error. */
@Controller("/" + FailingController.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
class FailingController {
    static final String PATH = "programmeerfout";
    static final String CAUSE = "a secret of the inside";

    @Get
    String fail() {
        throw new IllegalStateException(CAUSE);
    }
}
