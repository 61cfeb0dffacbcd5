package be.zelfscan.team;

import be.zelfscan.access.SignedIn;
import be.zelfscan.question.Option;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.team.Needs.NeedForm;
import be.zelfscan.text.BelgianDutch;
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
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a centre needs after a scan that it sent. */
@Controller
public class NeedsController {
    private static final Notice ASKED = Notice.of("opgeschreven",
            "Het is opgeschreven. Alleen jullie centrum ziet het, tot jullie het doorgeven.");
    private static final Notice PASSED_ON = Notice.of("doorgegeven",
            "Het is doorgegeven. Zodra er een antwoord is, krijgen jullie een mail.");
    private static final Notice KEPT = Notice.of("niet-doorgegeven", "Het is niet langer doorgegeven: alleen jullie centrum ziet het nog.");
    private static final Notice TAKEN_BACK = Notice.of("ingetrokken", "Het is ingetrokken.");

    /**
     * {@code src/main/jte/team/needs.jte} takes this.
     *
     * @param section of the form; empty while none is chosen
     * @param agreement of the form; empty when it is for none
     * @param bottlenecks that were chosen there
     * @param id names the next need
     */
    public record Page(PageLayout layout, String done, Questionnaire questionnaire, List<Line> needs, NeedForm form,
            Optional<Section> section,
            Optional<Agreement> agreement,
            List<Option> bottlenecks, List<Needs.Choice> choices, UUID id, String action, String result, Map<String, String> problems) {
        public String problem(String field) {
            return problems.getOrDefault(field, "");
        }
    }

    /**
     * A need, as the centre that has it reads it; {@code src/main/jte/team/need.jte} takes this.
     *
     * @param section the title of what it is about
     * @param hinders what hinders, in words; empty when it is about none
     */
    public record Line(Need need, String section, String hinders) {
        public static Line of(Need need, Questionnaire questionnaire) {
            return new Line(need,
                    need.section().isEmpty() ? BelgianDutch.capital(Needs.NO_SECTION) : questionnaire.sectionTitle(need.section()),
                    hindering(need, questionnaire));
        }

        /** Where it stands, in words. */
        public String state() {
            return need.answered().map(answered -> "beantwoord op " + BelgianDutch.date(answered.at()))
                    .orElse(need.passedOn() ? "doorgegeven, nog geen antwoord" : "nog niet doorgegeven");
        }
    }

    /** What hinders, as the instrument calls it; empty when a need is about none. */
    static String hindering(Need need, Questionnaire questionnaire) {
        return questionnaire.section(need.section()).stream().flatMap(section -> section.questions().stream())
                .flatMap(question -> question.option(need.bottleneck()).stream()).findFirst()
                .map(option -> questionnaire.words().bottleneck().one() + ": " + option.shortLabel()).orElse("");
    }

    private final Needs needs;
    private final Templates templates;
    private final PageLayouts layouts;

    NeedsController(Needs needs, Templates templates, PageLayouts layouts) {
        this.needs = needs;
        this.templates = templates;
        this.layouts = layouts;
    }

    /** Where a centre reads what it needs after a scan. */
    public static String address(UUID sentId) {
        return "/resultaat/%s/noden".formatted(sentId);
    }

    /** Where a centre says what it needs with a section of a scan that it sent. */
    public static String address(UUID sentId, String section) {
        return address(sentId) + "?deel=" + section;
    }

    @Get("/resultaat/{sentId}/noden")
    HttpResponse<?> show(HttpRequest<?> request, SignedIn person, UUID sentId, @QueryValue(defaultValue = "") String deel,
            @QueryValue(defaultValue = "") String hindert, @QueryValue(defaultValue = "") String afspraak) {
        return page(request, HttpStatus.OK, person, sentId, new NeedForm(deel, afspraak, hindert, "", "", false), UUID.randomUUID(),
                Map.of());
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, SignedIn person, UUID sentId, NeedForm form, UUID id,
            Map<String, String> problems) {
        Needs.OfScan of = needs.ofScan(sentId, person.personId());
        Optional<Section> section = of.section(form);
        return templates.page(status, "team/needs",
                new Page(layouts.of(request, "Wat we nodig hebben", of.sent().centreName() + " · " + of.sent().roundTitle()),
                        Notice.said(request, ASKED, PASSED_ON, KEPT, TAKEN_BACK), of.questionnaire(),
                        of.needs().stream().map(need -> Line.of(need, of.questionnaire())).toList(), form, section, of.agreement(form),
                        section.map(one -> Needs.bottlenecks(of.sent(), one)).orElse(List.of()), of.choices(), id,
                        address(sentId), "/resultaat/" + sentId, problems));
    }

    /** Where a centre says what it needs for something that it agreed. */
    @Get("/afspraken/{agreementId}/noden")
    HttpResponse<?> forAgreement(SignedIn person, UUID agreementId) {
        return HttpResponse.seeOther(URI.create(
                "%s?afspraak=%s".formatted(address(needs.latestSentOfAgreement(agreementId, person.personId())), agreementId)));
    }

    @Post("/resultaat/{sentId}/noden")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(HttpRequest<?> request, SignedIn person, UUID sentId, @Nullable @Body String body) {
        Form posted = Form.of(body);
        NeedForm form = NeedForm.of(posted);
        UUID id = posted.id("id").orElseGet(UUID::randomUUID);
        try {
            needs.ask(id, sentId, form, person.personId());
            return (form.passedOn() ? PASSED_ON : ASKED).at(address(sentId));
        } catch (FormRefusal refused) {
            return page(request, refused.status(), person, sentId, form, id, refused.byField());
        }
    }

    @Post("/resultaat/{sentId}/noden/{needId}/doorgifte")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> passOn(HttpRequest<?> request, SignedIn person, UUID sentId, UUID needId, @Nullable @Body String body) {
        boolean passedOn = !Form.of(body).first("doorgeven").isEmpty();
        return change(request, person, sentId, passedOn ? PASSED_ON : KEPT,
                () -> needs.passOn(sentId, needId, passedOn, person.personId()));
    }

    @Post("/resultaat/{sentId}/noden/{needId}/intrekking")
    @Consumes(MediaType.ALL)
    HttpResponse<?> takeBack(HttpRequest<?> request, SignedIn person, UUID sentId, UUID needId) {
        return change(request, person, sentId, TAKEN_BACK, () -> needs.takeBack(sentId, needId, person.personId()));
    }

    private HttpResponse<?> change(HttpRequest<?> request, SignedIn person, UUID sentId, Notice done, Runnable change) {
        try {
            change.run();
            return done.at(address(sentId));
        } catch (Refusal refused) {
            return page(request, refused.status(), person, sentId, NeedForm.EMPTY, UUID.randomUUID(), Map.of("", refused.sentence()));
        }
    }
}
