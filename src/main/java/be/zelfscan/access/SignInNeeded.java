package be.zelfscan.access;

import be.zelfscan.database.Scope;
import be.zelfscan.web.Form;
import be.zelfscan.web.Problem.Trace;
import be.zelfscan.web.ProblemPages;
import be.zelfscan.web.ProblemPages.ApiProblems;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.core.async.annotation.SingleResult;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.security.authentication.AuthorizationException;
import java.net.URI;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * What is answered to a request for which one must be signed in: the way to the sign-in page, and for what was typed a page that keeps it,
 * or only a sentence where the script of the page keeps it.
 */
@Controller
public class SignInNeeded {
    /**
     * Keeps what was posted by somebody whose session has ended, to be posted again.
     *
     * @param address where it was posted to
     */
    public record PostAgainPage(PageLayout layout, String address, List<Form.Field> fields) {}

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final ProblemPages problems;
    private final Templates templates;
    private final PageLayouts layouts;

    SignInNeeded(Sessions sessions, SessionCookie cookie, ProblemPages problems, Templates templates, PageLayouts layouts) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.problems = problems;
        this.templates = templates;
        this.layouts = layouts;
    }

    /** The session is not what was remembered: the same request again, for which it is looked up. */
    @Error(global = true)
    HttpResponse<?> again(HttpRequest<?> request, Scope.SessionChanged changed) {
        cookie.secret(request).ifPresent(sessions::forget);
        return HttpResponse.temporaryRedirect(request.getUri());
    }

    @Error(global = true)
    @SingleResult
    Publisher<HttpResponse<?>> answer(HttpRequest<?> request, AuthorizationException exception) {
        if (exception.isForbidden() && PersonFetcher.isRemembered(request)) {
            cookie.secret(request).ifPresent(sessions::forget);
            return Mono.just(HttpResponse.temporaryRedirect(request.getUri())); // it may have been allowed since
        }
        return (ProblemPages.isPart(request) ? Mono.just(Form.of("")) : Form.unread(request)).map(form -> answer(request, exception, form));
    }

    private HttpResponse<?> answer(HttpRequest<?> request, AuthorizationException exception, Form form) {
        if (exception.isForbidden()) {
            return problems.of(request, HttpStatus.FORBIDDEN, "Deze pagina is niet bedoeld voor jouw rol.");
        }
        if (ApiProblems.isForProgram(request.getPath())) {
            return problems.of(request, HttpStatus.UNAUTHORIZED,
                    "Dit adres vraagt een sleutel die nog geldt: stuur de kop ‘Authorization: Bearer’ met de sleutel mee. "
                            + "Wie bij POC+ hoort, maakt er een op /uitvoer/sleutels.");
        }
        if (request.getMethod() == HttpMethod.GET && !ProblemPages.isPart(request)) {
            Trace.log(Trace.NOBODY, Trace.route(request), HttpStatus.UNAUTHORIZED.getCode());
            return HttpResponse.seeOther(URI.create(Destination.with(Destination.SIGN_IN, Destination.of(request.getUri().toString()))));
        }
        List<Form.Field> fields = form.list();
        return fields.isEmpty()
                ? problems.of(request, HttpStatus.UNAUTHORIZED,
                        "Je bent afgemeld, dus dit is nog niet bewaard. Wat je typte, staat er nog.")
                : templates.page(HttpStatus.UNAUTHORIZED, "access/again",
                        new PostAgainPage(layouts.of(request, "Meld je opnieuw aan"), request.getUri().toString(), fields));
    }
}
