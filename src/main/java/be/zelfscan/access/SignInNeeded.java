package be.zelfscan.access;

import be.zelfscan.web.ProblemPages;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;

/** What is answered to a request for which one must be signed in: the way to the sign-in page, or a sentence when something would be lost. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class SignInNeeded implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
    private final ProblemPages problems;

    SignInNeeded(ProblemPages problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface has it raw
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
        if (exception.isForbidden()) {
            return problems.of(request, HttpStatus.FORBIDDEN, "Deze pagina is niet voor jou bestemd.");
        }
        boolean reading = request.getMethod() == HttpMethod.GET && !ProblemPages.isPart(request);
        return reading ? HttpResponse.seeOther(URI.create("/aanmelden")) : problems.of(request, HttpStatus.UNAUTHORIZED,
                "Je bent afgemeld, dus dit is nog niet bewaard. Meld je in een ander tabblad opnieuw aan en bewaar hier nog eens: wat je typte, staat er nog.");
    }
}
