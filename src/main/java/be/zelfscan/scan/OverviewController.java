package be.zelfscan.scan;

import be.zelfscan.access.Permission;
import be.zelfscan.access.SignedIn;
import be.zelfscan.question.Question;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Before and after answering: the introduction, the overview of everything, and sending. */
@Controller("/zelfscan/{scanId}")
class OverviewController {
    private final ScanReading reading;
    private final ScanReopening reopenings;
    private final SendScan sendScan;
    private final ScanDrawing drawing;
    private final LookingBack lookingBack;
    private final Templates templates;
    private final PageLayouts layouts;

    OverviewController(ScanReading reading, ScanReopening reopenings, SendScan sendScan, ScanDrawing drawing, LookingBack lookingBack,
            Templates templates, PageLayouts layouts) {
        this.reading = reading;
        this.reopenings = reopenings;
        this.sendScan = sendScan;
        this.drawing = drawing;
        this.lookingBack = lookingBack;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get("/inleiding")
    HttpResponse<?> introduction(HttpRequest<?> request, SignedIn person, UUID scanId) {
        ScanState state = reading.scan(scanId, person.personId());
        String next = state.progress().firstOpenSection().map(state.address()::section).orElse(state.address().overview());
        return templates.page("scan/introduction",
                new ScanPages.Introduction(layout(request, state, "Inleiding"), Navigation.of(state, "inleiding"),
                        state.questionnaire(), next, ScanAddress.preparation(state.questionnaire().key()), state.address().alone(),
                        lookingBack.hasSubjects(state, person.personId()) ? state.address().former() : ""));
    }

    @Get("/overzicht")
    HttpResponse<?> overview(HttpRequest<?> request, SignedIn person, UUID scanId) {
        ScanState state = reading.scan(scanId, person.personId());
        Optional<SentScan> sent = state.scan().sent() ? reading.latestSent(scanId, person.personId()) : Optional.empty();
        return sent.isPresent() ? toResult(sent.get().id()) : overview(request, person, state, HttpStatus.OK, "");
    }

    private HttpResponse<?> overview(HttpRequest<?> request, SignedIn person, ScanState state, HttpStatus status, String refusal) {
        Navigation navigation = Navigation.of(state, "");
        List<Progress.OpenPoint> open = state.progress().open();
        List<ScanPages.Group> groups = new ArrayList<>(navigation.groups().stream().map(
                group -> new ScanPages.Group(group.title(), group.entries().stream().map(entry -> section(state, entry, open)).toList()))
                .toList());
        navigation.closing()
                .ifPresent(closing -> groups.add(new ScanPages.Group("Over alle %s heen".formatted(navigation.words().block().many()),
                        List.of(section(state, closing, open)))));
        int missing = groups.stream().flatMap(group -> group.sections().stream()).mapToInt(section -> section.open().size()).sum();
        return templates.page(status, "scan/overview",
                new ScanPages.Overview(layout(request, state, "Overzicht"), state.scan().id(), navigation, List.copyOf(groups), missing,
                        Permission.send.allowed(state.scan().roles()), reading.whoSends(state.scan().centreId()), state.address().sending(),
                        refusal, state.progress().isStarted(), closure(state.scan()),
                        reopenings.of(state.scan()).map(reopening -> ScanPages.Reopened.of(reopening,
                                reading.latestSent(state.scan().id(), person.personId()))),
                        state.questionnaire().isScaled() ? drawing.svg(state) : "", state.answers().writes()));
    }

    /** Why nothing can be changed any more; empty while something can. */
    private static String closure(Scan scan) {
        return scan.isOpen() ? "" : scan.roundClosed().sentence();
    }

    private static ScanPages.Section section(ScanState state, Navigation.Entry entry, List<Progress.OpenPoint> open) {
        List<ScanPages.Line> lines = state.progress().visible().questions(entry.section()).stream()
                .map(question -> line(state, entry.section(), question, open))
                .toList();
        return new ScanPages.Section(entry, lines, lines.stream().filter(line -> !line.missing().isEmpty()).toList());
    }

    private static ScanPages.Line line(ScanState state, String section, Question question, List<Progress.OpenPoint> open) {
        GivenAnswer given = state.answers().at(section, question.id());
        List<String> missing = open.stream().filter(point -> point.section().equals(section) && point.question().id().equals(question.id()))
                .map(point -> point.problem().sentence()).toList();
        return new ScanPages.Line(question.shortLabel(), question.lines(given.answer(), state.questionnaire()), given.note(),
                missing,
                state.address().question(section, question.id()));
    }

    @Get("/verzending")
    HttpResponse<?> confirm(HttpRequest<?> request, SignedIn person, UUID scanId) {
        return confirm(request, person, scanId, HttpStatus.OK);
    }

    /** @param status that of a conflict when it was confirmed before, with other answers */
    private HttpResponse<?> confirm(HttpRequest<?> request, SignedIn person, UUID scanId, HttpStatus status) {
        ScanState state = reading.scan(scanId, person.personId());
        if (!state.scan().isOpen()) {
            return HttpResponse.seeOther(URI.create(state.address().overview()));
        }
        Permission.send.require(state.scan().roles());
        if (!state.progress().isComplete()) {
            return overview(request, person, state, HttpStatus.UNPROCESSABLE_ENTITY,
                    new SendScan.Incomplete(state.progress().open()).sentence());
        }
        List<String> recipients = reading.recipients(state.scan()).stream()
                .map(recipient -> recipient.name() + " (" + recipient.email() + ")").toList();
        return templates.page(status, "scan/sending",
                new ScanPages.Sending(layout(request, state, "Verzenden"), state.address().sending(),
                        state.address().overview(), state.scan().centreName(), state.questionnaire().isScaled(), recipients,
                        reading.schoolGroups(state.scan().centreId()), state.questionnaire().words(),
                        Hints.of(state.questionnaire(), state.answers()), state.address(), state.answers().revisions().version(),
                        status == HttpStatus.CONFLICT));
    }

    @Post("/verzending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> send(HttpRequest<?> request, SignedIn person, UUID scanId, @Nullable @Body String body) {
        String seen = Form.of(body).first(FormContent.VERSION);
        try {
            return toResult(sendScan.send(scanId, seen, person.personId()));
        } catch (Overtaken overtaken) {
            return confirm(request, person, scanId, overtaken.status());
        } catch (SendScan.Incomplete incomplete) {
            return overview(request, person, reading.scan(scanId, person.personId()), incomplete.status(), incomplete.sentence());
        }
    }

    private static HttpResponse<?> toResult(UUID sentId) {
        return HttpResponse.seeOther(URI.create("/resultaat/" + sentId));
    }

    private PageLayout layout(HttpRequest<?> request, ScanState state, String title) {
        return layouts.of(request, title, state.scan().centreName() + " · " + state.scan().roundTitle());
    }
}
