package be.zelfscan.export;

import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** How programs read, in words and for machines. */
@Controller("/api")
class ApiDocumentation {
    private static final String DESCRIPTION = "/api/openapi.yaml";
    private static final MediaType YAML = MediaType.of("application/yaml; charset=utf-8");

    private final Templates templates;
    private final Shells shells;

    ApiDocumentation(Templates templates, Shells shells) {
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request) {
        return templates.page("export/api", new ApiPage(shells.of(request, "Gegevens ophalen met een programma")));
    }

    @Get("/openapi.yaml")
    HttpResponse<?> description() {
        try (InputStream description = ApiDocumentation.class.getResourceAsStream(DESCRIPTION)) {
            return HttpResponse.ok(description.readAllBytes()).contentType(YAML);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
