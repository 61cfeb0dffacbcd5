package be.zelfscan.report.opening;

import be.zelfscan.access.SignedIn;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Two centres opposite each other for who sees them by name: the leader of a school group those of the group, the support team any two. */
@Controller
class NamedOppositeController {
    private final ReadNamedOpposite readOpposite;
    private final OppositeSheet sheet;
    private final Templates templates;
    private final Shells shells;

    NamedOppositeController(ReadNamedOpposite readOpposite, OppositeSheet sheet, Templates templates, Shells shells) {
        this.readOpposite = readOpposite;
        this.sheet = sheet;
        this.templates = templates;
        this.shells = shells;
    }

    @Get("/scholengroep/{schoolGroupId}/ronde/{roundId}/tegenover")
    HttpResponse<?> ofSchoolGroup(HttpRequest<?> request, SignedIn person, UUID schoolGroupId, UUID roundId,
            @QueryValue(defaultValue = "") String een, @QueryValue(defaultValue = "") String ander) {
        String back = "/scholengroep/%s/ronde/%s".formatted(schoolGroupId, roundId);
        return isOne(een, ander) ? again(back)
                : page(request, readOpposite.ofSchoolGroup(schoolGroupId, roundId, een, ander, person), back);
    }

    @Get("/vergelijking/{roundId}/tegenover")
    HttpResponse<?> ofNet(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") String een,
            @QueryValue(defaultValue = "") String ander) {
        String back = "/vergelijking/%s/centra".formatted(roundId);
        return isOne(een, ander) ? again(back) : page(request, readOpposite.ofNet(roundId, een, ander), back);
    }

    private static boolean isOne(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    /** Where the two are chosen: it says that they have to be two. */
    private static HttpResponse<?> again(String back) {
        return HttpResponse.seeOther(URI.create(back + "?hetzelfde=ja#kop-tegenover"));
    }

    private HttpResponse<?> page(HttpRequest<?> request, ReadNamedOpposite.Read read, String back) {
        String name = read.one().centreName();
        OppositeView view = new OppositeView(read.questionnaire(), read.one(), read.other(), name);
        return templates.page("report/opposite", sheet.page(shells.of(request, "Tegenover elkaar", read.one().roundTitle()),
                read.questionnaire(), view, name, List.of("Alleen wie beide centra met naam ziet, ziet deze pagina."),
                new OppositePages.Back(back, "Terug naar alle centra naast elkaar")));
    }
}
