package be.zelfscan.campaign;

import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** A mail of a round, looked at before it leaves. */
@Controller("/rondes/{roundId}/mails/{kind}")
class RoundMailPreviewController {
    static final String CENTRE = "centrum";
    static final String RECIPIENT = "ontvanger";
    /** No script, form or outside source; its links lead nowhere. */
    private static final String OF_ITSELF = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final RoundMailPreview preview;
    private final Templates templates;
    private final Shells shells;

    RoundMailPreviewController(RoundMailPreview preview, Templates templates, Shells shells) {
        this.preview = preview;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, UUID roundId, String kind) {
        RoundMailPreview.Shown shown = show(request.getParameters(), roundId, kind);
        String title = "Voorbeeld: " + shown.composer().label();
        return templates.page("campaign/preview",
                RoundMailPage.of(shells.of(request, title, shown.part().roundTitle()), shown, preview.kinds()));
    }

    @Get("/html")
    HttpResponse<?> html(HttpRequest<?> request, UUID roundId, String kind) {
        String html = show(request.getParameters(), roundId, kind).mail().html();
        return HttpResponse.ok(html.getBytes(StandardCharsets.UTF_8)).contentType(MediaType.of("text/html; charset=utf-8"))
                .header("Content-Security-Policy", OF_ITSELF);
    }

    private RoundMailPreview.Shown show(HttpParameters parameters, UUID roundId, String kind) {
        return preview.show(roundId, kind, id(parameters, CENTRE, "Dit centrum bestaat niet. Kies een centrum uit de lijst."),
                id(parameters, RECIPIENT, "Deze ontvanger bestaat niet. Kies een ontvanger uit de lijst."));
    }

    private static Optional<UUID> id(HttpParameters parameters, String name, String otherwise) {
        return parameters.getFirst(name).filter(value -> !value.isBlank()).map(value -> ConversionService.SHARED.convert(value, UUID.class)
                .orElseThrow(() -> new RoundMailPreview.NothingToShow(HttpStatus.NOT_FOUND, otherwise)));
    }
}
