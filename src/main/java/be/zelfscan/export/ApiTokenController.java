package be.zelfscan.export;

import be.zelfscan.access.SignedIn;
import be.zelfscan.text.Texts;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Confirmation;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormRefusal;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where somebody makes and revokes tokens. */
@Controller(ApiTokenController.PATH)
public class ApiTokenController {
    static final String PATH = "/uitvoer/sleutels";
    private static final String TITLE = "Sleutels voor programma’s";
    private static final int USUAL_LIFE_MONTHS = 3;

    /** What lets a program read, with the page that asks whether it is to be revoked. */
    public record TokenLine(String revocation, String name, String made, String lastDay, String used) {}

    /**
     * All tokens of somebody, and the form for one more.
     *
     * @param problems a sentence by field
     */
    public record TokensPage(PageLayout layout, List<TokenLine> lines, String name, String lastDay, Map<String, String> problems) {
        public String problem(String field) {
            return problems.getOrDefault(field, "");
        }
    }

    /** A new token, the one time that its secret is shown. */
    public record NewTokenPage(PageLayout layout, String name, String secret, String lastDay) {}

    private final ApiTokens tokens;
    private final Templates templates;
    private final PageLayouts layouts;

    ApiTokenController(ApiTokens tokens, Templates templates, PageLayouts layouts) {
        this.tokens = tokens;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, SignedIn person) {
        return page(request, person, HttpStatus.OK, "", tokens.today().plusMonths(USUAL_LIFE_MONTHS).toString(), Map.of());
    }

    /** Returns a page and no way to one, since the secret is nowhere else; posting it again is refused for its name. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(HttpRequest<?> request, SignedIn person, @Nullable @Body String body) {
        Form form = Form.of(body);
        String name = Texts.line(form.first("naam"));
        String lastDay = Texts.clean(form.first("einde"));
        try {
            ApiTokens.NewToken made = tokens.make(person, name, lastDay);
            return templates.page(HttpStatus.CREATED, "export/token",
                    new NewTokenPage(layouts.of(request, "Je nieuwe sleutel"), made.token().name(), made.secret(), lastDay(made.token())));
        } catch (FormRefusal refused) {
            return page(request, person, refused.status(), name, lastDay, refused.byField());
        }
    }

    /** Asks first: what reads with the token stops at once, and a token that ended never works again. */
    @Get("/{tokenId}/intrekking")
    HttpResponse<?> askToRevoke(HttpRequest<?> request, SignedIn person, UUID tokenId) {
        ApiTokens.Token token = tokens.of(person, tokenId);
        return templates.page("layout/confirmation",
                new Confirmation(layouts.of(request, "De sleutel ‘%s’ intrekken?".formatted(token.name())), TITLE,
                        "Een programma dat deze sleutel gebruikt, kan daarna niets meer ophalen.",
                        List.of(fact("Gemaakt", BelgianDutch.date(token.createdAt())), fact("Geldt tot en met", lastDay(token)),
                                fact("Laatst gebruikt", used(token))),
                        List.of("De sleutel werkt meteen niet meer, ook als een programma nu bezig is.",
                                "Wat het programma al ophaalde, blijft waar het is.", "Je andere sleutels blijven werken."),
                        "Een ingetrokken sleutel kan je niet terughalen. Je kan wel een nieuwe maken.", revocation(token), List.of(),
                        "Sleutel intrekken",
                        PATH));
    }

    private static Confirmation.Fact fact(String name, String value) {
        return new Confirmation.Fact(name, List.of(value));
    }

    @Post("/{tokenId}/intrekking")
    @Consumes(MediaType.ALL)
    HttpResponse<?> revoke(SignedIn person, UUID tokenId) {
        tokens.revoke(person, tokenId);
        return HttpResponse.seeOther(URI.create(PATH));
    }

    private HttpResponse<?> page(HttpRequest<?> request, SignedIn person, HttpStatus status, String name, String lastDay,
            Map<String, String> problems) {
        List<TokenLine> lines = tokens.of(person).stream()
                .map(token -> new TokenLine(revocation(token), token.name(), BelgianDutch.date(token.createdAt()), lastDay(token),
                        used(token)))
                .toList();
        return templates.page(status, "export/tokens", new TokensPage(layouts.of(request, TITLE), lines, name, lastDay, problems));
    }

    private static String revocation(ApiTokens.Token token) {
        return PATH + "/" + token.id() + "/intrekking";
    }

    private static String used(ApiTokens.Token token) {
        return token.usedAt().map(BelgianDutch::dateAndTime).orElse("nog niet");
    }

    private static String lastDay(ApiTokens.Token token) {
        return BelgianDutch.date(token.endsAt().minusMillis(1));
    }
}
