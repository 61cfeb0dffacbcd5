package be.zelfscan.access;

import be.zelfscan.web.ProblemPages;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.security.authentication.AuthorizationException;
import java.net.URI;

/** What is answered to a request for which one must be signed in: the way to the sign-in page, or a sentence when something would be lost. */
@Controller
class SignInNeeded {
    private final ProblemPages problems;

    SignInNeeded(ProblemPages problems) {
        this.problems = problems;
    }

    @Error(global = true)
    HttpResponse<?> answer(HttpRequest<?> request, AuthorizationException exception) {
        if (exception.isForbidden()) {
            return problems.of(request, HttpStatus.FORBIDDEN, "Deze pagina is niet voor jou bestemd.");
        }
        boolean reading = request.getMethod() == HttpMethod.GET && !ProblemPages.isPart(request);
        return reading ? HttpResponse.seeOther(URI.create(Heading.with(Heading.SIGN_IN, Heading.of(request.getUri().toString()))))
                : problems.of(request, HttpStatus.UNAUTHORIZED,
                        "Je bent afgemeld, dus dit is nog niet bewaard. Wat je typte, staat er nog.");
    }
}
