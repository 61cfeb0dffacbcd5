package be.zelfscan.access;

import be.zelfscan.database.Scope;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Form;
import be.zelfscan.web.ProblemPages;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in by a mailed link. */
@Controller("/aanmelden")
public class SignInController {
    private static final String BROWSER = "zelfscan-browser";
    /** Nobody is signed in yet, so the service itself looks links up. */
    private static final Scope SERVICE = new Scope.Service();

    /**
     * Asks for an address.
     *
     * @param problem why the address of before was none; empty otherwise
     * @param account the service where one can sign in instead; empty when there is none
     * @param destination the page that was asked for; empty when none
     */
    public record AskPage(PageLayout layout, String problem, String email, Optional<Account> account, String destination) {}

    /**
     * Another service where people can sign in.
     *
     * @param address where that begins
     */
    public record Account(String name, String address) {}

    /**
     * Says where the link is.
     *
     * @param again the address to ask for another one
     */
    public record LinkSentPage(PageLayout layout, String again) {}

    /**
     * Asks to confirm.
     *
     * @param askCode whether the code of the mail is needed
     * @param problem why the code of before was none; empty otherwise
     */
    public record ConfirmPage(PageLayout layout, String token, boolean askCode, String problem) {}

    private final SignIn signIn;
    private final SignInRequests requests;
    private final RequestSource source;
    private final SessionCookie cookie;
    private final Optional<Account> account;
    private final Templates templates;
    private final PageLayouts layouts;
    private final ProblemPages problems;
    private final PublicAddress address;

    SignInController(SignIn signIn, SignInRequests requests, RequestSource source, SessionCookie cookie,
            Optional<Account> account,
            Templates templates, PageLayouts layouts, ProblemPages problems, PublicAddress address) {
        this.signIn = signIn;
        this.requests = requests;
        this.source = source;
        this.cookie = cookie;
        this.account = account;
        this.templates = templates;
        this.layouts = layouts;
        this.problems = problems;
        this.address = address;
    }

    @Get
    HttpResponse<?> form(HttpRequest<?> request) {
        Optional<Destination> destination = Destination.asked(request);
        if (destination.isPresent() && request.getUserPrincipal().isPresent()) {
            return HttpResponse.seeOther(URI.create(destination.get().path()));
        }
        return templates.page("access/ask", ask(request, "", "", destination));
    }

    private AskPage ask(HttpRequest<?> request, String problem, String email, Optional<Destination> destination) {
        return new AskPage(layouts.of(request, "Aanmelden"), problem, email,
                account.map(other -> new Account(other.name(), Destination.with(other.address(), destination))),
                destination.map(Destination::path).orElse(""));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(HttpRequest<?> request, @Nullable @Body String body) {
        Form form = Form.of(body);
        String typed = form.first("email");
        String email = EmailAddress.tidy(typed);
        Optional<Destination> destination = Destination.of(form.first(Destination.FIELD));
        Optional<String> problem = EmailAddress.problem(typed);
        if (problem.isPresent()) {
            return templates.page(HttpStatus.UNPROCESSABLE_ENTITY, "access/ask",
                    ask(request, problem.get(), Texts.line(typed), destination));
        }
        String browser = browser(request).filter(value -> value.length() >= 40).orElseGet(Secrets::token);
        if (SERVICE.call(() -> signIn.ask(email, source.of(request))) == SignIn.AskOutcome.too_many_from_here) {
            return problems.of(request, HttpStatus.TOO_MANY_REQUESTS,
                    "Vanaf hier werden te veel links gevraagd. Wacht tien minuten en probeer het dan opnieuw.");
        }
        requests.put(new SignIn.LinkRequest(email, Secrets.hash(browser)));
        return HttpResponse.seeOther(URI.create("/aanmelden/verstuurd"))
                .cookie(Destination.cookie(destination, address))
                .cookie(Cookie.of(address.cookieName(BROWSER), browser).path("/").httpOnly(true).secure(address.isSecure())
                        .sameSite(SameSite.Lax).maxAge(Duration.ofHours(1)));
    }

    private Optional<String> browser(HttpRequest<?> request) {
        return request.getCookies().findCookie(address.cookieName(BROWSER)).map(Cookie::getValue);
    }

    @Get("/verstuurd")
    HttpResponse<?> asked(HttpRequest<?> request) {
        return templates.page("access/asked", new LinkSentPage(layouts.of(request, "Kijk in je mailbox"),
                Destination.with(Destination.SIGN_IN, Destination.kept(request, address))));
    }

    /** Shows a button; opening the link changes nothing, so that a mail scanner does not use it up. */
    @Get("/link/{token}")
    HttpResponse<?> confirm(HttpRequest<?> request, String token) {
        return SERVICE.call(() -> signIn.isUsable(token)) ? confirmPage(request, HttpStatus.OK, token, false, "") : dead(request);
    }

    @Post("/link/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> use(HttpRequest<?> request, String token, @Nullable @Body String body) {
        String code = Form.of(body).first("code").strip();
        return switch (SERVICE.call(() -> signIn.use(token, browser(request).orElse(""), code, cookie.secret(request)))) {
            case SignIn.Result.Welcome welcome -> cookie.enter(request, welcome.secret());
            case SignIn.Result.CodeNeeded needed -> confirmPage(request, HttpStatus.UNPROCESSABLE_ENTITY, token, true,
                    needed.wrongCode() ? "Deze code klopt niet. Kijk in de mail en typ de zes cijfers over." : "");
            case SignIn.Result.Dead dead -> dead(request);
        };
    }

    private HttpResponse<?> confirmPage(HttpRequest<?> request, HttpStatus status, String token, boolean askCode, String problem) {
        return templates.page(status, "access/confirm", new ConfirmPage(layouts.of(request, "Aanmelden"), token, askCode, problem));
    }

    private HttpResponse<?> dead(HttpRequest<?> request) {
        return problems.of(request, HttpStatus.GONE,
                "Deze link werkt niet meer: hij is al gebruikt, of hij is ouder dan tien minuten. Vraag een nieuwe link met je "
                        + "e-mailadres.");
    }

    /**
     * Grants, one after the other, the links that were asked for, when those who asked have their answer already: so no answer takes longer
     * for an address that is known. What waits is granted before the service stops; what does not fit is left, and asked for again.
     */
    @Singleton
    static class SignInRequests {
        private static final Logger LOG = LoggerFactory.getLogger(SignInRequests.class);
        private static final int MOST_WAITING = 1_000;
        private static final int LONGEST_STOP_S = 5;

        private final SignIn signIn;
        private final ThreadPoolExecutor work = new ThreadPoolExecutor(1, 1, LONGEST_STOP_S, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING), task -> Thread.ofPlatform().daemon().name("sign-in-links").unstarted(task));

        SignInRequests(SignIn signIn) {
            this.signIn = signIn;
            work.allowCoreThreadTimeOut(true);
        }

        void put(SignIn.LinkRequest request) {
            try {
                work.execute(() -> grant(request));
            } catch (RejectedExecutionException full) {
                LOG.warn("More sign-in links are asked for than can be made; one is left out");
            }
        }

        private void grant(SignIn.LinkRequest request) {
            try {
                new Scope.Service().run(() -> signIn.grant(request));
            } catch (RuntimeException failure) {
                LOG.error("A sign-in link could not be made; who asked for it will ask again", failure);
            }
        }

        @PreDestroy
        void stop() throws InterruptedException {
            work.shutdown();
            if (!work.awaitTermination(LONGEST_STOP_S, TimeUnit.SECONDS)) {
                LOG.warn("{} sign-in links were not made before the service stopped", work.getQueue().size());
            }
        }
    }
}
