package be.zelfscan.scan;

import be.zelfscan.access.SignedIn;
import be.zelfscan.organisation.Membership;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Role;
import be.zelfscan.web.BelgianDutch;
import be.zelfscan.web.Shell;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The home of a centre: its rounds, how far its scans are, what it sent. */
@Controller("/centrum")
@Secured(SecurityRule.IS_AUTHENTICATED)
class CentreController {
    /** A centre that somebody can choose, with what they are there. */
    record Choice(UUID centreId, String name, String roles) {}

    record ChoicePage(Shell shell, List<Choice> centres) {}

    /** A round as its card shows it. */
    record RoundCard(ScanReading.RoundOfCentre round, Optional<Navigation> navigation, Progress.State state, String address,
            String startAddress,
            String deadline) {}

    record HomePage(Shell shell, String centre, List<RoundCard> rounds) {}

    private final ScanReading reading;
    private final StartScan startScan;
    private final OrganisationRepository organisations;
    private final Templates templates;
    private final Shells shells;

    CentreController(ScanReading reading, StartScan startScan, OrganisationRepository organisations, Templates templates, Shells shells) {
        this.reading = reading;
        this.startScan = startScan;
        this.organisations = organisations;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> choose(HttpRequest<?> request, SignedIn person) {
        List<Membership> memberships = organisations.memberships(person.personId());
        List<Choice> centres = memberships.stream().map(Membership::centreId).distinct().map(id -> choice(id, memberships)).toList();
        return centres.size() == 1 ? HttpResponse.seeOther(URI.create("/centrum/" + centres.getFirst().centreId()))
                : templates.page("scan/centres", new ChoicePage(shells.of(request, "Jouw centra"), centres));
    }

    private static Choice choice(UUID centreId, List<Membership> memberships) {
        List<Membership> here = memberships.stream().filter(membership -> membership.centreId().equals(centreId)).toList();
        return new Choice(centreId, here.getFirst().centreName(),
                BelgianDutch.list(here.stream().map(Membership::role).map(Role::label).toList()));
    }

    @Get("/{centreId}")
    HttpResponse<?> home(HttpRequest<?> request, SignedIn person, UUID centreId) {
        List<RoundCard> rounds = reading.roundsOf(centreId, person.personId()).stream().map(round -> card(round, centreId)).toList();
        String name = organisations.centre(centreId).orElseThrow(ScanNotFound::scan).name();
        return templates.page("scan/home", new HomePage(shells.of(request, name, name), name, rounds));
    }

    private static RoundCard card(ScanReading.RoundOfCentre round, UUID centreId) {
        Optional<Navigation> navigation = round.scan().map(state -> Navigation.of(state, ""));
        Progress.State state = round.scan().map(ScanReading.ScanState::progress)
                .map(progress -> progress.isComplete() ? Progress.State.complete
                        : progress.isStarted() ? Progress.State.started : Progress.State.not_started)
                .orElse(Progress.State.not_started);
        return new RoundCard(round, navigation, state, round.scan().map(CentreController::goOn).orElse(""),
                "/centrum/" + centreId + "/ronde/" + round.round().id() + "/zelfscan", BelgianDutch.date(round.round().closesOn()));
    }

    /** Where answering goes on: the first section of which something is open, or the overview. */
    private static String goOn(ScanReading.ScanState state) {
        ScanAddress address = new ScanAddress(state.scan().id(), state.questionnaire().closing().id());
        return state.progress().firstOpenSection().map(address::section).orElse(address.overview());
    }

    @Post("/{centreId}/ronde/{roundId}/zelfscan")
    @Consumes(MediaType.ALL)
    HttpResponse<?> start(SignedIn person, UUID centreId, UUID roundId) {
        return HttpResponse.seeOther(URI.create("/zelfscan/" + startScan.start(roundId, centreId, person.personId()) + "/inleiding"));
    }
}
