package be.zelfscan.export;

import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What programs read with the token of somebody of the support team, and how: in words, and for machines ({@code openapi.yaml}). */
@Controller("/api")
public class ApiController {
    private static final int MOST_PAGES = 1_000_000;
    private static final int LARGEST_PAGE = 500;

    private static final String DESCRIPTION = "/api/openapi.yaml";
    private static final MediaType YAML = MediaType.of("application/yaml; charset=utf-8");

    /** What the page about reading by a program shows; the template of {@code src/main/jte/export} takes this. */
    public record Page(PageLayout layout) {}

    private final ApiReading reading;
    private final Templates templates;
    private final PageLayouts layouts;

    ApiController(ApiReading reading, Templates templates, PageLayouts layouts) {
        this.reading = reading;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request) {
        return templates.page("export/api", new Page(layouts.of(request, "Gegevens ophalen met een programma")));
    }

    @Get("/openapi.yaml")
    HttpResponse<?> description() {
        try (InputStream description = ApiController.class.getResourceAsStream(DESCRIPTION)) {
            return HttpResponse.ok(description.readAllBytes()).contentType(YAML);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Get("/v1/rondes")
    ApiContent.ApiRounds rounds() {
        return reading.rounds();
    }

    @Get("/v1/rondes/{roundId}/zelfscans")
    ApiContent.ApiScans scans(UUID roundId, @QueryValue(defaultValue = "1") String pagina,
            @QueryValue(defaultValue = "100") String aantal) {
        return reading.scans(roundId, number("pagina", pagina, MOST_PAGES), number("aantal", aantal, LARGEST_PAGE));
    }

    @Get("/v1/zelfscans/{sentId}")
    ApiContent.ApiScan scan(UUID sentId) {
        return reading.scan(sentId);
    }

    @Get("/v1/vragenlijsten/{id}/{version}")
    HttpResponse<?> definition(String id, String version) {
        return HttpResponse.ok(reading.definition(new QuestionnaireKey(id, version)).getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static int number(String name, String text, int most) {
        if (!text.matches("[1-9]\\d{0,6}") || Integer.parseInt(text) > most) {
            throw ExportRefused.number(name, text, most);
        }
        return Integer.parseInt(text);
    }
}
