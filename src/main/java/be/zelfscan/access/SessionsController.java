package be.zelfscan.access;

import be.zelfscan.access.Sessions.OpenSession;
import be.zelfscan.database.Scope;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.authentication.Authentication;
import java.net.URI;
import java.util.List;

/** Signing out, where one is signed in, and signing out of all of it. */
@Controller
public class SessionsController {
    private static final Scope SERVICE = new Scope.Service();

    /** Where somebody is signed in. */
    public record SessionsPage(PageLayout layout, List<OpenSession> sessions) {}

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Templates templates;
    private final PageLayouts layouts;

    SessionsController(Sessions sessions, SessionCookie cookie, Templates templates, PageLayouts layouts) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Post("/aanmelden/afmelding")
    @Consumes(MediaType.ALL)
    HttpResponse<?> signOut(HttpRequest<?> request) {
        request.getUserPrincipal(Authentication.class).map(SignedIn::of).ifPresent(person -> SERVICE.run(() -> sessions.signOut(person)));
        return cookie.leave(HttpResponse.seeOther(URI.create("/")));
    }

    @Get("/aanmeldingen")
    HttpResponse<?> list(HttpRequest<?> request, SignedIn person) {
        return templates.page("access/sessions",
                new SessionsPage(layouts.of(request, "Waar je aangemeld bent"), SERVICE.call(() -> sessions.of(person))));
    }

    @Post("/aanmeldingen/afmelding")
    @Consumes(MediaType.ALL)
    HttpResponse<?> signOutEverywhere(SignedIn person) {
        SERVICE.run(() -> sessions.signOutEverywhere(person));
        return cookie.leave(HttpResponse.seeOther(URI.create("/")));
    }
}
