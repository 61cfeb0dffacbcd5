package be.zelfscan.team;

import be.zelfscan.access.SignedIn;
import be.zelfscan.question.Fields;
import be.zelfscan.scan.QuestionView;
import be.zelfscan.scan.ScanAddress;
import be.zelfscan.scan.ScanNotFound;
import be.zelfscan.scan.ScanPages.SectionPage;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.ScanState;
import be.zelfscan.team.MeetingPage.Order;
import be.zelfscan.team.MeetingPage.Step;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The view for the meeting: a team goes through its scan in steps that fit on one screen. What it answers there is saved as on the page of
 * the section, to the same address.
 */
@Controller("/zelfscan/{scanId}/vergadering")
class MeetingController {
    private final ScanReading reading;
    private final PlaceAlone placeAlone;
    private final DissentingViews dissenting;
    private final Templates templates;
    private final PageLayouts layouts;

    MeetingController(ScanReading reading, PlaceAlone placeAlone, DissentingViews dissenting, Templates templates, PageLayouts layouts) {
        this.dissenting = dissenting;
        this.reading = reading;
        this.placeAlone = placeAlone;
        this.templates = templates;
        this.layouts = layouts;
    }

    /** Where the meeting begins: at what is open first. */
    @Get
    HttpResponse<?> begin(SignedIn person, UUID scanId, @Nullable @QueryValue("volgorde") String order) {
        ScanState state = reading.scan(scanId, person.personId());
        Order chosen = Order.of(order);
        Map<String, Spread> spreads = placeAlone.spreads(scanId);
        List<String> sections = chosen.sections(state.questionnaire(), spreads);
        String first = sections.stream().filter(section -> chosen == Order.disagreement || !state.progress().open(section).isEmpty())
                .findFirst().orElse(sections.getFirst());
        return HttpResponse.seeOther(URI.create(new ScanAddress(scanId).meeting(first, 1) + chosen.query()));
    }

    @Get("/{section}/{step}")
    HttpResponse<?> step(HttpRequest<?> request, SignedIn person, UUID scanId, String section, int step,
            @Nullable @QueryValue("volgorde") String order) {
        ScanReading.Answering answering = reading.answering(scanId, section, person.personId());
        ScanState state = answering.state();
        if (state.questionnaire().section(section).isEmpty()) {
            throw ScanNotFound.section(section);
        }
        ScanAddress address = new ScanAddress(scanId);
        if (!state.scan().isOpen()) {
            return HttpResponse.seeOther(URI.create(address.overview()));
        }
        Order chosen = Order.of(order);
        List<Step> steps = Step.of(state, section);
        if (step < 1 || step > steps.size()) {
            return HttpResponse.seeOther(URI.create(address.meeting(section, 1) + chosen.query()));
        }
        List<QuestionView> questions = steps.get(step - 1).questions().stream()
                .map(question -> QuestionView.of(state, section, question, templates)
                        .withRoom(room(request.getParameters().get(question.id() + "." + Fields.ADD))))
                .toList();
        PageLayout layout = layouts.of(request, state.questionnaire().sectionTitle(section),
                state.scan().centreName() + " · " + state.scan().roundTitle());
        Map<String, Spread> spreads = placeAlone.spreads(scanId);
        return templates.page("team/meeting",
                new MeetingPage(SectionPage.of(layout, state, section, questions).beside(answering.earlier(), answering.help(),
                        answering.asked()), state,
                        steps,
                        steps.get(step - 1), chosen, spreads,
                        state.questionnaire().isScaled() ? placeAlone.of(scanId, person.personId()).closedAt() : Optional.empty(),
                        dissenting.of(scanId).getOrDefault(section, List.of())));
    }

    /** How many rows of a table somebody asked for; 0 for as many as usual. */
    private static int room(@Nullable String rows) {
        return rows != null && rows.matches("[0-9]{1,3}") ? Integer.parseInt(rows) : 0;
    }
}
