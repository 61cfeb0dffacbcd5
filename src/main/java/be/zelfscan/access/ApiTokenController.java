package be.zelfscan.access;

import be.zelfscan.text.Texts;
import be.zelfscan.web.BelgianDutch;
import be.zelfscan.web.Form;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where somebody makes and revokes tokens. */
@Controller("/uitvoer/sleutels")
class ApiTokenController {
    private static final int USUAL_LIFE_MONTHS = 3;

    private final ApiTokens tokens;
    private final Templates templates;
    private final Shells shells;

    ApiTokenController(ApiTokens tokens, Templates templates, Shells shells) {
        this.tokens = tokens;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, SignedIn person) {
        return page(request, person, HttpStatus.OK, "", tokens.today().plusMonths(USUAL_LIFE_MONTHS).toString(), Map.of());
    }

    /** Answers a page and no way to one, since the secret is nowhere else; posting it again is refused for its name. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(HttpRequest<?> request, SignedIn person, @Nullable @Body String body) {
        Form form = Form.of(body);
        String name = Texts.line(form.first("naam"));
        String lastDay = Texts.clean(form.first("einde"));
        return switch (tokens.make(person, name, lastDay)) {
            case ApiTokens.Outcome.Refused refused ->
                page(request, person, HttpStatus.UNPROCESSABLE_ENTITY, name, lastDay, refused.problems());
            case ApiTokens.Outcome.Made made -> templates.page(HttpStatus.CREATED, "access/token",
                    new ApiTokenPages.Made(shells.of(request, "Je nieuwe sleutel"), made.token().name(), made.secret(),
                            lastDay(made.token())));
        };
    }

    @Post("/{tokenId}/intrekking")
    @Consumes(MediaType.ALL)
    HttpResponse<?> revoke(SignedIn person, UUID tokenId) {
        tokens.revoke(person, tokenId);
        return HttpResponse.seeOther(URI.create("/uitvoer/sleutels"));
    }

    private HttpResponse<?> page(HttpRequest<?> request, SignedIn person, HttpStatus status, String name, String lastDay,
            Map<String, String> problems) {
        List<ApiTokenPages.Line> lines = tokens.of(person).stream()
                .map(token -> new ApiTokenPages.Line("/uitvoer/sleutels/" + token.id() + "/intrekking", token.name(),
                        BelgianDutch.date(token.createdAt()), lastDay(token),
                        token.usedAt().map(BelgianDutch::dateAndTime).orElse("nog niet")))
                .toList();
        return templates.page(status, "access/tokens", new ApiTokenPages.Tokens(
                shells.of(request, "Sleutels voor programma’s"), lines, name, lastDay, problems));
    }

    private static String lastDay(ApiToken token) {
        return BelgianDutch.date(token.endsAt().minusMillis(1));
    }
}
