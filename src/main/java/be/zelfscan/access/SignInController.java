package be.zelfscan.access;

import be.zelfscan.database.Scope;
import be.zelfscan.text.EmailAddress;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Form;
import be.zelfscan.web.ProblemPages;
import be.zelfscan.web.PublicAddress;
import be.zelfscan.web.Shells;
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
import io.micronaut.security.authentication.Authentication;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Signing in and out. */
@Controller("/aanmelden")
class SignInController {
    private static final String BROWSER = "zelfscan-browser";
    /** Nobody is signed in yet, so the service itself looks links up. */
    private static final Scope SERVICE = new Scope.Service();

    private final SignIn signIn;
    private final SignInWishes wishes;
    private final RequestSource source;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Arrival arrival;
    private final Optional<OpenIdSettings> openId;
    private final Templates templates;
    private final Shells shells;
    private final ProblemPages problems;
    private final PublicAddress address;

    SignInController(SignIn signIn, SignInWishes wishes, RequestSource source, Sessions sessions, SessionCookie cookie, Arrival arrival,
            Optional<OpenIdSettings> openId,
            Templates templates, Shells shells, ProblemPages problems, PublicAddress address) {
        this.signIn = signIn;
        this.wishes = wishes;
        this.source = source;
        this.sessions = sessions;
        this.cookie = cookie;
        this.arrival = arrival;
        this.openId = openId;
        this.templates = templates;
        this.shells = shells;
        this.problems = problems;
        this.address = address;
    }

    @Get
    HttpResponse<?> form(HttpRequest<?> request) {
        Optional<Heading> heading = Heading.asked(request);
        if (heading.isPresent() && request.getUserPrincipal().isPresent()) {
            return HttpResponse.seeOther(URI.create(heading.get().path()));
        }
        return templates.page("access/ask", ask(request, "", "", heading));
    }

    private SignInPages.Ask ask(HttpRequest<?> request, String problem, String email, Optional<Heading> heading) {
        return new SignInPages.Ask(shells.of(request, "Aanmelden"), problem, email,
                openId.map(settings -> new SignInPages.Account(settings.name(), Heading.with(OpenIdAddresses.BEGIN, heading))),
                heading.map(Heading::path).orElse(""));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(HttpRequest<?> request, @Nullable @Body String body) {
        Form form = Form.of(body);
        String typed = form.first("email");
        String email = EmailAddress.tidy(typed);
        Optional<Heading> heading = Heading.of(form.first(Heading.FIELD));
        Optional<String> problem = EmailAddress.problem(typed);
        if (problem.isPresent()) {
            return templates.page(HttpStatus.UNPROCESSABLE_ENTITY, "access/ask", ask(request, problem.get(), Texts.line(typed), heading));
        }
        String browser = browser(request).filter(value -> value.length() >= 40).orElseGet(Secrets::token);
        if (SERVICE.call(() -> signIn.ask(email, source.of(request))) == SignIn.Asked.too_many_from_here) {
            return problems.of(request, HttpStatus.TOO_MANY_REQUESTS,
                    "Vanaf hier werden te veel links gevraagd. Wacht tien minuten en probeer het dan opnieuw.");
        }
        wishes.put(new SignIn.Wish(email, Secrets.hash(browser)));
        return HttpResponse.seeOther(URI.create("/aanmelden/verstuurd"))
                .cookie(Heading.cookie(heading, address))
                .cookie(Cookie.of(address.cookieName(BROWSER), browser).path("/").httpOnly(true).secure(address.isSecure())
                        .sameSite(SameSite.Lax).maxAge(Duration.ofHours(1)));
    }

    private Optional<String> browser(HttpRequest<?> request) {
        return request.getCookies().findCookie(address.cookieName(BROWSER)).map(Cookie::getValue);
    }

    @Get("/verstuurd")
    HttpResponse<?> asked(HttpRequest<?> request) {
        return templates.page("access/asked", new SignInPages.Asked(shells.of(request, "Kijk in je mailbox"),
                Heading.with(Heading.SIGN_IN, Heading.kept(request, address))));
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
            case SignIn.Result.Welcome welcome -> arrival.of(request, welcome.secret());
            case SignIn.Result.CodeNeeded needed -> confirmPage(request, HttpStatus.UNPROCESSABLE_ENTITY, token, true,
                    needed.wrongCode() ? "Deze code klopt niet. Kijk in de mail en typ de zes cijfers over." : "");
            case SignIn.Result.Dead dead -> dead(request);
        };
    }

    @Post("/afmelding")
    @Consumes(MediaType.ALL)
    HttpResponse<?> signOut(HttpRequest<?> request) {
        request.getUserPrincipal(Authentication.class).map(SignedIn::of).ifPresent(sessions::signOut);
        return cookie.leave(HttpResponse.seeOther(URI.create("/")));
    }

    private HttpResponse<?> confirmPage(HttpRequest<?> request, HttpStatus status, String token, boolean askCode, String problem) {
        return templates.page(status, "access/confirm", new SignInPages.Confirm(shells.of(request, "Aanmelden"), token, askCode, problem));
    }

    private HttpResponse<?> dead(HttpRequest<?> request) {
        return problems.of(request, HttpStatus.GONE,
                "Deze link werkt niet meer: hij is al gebruikt, of hij is ouder dan tien minuten. Vraag een nieuwe link met je e-mailadres.");
    }
}
