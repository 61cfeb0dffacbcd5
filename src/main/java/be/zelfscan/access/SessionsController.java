package be.zelfscan.access;

import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;

/** Where one is signed in, and signing out of all of it. */
@Controller("/aanmeldingen")
class SessionsController {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Templates templates;
    private final Shells shells;

    SessionsController(Sessions sessions, SessionCookie cookie, Templates templates, Shells shells) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, SignedIn person) {
        return templates.page("access/sessions",
                new SignInPages.Sessions(shells.of(request, "Waar je aangemeld bent"), sessions.of(person)));
    }

    @Post("/afmelding")
    @Consumes(MediaType.ALL)
    HttpResponse<?> signOutEverywhere(SignedIn person) {
        sessions.signOutEverywhere(person);
        return cookie.leave(HttpResponse.seeOther(URI.create("/")));
    }
}
