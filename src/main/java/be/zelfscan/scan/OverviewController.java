package be.zelfscan.scan;

import be.zelfscan.access.Permission;
import be.zelfscan.access.SignedIn;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.questionnaire.Question;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.web.Shell;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Before and after answering: the introduction, the overview of everything, and sending. */
@Controller("/zelfscan/{scanId}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class OverviewController {
    /** A question in the overview. */
    record Line(String label, List<String> answer, String note, List<String> missing, String address) {}

    /** A section in the overview. */
    record Section(String title, String address, Navigation.Entry entry, List<Line> lines, int missing) {}

    /** The sections of a cluster; the closing questions stand under no cluster. */
    record Group(String title, List<Section> sections) {}

    /**
     * @param missing the number of answers that are still open
     * @param firstMissing address of the first of them
     * @param refusal why sending was refused; empty otherwise
     */
    record OverviewPage(Shell shell, Navigation navigation, List<Group> groups, int missing, String firstMissing, boolean maySend,
            String sendAddress,
            String refusal) {}

    record IntroductionPage(Shell shell, Navigation navigation, Questionnaire questionnaire, String next) {}

    record SendPage(Shell shell, Navigation navigation, String address, String back, String centre, List<String> directors) {}

    private final ScanReading reading;
    private final SendScan sendScan;
    private final OrganisationRepository organisations;
    private final Templates templates;
    private final Shells shells;

    OverviewController(ScanReading reading, SendScan sendScan, OrganisationRepository organisations, Templates templates,
            Shells shells) {
        this.reading = reading;
        this.sendScan = sendScan;
        this.organisations = organisations;
        this.templates = templates;
        this.shells = shells;
    }

    @Get("/inleiding")
    HttpResponse<?> introduction(HttpRequest<?> request, SignedIn person, UUID scanId) {
        ScanReading.ScanState state = reading.scan(scanId, person.personId());
        ScanAddress address = address(state);
        String next = state.progress().firstOpenSection().map(address::section).orElse(address.overview());
        return templates.page("scan/introduction",
                new IntroductionPage(shell(request, state, "Inleiding"), Navigation.of(state, "inleiding"), state.questionnaire(), next));
    }

    @Get("/overzicht")
    HttpResponse<?> overview(HttpRequest<?> request, SignedIn person, UUID scanId) {
        ScanReading.ScanState state = reading.scan(scanId, person.personId());
        Optional<SentScan> sent = state.scan().sent() ? reading.latestSent(scanId, person.personId()) : Optional.empty();
        return sent.isPresent() ? toResult(sent.get().id()) : overview(request, state, HttpStatus.OK, "");
    }

    private HttpResponse<?> overview(HttpRequest<?> request, ScanReading.ScanState state, HttpStatus status, String refusal) {
        Navigation navigation = Navigation.of(state, "");
        List<Progress.OpenPoint> open = state.progress().open();
        ScanAddress address = address(state);
        List<Group> groups = new ArrayList<>(navigation.groups().stream()
                .map(group -> new Group(group.title(), group.entries().stream().map(entry -> section(state, entry)).toList())).toList());
        groups.add(new Group("", List.of(section(state, navigation.closing()))));
        String first = open.isEmpty() ? "" : address.question(open.getFirst().section(), open.getFirst().question().id());
        return templates.page(status, "scan/overview",
                new OverviewPage(shell(request, state, "Overzicht"), navigation, List.copyOf(groups), open.size(), first,
                        Permission.send.allowed(state.scan().roles()), address.sending(), refusal));
    }

    private static Section section(ScanReading.ScanState state, Navigation.Entry entry) {
        ScanAddress address = address(state);
        List<Progress.OpenPoint> open = state.progress().open(entry.section());
        List<Line> lines = state.questionnaire().questions(entry.section()).stream()
                .map(question -> line(state, entry.section(), question, open, address))
                .toList();
        return new Section(entry.title(), entry.address(), entry, lines, open.size());
    }

    private static Line line(ScanReading.ScanState state, String section, Question question, List<Progress.OpenPoint> open,
            ScanAddress address) {
        GivenAnswer given = state.answers().at(section, question.id());
        List<String> missing = open.stream().filter(point -> point.question().id().equals(question.id()))
                .map(point -> point.problem().sentence()).toList();
        return new Line(question.shortLabel(), AnswerText.lines(state.questionnaire(), question, given.answer()), given.note(), missing,
                address.question(section, question.id()));
    }

    @Get("/verzending")
    HttpResponse<?> confirm(HttpRequest<?> request, SignedIn person, UUID scanId) {
        ScanReading.ScanState state = reading.scan(scanId, person.personId());
        if (state.scan().sent()) {
            return HttpResponse.seeOther(URI.create(address(state).overview()));
        }
        Permission.send.require(state.scan().roles());
        if (!state.progress().isComplete()) {
            return overview(request, state, HttpStatus.UNPROCESSABLE_ENTITY, new IncompleteScan(state.progress().open()).sentence());
        }
        List<String> directors = organisations.directors(state.scan().centreId()).stream()
                .map(director -> director.name() + " (" + director.email() + ")")
                .toList();
        return templates.page("scan/sending",
                new SendPage(shell(request, state, "Verzenden"), Navigation.of(state, ""), address(state).sending(),
                        address(state).overview(), state.scan().centreName(), directors));
    }

    @Post("/verzending")
    @Consumes(MediaType.ALL)
    HttpResponse<?> send(HttpRequest<?> request, SignedIn person, UUID scanId) {
        try {
            return toResult(sendScan.send(scanId, person.personId()));
        } catch (IncompleteScan incomplete) {
            return overview(request, reading.scan(scanId, person.personId()), incomplete.status(), incomplete.sentence());
        }
    }

    private static HttpResponse<?> toResult(UUID sentId) {
        return HttpResponse.seeOther(URI.create("/resultaat/" + sentId));
    }

    private static ScanAddress address(ScanReading.ScanState state) {
        return new ScanAddress(state.scan().id(), state.questionnaire().closing().id());
    }

    private Shell shell(HttpRequest<?> request, ScanReading.ScanState state, String title) {
        return shells.of(request, title, state.scan().centreName() + " · " + state.scan().roundTitle());
    }
}
