package be.zelfscan.scan;

import be.zelfscan.access.Permission;
import be.zelfscan.access.SignedIn;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.round.LastDay;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The home of a centre: its rounds, how far its scans are, what it sent. */
@Controller("/centrum")
class CentreController {
    private final Places places;
    private final ScanReading reading;
    private final StartScan startScan;
    private final OrganisationRepository organisations;
    private final Clock clock;
    private final List<HomePart> parts;
    private final Templates templates;
    private final PageLayouts layouts;

    CentreController(Places places, ScanReading reading, StartScan startScan, OrganisationRepository organisations, Clock clock,
            List<HomePart> parts, Templates templates,
            PageLayouts layouts) {
        this.places = places;
        this.reading = reading;
        this.startScan = startScan;
        this.organisations = organisations;
        this.clock = clock;
        this.parts = parts;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> choose(HttpRequest<?> request, SignedIn person) {
        List<ScanPages.Place> found = places.of(person);
        return found.size() == 1 ? HttpResponse.seeOther(URI.create(found.getFirst().address()))
                : templates.page("scan/places", new ScanPages.Places(layouts.of(request, "Waar wil je naartoe?"), found));
    }

    @Get("/{centreId}")
    HttpResponse<?> home(HttpRequest<?> request, SignedIn person, UUID centreId) {
        List<ScanReading.RoundOfCentre> found = reading.roundsOf(centreId, person.personId());
        List<ScanPages.RoundCard> rounds = found.stream().map(round -> card(round, centreId, reading.whoSends(centreId))).toList();
        String name = organisations.centreName(centreId).orElseThrow(ScanNotFound::scan);
        return templates.page("scan/home",
                new ScanPages.Home(layouts.of(request, name, name), name, rounds, reading.unreadableOf(centreId, person.personId()),
                        "/centrum/" + centreId + "/openstelling",
                        parts.stream().flatMap(part -> part.of(centreId, person.personId(), found).stream()).toList()));
    }

    private ScanPages.RoundCard card(ScanReading.RoundOfCentre round, UUID centreId, String whoSends) {
        Optional<Navigation> navigation = round.scan().map(state -> Navigation.of(state, ""));
        Optional<String> next = round.scan().map(state -> state.progress().firstOpenSection().orElse(""));
        Progress.State state = round.scan().map(ScanState::progress)
                .map(progress -> progress.isComplete() ? Progress.State.complete
                        : progress.isStarted() ? Progress.State.started : Progress.State.not_started)
                .orElse(Progress.State.not_started);
        String address = round.scan().map(scan -> next.get().isEmpty() ? scan.address().overview() : scan.address().section(next.get()))
                .orElse("");
        String title = next.map(section -> section.isEmpty() ? "Overzicht en verzenden" : round.questionnaire().sectionTitle(section))
                .orElse("");
        return new ScanPages.RoundCard(round, navigation, state, address, title,
                "/centrum/" + centreId + "/ronde/" + round.round().id() + "/zelfscan",
                new LastDay(round.round().closesOn(), LocalDate.now(clock.withZone(BelgianDutch.ZONE))),
                round.scan().filter(scan -> Permission.send.allowed(scan.scan().roles())).isPresent(), whoSends,
                ScanAddress.preparation(round.questionnaire().key()),
                round.questionnaire().isScaled() ? "/centrum/" + centreId + "/vergelijking/" + round.round().id() : "");
    }

    @Post("/{centreId}/ronde/{roundId}/zelfscan")
    @Consumes(MediaType.ALL)
    HttpResponse<?> start(SignedIn person, UUID centreId, UUID roundId) {
        return HttpResponse.seeOther(URI.create("/zelfscan/" + startScan.start(roundId, centreId, person.personId()) + "/inleiding"));
    }
}
