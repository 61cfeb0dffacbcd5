package be.zelfscan.report;

import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** The blank questionnaire on paper, for everybody who is signed in. */
@Controller("/vragenlijst/{id}/{version}")
class PreparationController {
    private final Instruments instruments;
    private final PreparationPacks packs;

    /** This service has no such questionnaire. */
    private static final class NoSuchQuestionnaire extends Problem {
        private static final long serialVersionUID = 1L;

        NoSuchQuestionnaire() {
            super(HttpStatus.NOT_FOUND, "Deze vragenlijst bestaat niet. Open het voorbereidingspakket vanaf de pagina van jouw centrum.");
        }
    }

    PreparationController(Instruments instruments, PreparationPacks packs) {
        this.instruments = instruments;
        this.packs = packs;
    }

    @Get("/voorbereiding.pdf")
    @Produces({MediaType.APPLICATION_PDF, MediaType.TEXT_HTML})
    HttpResponse<?> pack(String id, String version) {
        Questionnaire questionnaire = instruments.find(new QuestionnaireKey(id, version)).orElseThrow(NoSuchQuestionnaire::new);
        return Pdf.response(Slug.of("voorbereiding", questionnaire.id(), questionnaire.version()), packs.of(questionnaire));
    }
}
