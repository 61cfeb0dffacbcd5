package be.zelfscan.export;

import be.zelfscan.questionnaire.QuestionnaireKey;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What programs read, with the token of somebody of the support team; {@code openapi.yaml} describes it. */
@Controller("/api/v1")
class ApiController {
    private static final int MOST_PAGES = 1_000_000;
    private static final int LARGEST_PAGE = 500;

    private final ApiReading reading;

    ApiController(ApiReading reading) {
        this.reading = reading;
    }

    @Get("/rondes")
    ApiContent.Rounds rounds() {
        return reading.rounds();
    }

    @Get("/rondes/{roundId}/zelfscans")
    ApiContent.Scans scans(UUID roundId, @QueryValue(defaultValue = "1") String pagina, @QueryValue(defaultValue = "100") String aantal) {
        return reading.scans(roundId, number("pagina", pagina, MOST_PAGES), number("aantal", aantal, LARGEST_PAGE));
    }

    @Get("/zelfscans/{sentId}")
    ApiContent.Scan scan(UUID sentId) {
        return reading.scan(sentId);
    }

    @Get("/vragenlijsten/{id}/{version}")
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
