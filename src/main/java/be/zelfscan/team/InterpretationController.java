package be.zelfscan.team;

import be.zelfscan.access.SignedIn;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** From the result to agreements, in six short screens that can each be skipped. */
@Controller("/resultaat/{sentId}/gesprek")
public class InterpretationController {
    private static final Notice KEPT = Notice.of("bewaard", "Bewaard. Jullie kunnen het later nog wijzigen.");
    private static final Notice MADE = Notice.of("afspraak", "De afspraak staat erbij.");

    /**
     * One of the screens; {@code src/main/jte/team/screen.jte} takes this.
     *
     * @param text as it stands in the form
     * @param seen the version of what the form was made from
     * @param problems a sentence by field
     * @param agreements those that came from this scan; on the last screen only
     * @param fresh the form of a new one
     */
    public record Page(PageLayout layout, InterpretResult.Conversation conversation, InterpretResult.Screen screen, String text,
            String seen,
            Map<String, String> problems, List<FormContent.Difference> overtaken, String done, List<Agreement> agreements,
            AgreementController.Fields fresh, LocalDate today) {
        public String address(InterpretResult.Screen other) {
            return InterpretationController.address(conversation.sent().id(), other);
        }

        public String result() {
            return "/resultaat/" + conversation.sent().id();
        }

        /** The document that goes on the table. */
        public String document() {
            return result() + "/gesprek.pdf";
        }

        public String home() {
            return "/centrum/" + conversation.sent().centreId();
        }

        public Questionnaire questionnaire() {
            return conversation.questionnaire();
        }

        public boolean isRefused() {
            return !problems.isEmpty() || !overtaken.isEmpty();
        }

        public String problem(String field) {
            return problems.getOrDefault(field, "");
        }

        /** Who wrote what stands here, and when; empty for nobody. */
        public String written() {
            InterpretResult.Written written = conversation.text(screen);
            return written.at().map(at -> "Laatst gewijzigd door %s, %s.".formatted(written.by(), BelgianDutch.moment(at, today)))
                    .orElse("");
        }
    }

    private final InterpretResult interpret;
    private final Agreements agreements;
    private final Templates templates;
    private final PageLayouts layouts;
    private final Clock clock;

    InterpretationController(InterpretResult interpret, Agreements agreements, Templates templates, PageLayouts layouts, Clock clock) {
        this.interpret = interpret;
        this.agreements = agreements;
        this.templates = templates;
        this.layouts = layouts;
        this.clock = clock;
    }

    static String address(UUID sentId, InterpretResult.Screen screen) {
        return "/resultaat/%s/gesprek/%s".formatted(sentId, screen.word());
    }

    @Get("/{screen}")
    HttpResponse<?> show(HttpRequest<?> request, SignedIn person, UUID sentId, String screen) {
        InterpretResult.Screen shown = InterpretResult.Screen.of(screen);
        InterpretResult.Conversation conversation = interpret.read(sentId, person.personId());
        InterpretResult.Written written = conversation.text(shown);
        return page(request, HttpStatus.OK, person, conversation, shown, new Filled(written.content(), written.form().version(), Map.of(),
                List.of(), Agreements.Draft.empty()));
    }

    /** What stands in the form of a screen. */
    private record Filled(String text, String seen, Map<String, String> problems, List<FormContent.Difference> overtaken,
            Agreements.Draft fresh) {}

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, SignedIn person, InterpretResult.Conversation conversation,
            InterpretResult.Screen screen, Filled filled) {
        List<Agreement> made = screen.isWritten() ? List.of()
                : agreements.ofCentre(conversation.sent().centreId(), person.personId()).stream()
                        .filter(one -> one.scanId().equals(conversation.sent().scanId())).toList();
        return templates.page(status, "team/screen",
                new Page(layouts.of(request, screen.title(), conversation.sent().centreName() + " · " + conversation.sent().roundTitle()),
                        conversation, screen, filled.text(), filled.seen(), filled.problems(), filled.overtaken(),
                        Notice.said(request, KEPT, MADE), made,
                        new AgreementController.Fields(filled.fresh(), conversation.questionnaire(), filled.problems(), false),
                        BelgianDutch.today(clock)));
    }

    /** Keeps a text, or makes an agreement, and goes on. */
    @Post("/{screen}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> write(HttpRequest<?> request, SignedIn person, UUID sentId, String screen, @Nullable @Body String body) {
        InterpretResult.Screen shown = InterpretResult.Screen.of(screen);
        Form form = Form.of(body);
        String seen = form.first(FormContent.VERSION);
        Agreements.Draft draft = shown.isWritten() ? Agreements.Draft.empty() : Agreements.Draft.of(form);
        try {
            if (shown.isWritten()) {
                interpret.write(sentId, shown, form.first("tekst"), seen, person.personId());
                return KEPT.at(address(sentId, form.first("blijven").isEmpty() ? shown.next().orElse(shown) : shown));
            }
            agreements.add(sentId, draft, person.personId());
            return MADE.at(address(sentId, shown));
        } catch (FormRefusal refused) {
            return page(request, refused.status(), person, interpret.read(sentId, person.personId()), shown,
                    new Filled(form.first("tekst"), seen, refused.byField(), List.of(), draft));
        } catch (Refusal closed) {
            if (closed.isNotFound()) {
                throw closed;
            }
            return page(request, closed.status(), person, interpret.read(sentId, person.personId()), shown,
                    new Filled(form.first("tekst"), seen, Map.of("tekst", closed.sentence()), List.of(), draft));
        } catch (Overtaken overtaken) {
            return page(request, overtaken.status(), person, interpret.read(sentId, person.personId()), shown,
                    new Filled(form.first("tekst"), overtaken.version(), Map.of(), overtaken.differences(), draft));
        }
    }
}
