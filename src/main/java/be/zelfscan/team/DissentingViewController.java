package be.zelfscan.team;

import be.zelfscan.access.SignedIn;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.scan.ScanAddress;
import be.zelfscan.scan.ScanNotFound;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.ScanState;
import be.zelfscan.team.DissentingViews.DissentingView;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.Notice;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Refusal;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The dissenting views on a section: reading, adding and taking away. */
@Controller("/zelfscan/{scanId}/minderheidsstandpunt/{section}")
public class DissentingViewController {
    private static final String GONE = "weg";
    private static final String KEY = "sleutel";
    private static final Notice KEPT = Notice.of("bewaard", "Bewaard, naast wat jullie afspraken.");
    private static final Notice REMOVED = Notice.of("weggehaald", "Weggehaald.");

    /**
     * The page.
     *
     * @param back address of the meeting
     * @param isOpen whether something can be added or taken away
     * @param key names the view that this page will add
     * @param typed what was typed and could not be kept
     */
    public record Page(PageLayout layout, Questionnaire questionnaire, Section section, String address, String back, boolean isOpen,
            List<DissentingView> views, UUID key, String typed, String heldBy, Map<String, String> problems, String done) {
        public String problem(String field) {
            return problems.getOrDefault(field, "");
        }
    }

    private final ScanReading reading;
    private final DissentingViews views;
    private final Templates templates;
    private final PageLayouts layouts;

    DissentingViewController(ScanReading reading, DissentingViews views, Templates templates, PageLayouts layouts) {
        this.reading = reading;
        this.views = views;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID scanId, String section) {
        return page(request, HttpStatus.OK, person, scanId, section, Form.of(""), Map.of());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, SignedIn person, UUID scanId, String section, @Nullable @Body String body) {
        Form form = Form.of(body);
        Optional<UUID> gone = form.id(GONE);
        if (gone.isPresent()) {
            views.remove(scanId, person.personId(), section, gone.get());
            return REMOVED.at(request.getPath());
        }
        try {
            views.add(form.id(KEY).orElseGet(UUID::randomUUID), scanId, person.personId(), section, form.first(DissentingViews.VIEW),
                    form.first(DissentingViews.HELD_BY));
        } catch (FormRefusal refused) {
            return page(request, refused.status(), person, scanId, section, form, refused.byField());
        } catch (Refusal closed) {
            if (closed.isNotFound()) {
                throw closed;
            }
            return page(request, closed.status(), person, scanId, section, form, Map.of(DissentingViews.VIEW, closed.sentence()));
        }
        return KEPT.at(request.getPath());
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, SignedIn person, UUID scanId, String section, Form typed,
            Map<String, String> problems) {
        ScanState state = reading.scan(scanId, person.personId());
        Section content = state.questionnaire().section(section).orElseThrow(() -> ScanNotFound.section(section));
        PageLayout layout = layouts.of(request, "Minderheidsstandpunt", state.scan().centreName() + " · " + state.scan().roundTitle());
        return templates.page(status, "team/dissentingViews",
                new Page(layout, state.questionnaire(), content, new ScanAddress(scanId).dissentingView(section),
                        new ScanAddress(scanId).meeting(section, 1), state.scan().isOpen(),
                        views.of(scanId).getOrDefault(section, List.of()), typed.id(KEY).orElseGet(UUID::randomUUID),
                        typed.first(DissentingViews.VIEW), typed.first(DissentingViews.HELD_BY), problems,
                        Notice.said(request, KEPT, REMOVED)));
    }
}
