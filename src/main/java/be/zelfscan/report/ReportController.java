package be.zelfscan.report;

import be.zelfscan.access.SignedIn;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.QuestionnaireKey;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.UUID;

/** The documents, each for whom it is. */
@Controller
@Produces({MediaType.APPLICATION_PDF, MediaType.TEXT_HTML})
class ReportController {
    private final Reports reports;
    private final PreparationPack packs;
    private final Instruments instruments;

    /** This service has no such questionnaire. */
    private static final class NoSuchQuestionnaire extends Problem {
        private static final long serialVersionUID = 1L;

        NoSuchQuestionnaire() {
            super(HttpStatus.NOT_FOUND, "Deze vragenlijst bestaat niet. Open het voorbereidingspakket vanaf de pagina van jouw centrum.");
        }
    }

    ReportController(Reports reports, PreparationPack packs, Instruments instruments) {
        this.reports = reports;
        this.packs = packs;
        this.instruments = instruments;
    }

    /** What a centre sent. */
    @Get("/resultaat/{sentId}/rapport.pdf")
    HttpResponse<?> result(SignedIn person, UUID sentId) {
        return reports.of(reports.result(sentId, person.personId())).response();
    }

    /** The datagrafiek with what the team made of its result. */
    @Get("/resultaat/{sentId}/gesprek.pdf")
    HttpResponse<?> conversation(SignedIn person, UUID sentId) {
        return reports.conversation(sentId, person.personId()).response();
    }

    /** What a centre sent in a closed round, with comparison. */
    @Get("/centrum/{centreId}/vergelijking/{roundId}/rapport.pdf")
    HttpResponse<?> centre(SignedIn person, UUID centreId, UUID roundId) {
        return reports.centre(centreId, roundId, person.personId()).response();
    }

    @Get("/scholengroep/{schoolGroupId}/ronde/{roundId}/rapport.pdf")
    HttpResponse<?> schoolGroup(SignedIn person, UUID schoolGroupId, UUID roundId) {
        return reports.schoolGroup(schoolGroupId, roundId, person).response();
    }

    @Get("/vergelijking/{roundId}/rapport.pdf")
    HttpResponse<?> net(UUID roundId) {
        return reports.net(roundId).response();
    }

    /** The blank questionnaire on paper, for everybody who is signed in. */
    @Get("/vragenlijst/{id}/{version}/voorbereiding.pdf")
    HttpResponse<?> preparation(String id, String version) {
        return packs.of(instruments.find(new QuestionnaireKey(id, version)).orElseThrow(NoSuchQuestionnaire::new)).response();
    }
}
