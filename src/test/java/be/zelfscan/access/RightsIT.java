package be.zelfscan.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet;
import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService;
import be.zelfscan.access.Rights.RightsRule;
import be.zelfscan.organisation.Role;
import be.zelfscan.support.Visitor;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every address of the service, met by everybody: what they get is what the table of rights says. */
@Order(Integer.MAX_VALUE - 6)
class RightsIT {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)\\}");
    private static final Set<Actor> SIGNED_IN = EnumSet.complementOf(EnumSet.of(Actor.nobody));
    private static final Set<Actor> CENTRE = EnumSet.of(Actor.member, Actor.coordinator, Actor.director);
    private static final Set<Actor> SUPPORT = EnumSet.of(Actor.support);
    /** What is not there for whoever comes: it does not exist for them, or is not theirs. */
    private static final Set<Integer> DENIED = Set.of(401, 403, 404);

    /** What stands in the place of a variable of an address: something of the first centre, or of the net. */
    private static final Map<String, Function<TestNet, Object>> VALUES = Map.ofEntries(
            Map.entry("centreId", net -> net.centre),
            Map.entry("schoolGroupId", net -> net.schoolGroup),
            Map.entry("siteId", net -> net.site),
            Map.entry("roundId", net -> net.round),
            Map.entry("otherCentreId", net -> net.otherCentre),
            Map.entry("openingId", TestNet::opening),
            Map.entry("scanId", net -> net.scan),
            Map.entry("sentId", net -> net.sent),
            Map.entry("messageId", net -> net.message),
            Map.entry("personId", TestNet::bystander),
            Map.entry("draftId", TestNet::importDraft),
            Map.entry("tokenId", TestNet::apiToken),
            Map.entry("fileName", net -> "uitvoer.xlsx"),
            Map.entry("step", net -> 1),
            Map.entry("section", net -> TestService.get().questionnaire().sections().getFirst().id()),
            Map.entry("block", net -> TestService.get().questionnaire().blocks().getFirst().id()),
            Map.entry("id", net -> TestService.get().questionnaire().key().id()),
            Map.entry("version", net -> TestService.get().questionnaire().key().version()),
            Map.entry("labelId", TestNet::label),
            Map.entry("helpId", TestNet::proposedHelp),
            Map.entry("agreementId", TestNet::agreement),
            Map.entry("screen", net -> "opvallend"),
            Map.entry("needId", TestNet::need),
            Map.entry("inspiringId", net -> net.centre),
            Map.entry("seekingId", net -> net.otherCentre),
            Map.entry("kind", net -> "invitation"),
            Map.entry("selector", net -> "liveness"),
            Map.entry("token", net -> "onbekend"),
            Map.entry("number", net -> 1),
            Map.entry("build", net -> "0"),
            Map.entry("name", net -> "saving.js"));

    /**
     * What comes from the page itself, to who may use it: what it holds, or that it is too early for it, or what is missing in a form
     * without fields.
     */
    private static final Set<Integer> OF_THE_PAGE = Set.of(200, 409, 410, 415, 422);

    /** Addresses that are about a round of another kind. */
    private static final Map<String, Function<TestNet, Object>> ROUNDS = Map
            .of("/centrum/{centreId}/tegenover/{otherCentreId}/{roundId}", TestNet::openedRound);

    /** What stands for {@code partId}, by the word before it. */
    private static final Map<String, Function<TestNet, Object>> PARTS = Map.of("scholengroep", net -> net.schoolGroup,
            "centrum", net -> net.centre, "vestiging", net -> net.site);

    private final TestService service = TestService.get();

    @Test
    void everyoneGetsWhatTheTableSaysAndNothingElse() {
        List<String> differences = new ArrayList<>();
        Set<String> addresses = addresses();
        List<Rights.Row> rows = Rights.table().stream().filter(row -> addresses.contains(address(row))).toList();
        TestNet forReading = new TestNet();
        for (Rights.Row row : rows) {
            TestNet net = row.method() == HttpMethod.GET ? forReading : new TestNet();
            // Who may not comes first: whoever may can change what the others would have met.
            Stream.of(Actor.values()).sorted(Comparator.comparing(actor -> isAllowed(row, actor))).forEach(actor -> {
                Visitor.Page page = visit(net.visitor(actor), row, net);
                boolean asExpected = isAllowed(row, actor) ? gotIn(row, page) : isTurnedAway(row, page);
                if (!asExpected) {
                    differences.add("%s, met by %s: %d %s %s".formatted(row, actor, page.status(), page.path(), page.text()));
                }
            });
        }
        assertThat(rows).hasSizeGreaterThan(120);
        assertThat(differences).isEmpty();
    }

    /**
     * Not made from the table, but from what the specification says of each part of the service: who at most gets what begins so; the
     * longest counts.
     */
    private static final Map<String, Set<Actor>> AT_MOST = Map.ofEntries(
            Map.entry("/", EnumSet.allOf(Actor.class)),
            Map.entry("/aanmeldingen", SIGNED_IN),
            Map.entry("/centrum", SIGNED_IN),
            Map.entry("/vragenlijst/", SIGNED_IN),
            Map.entry("/centrum/{centreId}", CENTRE),
            Map.entry("/centrum/{centreId}/openstelling", CENTRE),
            Map.entry("/zelfscan/", CENTRE),
            Map.entry("/zelfscan/{scanId}/verzending", EnumSet.of(Actor.director)),
            Map.entry("/resultaat/", EnumSet.of(Actor.member, Actor.coordinator, Actor.director, Actor.leader, Actor.support)),
            Map.entry("/resultaat/{sentId}/gesprek", CENTRE), Map.entry("/afspraken/", CENTRE),
            Map.entry("/scholengroep/", EnumSet.of(Actor.leader, Actor.support)),
            Map.entry("/organisatie", SUPPORT), Map.entry("/rondes", SUPPORT), Map.entry("/rapporten/", SUPPORT),
            Map.entry("/vergelijking", SUPPORT), Map.entry("/uitvoer", SUPPORT), Map.entry("/api/v1/", SUPPORT),
            Map.entry("/mails", SUPPORT), Map.entry("/hulp", SUPPORT),
            Map.entry("/noden", SUPPORT), Map.entry("/scholengroep/{schoolGroupId}/noden", EnumSet.of(Actor.leader)),
            Map.entry("/resultaat/{sentId}/noden", CENTRE),
            Map.entry("/logboek", SUPPORT), Map.entry("/prometheus", SUPPORT));
    /** What everybody may ask for; nothing else is. */
    private static final Set<String> OPEN = Set.of("/", "/aanmelden", "/postvak", "/health", "/privacy", "/api", "/api/openapi.yaml");

    @Test
    void theTableGivesNobodyMoreThanTheSpecification() {
        List<String> tooMuch = new ArrayList<>();
        for (Rights.Row row : Rights.table()) {
            Set<Actor> most = AT_MOST.entrySet().stream().filter(part -> row.path().startsWith(part.getKey()))
                    .max(Comparator.comparingInt(part -> part.getKey().length())).orElseThrow().getValue();
            Set<Actor> gets = Stream.of(Actor.values()).filter(actor -> isAllowed(row, actor)).collect(Collectors.toSet());
            boolean open = OPEN.contains(row.path()) || row.path().matches("/(aanmelden|postvak|health|static)/.*");
            if (!most.containsAll(gets) || gets.contains(Actor.nobody) && !open) {
                tooMuch.add(row + " is for " + gets);
            }
        }
        assertThat(tooMuch).isEmpty();
    }

    @Test
    void everyAddressOfTheServiceHasARow() {
        assertThat(addresses()).isSubsetOf(Rights.table().stream().map(RightsIT::address).toList());
    }

    /** As the table says it, from the roles that the actors have in the net. */
    private static boolean isAllowed(Rights.Row row, Actor actor) {
        Permission needed = row.permission();
        return switch (needed.reach()) {
            case everybody -> true;
            case signed_in -> actor != Actor.nobody;
            case centre, school_group -> switch (actor) {
                case member -> needed.allowed(Set.of(Role.member));
                case coordinator -> needed.allowed(Set.of(Role.coordinator));
                case director -> needed.allowed(Set.of(Role.director));
                case leader -> needed.allowed(Set.of(Role.leader));
                case support -> needed.allowed(Set.of(Role.support));
                case nobody, director_of_another_centre, leader_of_another_group -> false;
            };
            case net -> actor == Actor.support && needed.allowed(Set.of(Role.support));
        };
    }

    /** Whether the page itself came: not a refusal, and not a failure either. */
    private static boolean gotIn(Rights.Row row, Visitor.Page page) {
        boolean sentAway = page.path().equals("/aanmelden") && !row.path().equals("/aanmelden");
        if (row.permission() == Permission.visit) {
            // What everybody may ask for need not be there.
            return page.status() < 500 && page.status() != 401 && page.status() != 403;
        }
        return !sentAway && OF_THE_PAGE.contains(page.status());
    }

    private static boolean isTurnedAway(Rights.Row row, Visitor.Page page) {
        boolean sentAway = page.path().equals("/aanmelden") && !row.path().equals("/aanmelden");
        return sentAway || DENIED.contains(page.status());
    }

    private static Visitor.Page visit(Visitor visitor, Rights.Row row, TestNet net) {
        String path = path(row, net);
        return row.method() == HttpMethod.GET ? visitor.get(path) : visitor.post(path, Map.of());
    }

    /** The address of a row in a net. */
    static String path(Rights.Row row, TestNet net) {
        return VARIABLE.matcher(row.path()).replaceAll(found -> {
            Function<TestNet, Object> value = switch (found.group(1)) {
                case "roundId" -> ROUNDS.getOrDefault(row.path(), VALUES.get("roundId"));
                case "partId" -> PARTS.get(row.path().split("/")[2]);
                default -> VALUES.get(found.group(1));
            };
            if (value == null) {
                throw new AssertionError("Say in VALUES what stands for {%s} in %s".formatted(found.group(1), row));
            }
            return String.valueOf(value.apply(net));
        });
    }

    /** The first of these who may. */
    static Actor whoMay(Rights.Row row, Collection<Actor> actors) {
        return actors.stream().filter(actor -> isAllowed(row, actor)).findFirst().orElse(actors.iterator().next());
    }

    private static String address(Rights.Row row) {
        return row.method() + " " + row.path();
    }

    private Set<String> addresses() {
        return service.context().getBean(Router.class).uriRoutes().filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .map(route -> route.getHttpMethod() + " " + RightsRule.path(route)).collect(Collectors.toSet());
    }
}
