package be.zelfscan.access;

import static be.zelfscan.access.Permission.*;

import be.zelfscan.database.StartProblem;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * The one table of rights: what each address of the service needs. An address without a row does not exist, see {@link RightsRule}; the
 * test of all rights is made from the same rows.
 */
public final class Rights {
    private static final List<Row> TABLE = List.of(
            get("/", visit),
            get("/aanmelden", visit),
            post("/aanmelden", visit),
            get("/aanmelden/verstuurd", visit),
            get("/aanmelden/link/{token}", visit),
            post("/aanmelden/link/{token}", visit),
            post("/aanmelden/afmelding", visit),
            get("/aanmelden/account", visit),
            get("/aanmelden/account/terug", visit),
            post("/aanmelden/account/terug", visit),
            get("/aanmeldingen", be_signed_in),
            post("/aanmeldingen/afmelding", be_signed_in),
            get("/postvak", visit),
            get("/postvak/{id}", visit),
            get("/postvak/{id}/html", visit),
            get("/postvak/{id}/bijlage/{number}", visit),
            get("/postvak/{id}/bericht.eml", visit),
            get("/static/{build}/{name}", visit),
            get("/health", visit),
            get("/health/{selector}", visit),
            get("/prometheus", measure),

            get("/privacy", visit),
            get("/logboek", read_log),
            get("/organisatie/mensen/{personId}/verwijdering", manage_organisations),
            post("/organisatie/mensen/{personId}/verwijdering", manage_organisations),

            get("/centrum", be_signed_in),
            get("/centrum/{centreId}", see_centre),
            post("/centrum/{centreId}/ronde/{roundId}/zelfscan", answer),

            get("/vragenlijst/{id}/{version}/voorbereiding.pdf", be_signed_in),
            get("/zelfscan/{scanId}/inleiding", see_scan),
            get("/zelfscan/{scanId}/deel/{section}", see_scan),
            post("/zelfscan/{scanId}/deel/{section}", answer),
            get("/zelfscan/{scanId}/overzicht", see_scan),
            get("/zelfscan/{scanId}/vorige", see_scan),
            post("/zelfscan/{scanId}/vorige", answer),
            get("/zelfscan/{scanId}/live", see_scan),
            post("/zelfscan/{scanId}/live", answer),
            get("/zelfscan/{scanId}/verzending", send),
            get("/zelfscan/{scanId}/vergadering", see_scan),
            get("/zelfscan/{scanId}/vergadering/{section}/{step}", see_scan),
            get("/zelfscan/{scanId}/minderheidsstandpunt/{section}", see_scan),
            post("/zelfscan/{scanId}/minderheidsstandpunt/{section}", answer),
            get("/zelfscan/{scanId}/alleen", see_scan),
            post("/zelfscan/{scanId}/alleen/opening", lead_team),
            get("/zelfscan/{scanId}/alleen/afsluiting", lead_team),
            post("/zelfscan/{scanId}/alleen/afsluiting", lead_team),
            get("/zelfscan/{scanId}/alleen/deel/{section}", answer),
            post("/zelfscan/{scanId}/alleen/deel/{section}", answer),
            post("/zelfscan/{scanId}/alleen/klaar", answer),
            post("/zelfscan/{scanId}/verzending", send),

            get("/resultaat/{sentId}", see_result),
            get("/resultaat/{sentId}/scherm", see_result),
            get("/resultaat/{sentId}/rapport.pdf", see_result),
            get("/resultaat/{sentId}/datagrafiek.svg", see_result),
            get("/resultaat/{sentId}/gesprek.pdf", see_scan),
            get("/resultaat/{sentId}/gesprek/{screen}", see_scan),
            post("/resultaat/{sentId}/gesprek/{screen}", answer),
            get("/centrum/{centreId}/afspraken", see_scan),
            get("/centrum/{centreId}/afspraken.ics", see_scan),
            get("/afspraken/{agreementId}", see_scan),
            post("/afspraken/{agreementId}", answer),
            post("/afspraken/{agreementId}/stand", answer),
            get("/afspraken/{agreementId}/afspraak.ics", see_scan),

            get("/centrum/{centreId}/vergelijking/{roundId}/rapport.pdf", see_comparison),
            get("/scholengroep/{schoolGroupId}/ronde/{roundId}/rapport.pdf", see_school_group),
            get("/vergelijking/{roundId}/rapport.pdf", compare_net),
            get("/rapporten/{roundId}", compare_net),
            post("/rapporten/{roundId}/opdracht", compare_net),
            get("/rapporten/{roundId}/rapporten.zip", compare_net),
            get("/centrum/{centreId}/vergelijking/{roundId}", see_comparison),
            get("/centrum/{centreId}/openstelling", see_comparison),
            post("/centrum/{centreId}/openstelling", open_result),
            post("/centrum/{centreId}/openstelling/{openingId}/aanvaarding", open_result),
            post("/centrum/{centreId}/openstelling/{openingId}/einde", open_result),
            get("/centrum/{centreId}/tegenover/{otherCentreId}/{roundId}", see_comparison),

            get("/centrum/{centreId}/hulp/{id}", propose_help),
            post("/centrum/{centreId}/hulp/{id}", propose_help),
            post("/centrum/{centreId}/hulp/{id}/{helpId}/intrekking", propose_help),
            get("/resultaat/{sentId}/noden", ask_need),
            get("/afspraken/{agreementId}/noden", ask_need),
            post("/resultaat/{sentId}/noden", ask_need),
            post("/resultaat/{sentId}/noden/{needId}/doorgifte", ask_need),
            post("/resultaat/{sentId}/noden/{needId}/intrekking", ask_need),
            get("/scholengroep/{schoolGroupId}/noden", answer_school_group),
            post("/scholengroep/{schoolGroupId}/noden/{needId}", answer_school_group),
            get("/noden", answer_needs),
            post("/noden/{needId}", answer_needs),
            get("/hulp", keep_help),
            get("/hulp/nieuw", keep_help),
            post("/hulp", keep_help),
            get("/hulp/{helpId}", keep_help),
            post("/hulp/{helpId}", keep_help),
            post("/hulp/{helpId}/verwijdering", keep_help),

            get("/organisatie", manage_organisations),
            get("/organisatie/mensen", manage_organisations),
            get("/organisatie/scholengroep/nieuw", manage_organisations),
            post("/organisatie/scholengroep", manage_organisations),
            get("/organisatie/scholengroep/{schoolGroupId}", manage_organisations),
            post("/organisatie/scholengroep/{schoolGroupId}", manage_organisations),
            get("/organisatie/scholengroep/{partId}/einde", manage_organisations),
            post("/organisatie/scholengroep/{partId}/einde", manage_organisations),
            post("/organisatie/scholengroep/{partId}/hervatting", manage_organisations),
            get("/organisatie/centrum/nieuw", manage_organisations),
            post("/organisatie/centrum", manage_organisations),
            get("/organisatie/centrum/{centreId}", manage_organisations),
            post("/organisatie/centrum/{centreId}", manage_organisations),
            post("/organisatie/centrum/{centreId}/vestiging", manage_organisations),
            get("/organisatie/centrum/{partId}/einde", manage_organisations),
            post("/organisatie/centrum/{partId}/einde", manage_organisations),
            post("/organisatie/centrum/{partId}/hervatting", manage_organisations),
            get("/organisatie/vestiging/{siteId}", manage_organisations),
            post("/organisatie/vestiging/{siteId}", manage_organisations),
            get("/organisatie/vestiging/{partId}/einde", manage_organisations),
            post("/organisatie/vestiging/{partId}/einde", manage_organisations),
            post("/organisatie/vestiging/{partId}/hervatting", manage_organisations),
            get("/organisatie/persoon/nieuw", manage_organisations),
            post("/organisatie/persoon", manage_organisations),
            get("/organisatie/persoon/{personId}", manage_organisations),
            post("/organisatie/persoon/{personId}", manage_organisations),
            get("/organisatie/persoon/{personId}/einde", manage_organisations),
            post("/organisatie/persoon/{personId}/einde", manage_organisations),
            post("/organisatie/persoon/{personId}/hervatting", manage_organisations),
            get("/organisatie/import", manage_organisations),
            post("/organisatie/import", manage_organisations),
            get("/organisatie/import/sjabloon.xlsx", manage_organisations),
            get("/organisatie/import/{draftId}", manage_organisations),
            post("/organisatie/import/{draftId}/bevestiging", manage_organisations),
            get("/organisatie/export.xlsx", manage_organisations),
            get("/organisatie/export.csv", manage_organisations),

            get("/rondes", run_rounds),
            get("/rondes/nieuw", run_rounds),
            post("/rondes", run_rounds),
            get("/rondes/{roundId}", run_rounds),
            get("/rondes/{roundId}/gegevens", run_rounds),
            post("/rondes/{roundId}/gegevens", run_rounds),
            get("/rondes/{roundId}/opening", run_rounds),
            post("/rondes/{roundId}/opening", run_rounds),
            post("/rondes/{roundId}/herinnering", run_rounds),
            post("/rondes/{roundId}/verlenging", run_rounds),
            get("/rondes/{roundId}/centra/toevoeging", run_rounds),
            get("/rondes/{roundId}/centra/verwijdering", run_rounds),
            get("/rondes/{roundId}/afsluiting", run_rounds),
            post("/rondes/{roundId}/centra", run_rounds),
            post("/rondes/{roundId}/centra/verwijdering", run_rounds),
            post("/rondes/{roundId}/afsluiting", run_rounds),
            get("/rondes/{roundId}/centrum/{centreId}/heropening", run_rounds),
            post("/rondes/{roundId}/centrum/{centreId}/heropening", run_rounds),
            get("/scholengroep/{schoolGroupId}", see_school_group),

            get("/uitvoer", take_data_out),
            get("/uitvoer/bestand", take_data_out),
            get("/uitvoer/{roundId}/{fileName}", take_data_out),
            get("/uitvoer/vragenlijst/{id}/{fileName}", take_data_out),
            get("/uitvoer/sleutels", take_data_out),
            post("/uitvoer/sleutels", take_data_out),
            get("/uitvoer/sleutels/{tokenId}/intrekking", take_data_out),
            post("/uitvoer/sleutels/{tokenId}/intrekking", take_data_out),
            get("/api", visit),
            get("/api/openapi.yaml", visit),
            get("/api/v1/rondes", take_data_out),
            get("/api/v1/rondes/{roundId}/zelfscans", take_data_out),
            get("/api/v1/zelfscans/{sentId}", take_data_out),
            get("/api/v1/vragenlijsten/{id}/{version}", take_data_out),

            get("/scholengroep/{schoolGroupId}/ronde/{roundId}", see_school_group),
            get("/scholengroep/{schoolGroupId}/ronde/{roundId}/tegenover", see_school_group),
            get("/vergelijking", compare_net),
            get("/vergelijking/{roundId}/tegenover", compare_net),
            get("/vergelijking/{roundId}", compare_net),
            get("/vergelijking/{roundId}/centra", compare_net),
            get("/vergelijking/{roundId}/scholengroepen", compare_net),

            get("/vergelijking/{roundId}/toelichtingen", compare_net),
            post("/vergelijking/{roundId}/toelichtingen/codering", compare_net),
            post("/vergelijking/{roundId}/toelichtingen/codering/verwijdering", compare_net),
            get("/vergelijking/{roundId}/toelichtingen/labels", compare_net),
            post("/vergelijking/{roundId}/toelichtingen/labels", compare_net),
            post("/vergelijking/{roundId}/toelichtingen/labels/{labelId}", compare_net),
            post("/vergelijking/{roundId}/toelichtingen/labels/{labelId}/einde", compare_net),
            post("/vergelijking/{roundId}/toelichtingen/labels/{labelId}/hervatting", compare_net),
            get("/vergelijking/{roundId}/inspiratie", compare_net),
            get("/vergelijking/{roundId}/inspiratie/{block}/{inspiringId}/{seekingId}/voorstelling", compare_net),
            post("/vergelijking/{roundId}/inspiratie/{block}/{inspiringId}/{seekingId}/voorstelling", compare_net),
            post("/vergelijking/{roundId}/inspiratie/{block}/{inspiringId}/{seekingId}/voorstelling/voorbeeld", compare_net),

            get("/mails", follow_mails),
            get("/mails/{messageId}/herhaling", follow_mails),
            post("/mails/{messageId}/herhaling", follow_mails),
            get("/rondes/{roundId}/mails/{kind}", run_rounds),
            get("/rondes/{roundId}/mails/{kind}/html", run_rounds));

    /** What an address needs. */
    public record Row(HttpMethod method, String path, Permission permission) {
        private String key() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return "%-4s %s: %s".formatted(method, path, permission);
        }
    }

    private static final Map<String, Row> BY_KEY = TABLE.stream().collect(Collectors.toUnmodifiableMap(Row::key, Function.identity()));

    private Rights() {}

    private static Row get(String path, Permission permission) {
        return new Row(HttpMethod.GET, path, permission);
    }

    private static Row post(String path, Permission permission) {
        return new Row(HttpMethod.POST, path, permission);
    }

    /** All rows, in the order of the table. */
    public static List<Row> table() {
        return TABLE;
    }

    /** The row of an address; reading only the head of a page needs what the page needs. */
    static Optional<Row> of(HttpMethod method, String path) {
        HttpMethod read = method == HttpMethod.HEAD ? HttpMethod.GET : method;
        return Optional.ofNullable(BY_KEY.get(read + " " + path));
    }

    /**
     * Judges each request by {@link Rights}; of what is a centre's or a school group's, the use case judges the rest. Refuses to start a
     * service with an address of which that table does not say who may use it.
     */
    @Context
    static final class RightsRule implements SecurityRule<HttpRequest<?>> {
        RightsRule(Router router) {
            List<String> without = router.uriRoutes().filter(route -> Rights.of(route.getHttpMethod(), path(route)).isEmpty())
                    .map(route -> route.getHttpMethod() + " " + path(route)).sorted().toList();
            if (!without.isEmpty()) {
                throw new StartProblem("Addresses without a row in the table of rights: " + String.join(", ", without));
            }
        }

        /** The address of a route as the table writes it. */
        static String path(UriRouteInfo<?, ?> route) {
            return route.getUriMatchTemplate().toPathString();
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public Publisher<SecurityRuleResult> check(HttpRequest<?> request, @Nullable Authentication authentication) {
            return Mono
                    .just(isAllowed(request, Optional.ofNullable(authentication)) ? SecurityRuleResult.ALLOWED
                            : SecurityRuleResult.REJECTED);
        }

        private static boolean isAllowed(HttpRequest<?> request, Optional<Authentication> authentication) {
            Optional<UriRouteMatch<?, ?>> route = RouteAttributes.getRouteMatch(request)
                    .filter(UriRouteMatch.class::isInstance).map(match -> (UriRouteMatch<?, ?>) match);
            if (route.isEmpty()) {
                // What is no route is a part of a page, or nothing at all.
                return true;
            }
            Permission needed = Rights.of(request.getMethod(), path(route.get().getRouteInfo())).orElseThrow().permission();
            return switch (needed.reach()) {
                case everybody -> true;
                case signed_in, centre, school_group -> authentication.isPresent();
                case net -> authentication.map(SignedIn::of).filter(person -> needed.allowed(person.rolesInNet())).isPresent();
            };
        }
    }
}
