package be.zelfscan.comparison;

import be.zelfscan.comparison.ComparisonPages.Order;
import be.zelfscan.web.Shell;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.UUID;

/** The comparison of the net, for the support team. */
@Controller("/vergelijking")
class NetComparisonController {
    private final NetComparison comparison;
    private final NetPages pages;
    private final Templates templates;
    private final Shells shells;

    NetComparisonController(NetComparison comparison, NetPages pages, Templates templates, Shells shells) {
        this.comparison = comparison;
        this.pages = pages;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> rounds(HttpRequest<?> request) {
        List<ComparisonPages.RoundLine> rounds = comparison.rounds().stream()
                .map(round -> ComparisonPages.RoundLine.of(round, comparison.isScaled(round)))
                .toList();
        return templates.page("comparison/rounds", new ComparisonPages.Rounds(shells.of(request, "Vergelijking"), rounds));
    }

    @Get("/{roundId}")
    HttpResponse<?> net(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") String scholengroep,
            @QueryValue(defaultValue = "") String rubriek, @QueryValue(defaultValue = "") String deel,
            @QueryValue(defaultValue = "") String stap, @QueryValue(defaultValue = "") String doel) {
        NetFilterForm form = new NetFilterForm(scholengroep, rubriek, deel, stap, doel);
        try {
            return templates.page("comparison/net", pages.net(shell(request), comparison.overview(roundId, form), form, ""));
        } catch (ComparisonRefused refused) {
            NetComparison.Overview all = comparison.overview(roundId, NetFilter.NONE);
            return templates.page(refused.status(), "comparison/net", pages.net(shell(request), all, form, refused.getMessage()));
        }
    }

    @Get("/{roundId}/centra")
    HttpResponse<?> centres(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") String scholengroep,
            @QueryValue(defaultValue = "") String rubriek, @QueryValue(defaultValue = "") String deel,
            @QueryValue(defaultValue = "") String stap, @QueryValue(defaultValue = "") String doel,
            @QueryValue(defaultValue = "naam") String orde, @QueryValue(defaultValue = "1") String pagina) {
        NetFilterForm form = new NetFilterForm(scholengroep, rubriek, deel, stap, doel);
        return templates.page("comparison/centres",
                pages.centres(shell(request), comparison.overview(roundId, form), form, Order.of(orde), page(pagina),
                        request.getParameters().contains("hetzelfde")));
    }

    @Get("/{roundId}/scholengroepen")
    HttpResponse<?> groups(HttpRequest<?> request, UUID roundId, @QueryValue(defaultValue = "") List<String> groep) {
        return templates.page("comparison/groups", pages.groups(shell(request), roundId, groep));
    }

    private Shell shell(HttpRequest<?> request) {
        return shells.of(request, "Vergelijking");
    }

    private static int page(String number) {
        try {
            return Math.max(1, Integer.parseInt(number));
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }
}
