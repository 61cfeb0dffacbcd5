package be.zelfscan.team;

import be.zelfscan.access.SignedIn;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.team.HelpController.Fields;
import be.zelfscan.team.KeepHelp.HelpForm;
import be.zelfscan.team.KeepHelp.KeptHelp;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Help on the way, as a centre reads it and proposes more. */
@Controller("/centrum/{centreId}/hulp/{id}")
public class HelpOfCentreController {
    private static final Notice PROPOSED = Notice.of("voorgesteld",
            "Bedankt. POC+ bekijkt jullie voorstel; hieronder lezen jullie wat ermee gebeurt.");
    private static final Notice TAKEN_BACK = Notice.of("ingetrokken", "Het voorstel is ingetrokken.");

    /**
     * All help with an instrument, and the form to propose more; {@code src/main/jte/team/helpOfCentre.jte} takes this.
     *
     * @param helpId names the next proposal
     * @param problem of the form as a whole; empty when there is none
     */
    public record Page(PageLayout layout, String done, String centre, List<Proposal> proposals, List<OfSection> sections, Fields fields,
            UUID helpId, String action, String home, String problem) {
        public boolean isRefused() {
            return !problem.isEmpty() || !fields.problems().isEmpty();
        }
    }

    /** @param takeBack address to take it back; empty when it was decided about */
    public record Proposal(KeptHelp kept, String section, String about, String takeBack) {}

    public record OfSection(String id, String title, Help.OfSection help) {}

    private final KeepHelp help;
    private final Templates templates;
    private final PageLayouts layouts;

    HelpOfCentreController(KeepHelp help, Templates templates, PageLayouts layouts) {
        this.help = help;
        this.templates = templates;
        this.layouts = layouts;
    }

    private static String address(UUID centreId, String questionnaireId) {
        return "/centrum/%s/hulp/%s".formatted(centreId, questionnaireId);
    }

    /** Where a centre reads all help and proposes some with a section. */
    public static String address(UUID centreId, String questionnaireId, String section) {
        return "%s?deel=%s#voorstellen".formatted(address(centreId, questionnaireId), section);
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, SignedIn person, UUID centreId, String id, @QueryValue(defaultValue = "") String deel) {
        return page(request, HttpStatus.OK, person, centreId, id, HelpForm.forSection(deel), UUID.randomUUID(), Map.of(), "");
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, SignedIn person, UUID centreId, String id, HelpForm form,
            UUID helpId, Map<String, String> problems, String problem) {
        KeepHelp.ForCentre found = help.forCentre(centreId, id, person.personId());
        Questionnaire questionnaire = found.questionnaire();
        String address = address(centreId, id);
        List<Proposal> proposals = found.proposals().stream()
                .map(kept -> new Proposal(kept, questionnaire.sectionTitle(kept.help().section()),
                        kept.help().about(questionnaire.stages()),
                        kept.state() == Help.State.proposed ? "%s/%s/intrekking".formatted(address, kept.help().id()) : ""))
                .toList();
        List<OfSection> sections = questionnaire.clusters().stream().flatMap(cluster -> cluster.sections().stream())
                .filter(section -> !found.shown().get(section.id()).isEmpty())
                .map(section -> new OfSection(section.id(), section.title(), Help.OfSection.of(found.shown().get(section.id()),
                        questionnaire.stages(), Optional.empty(), Optional.empty())))
                .toList();
        return templates.page(status, "team/helpOfCentre",
                new Page(layouts.of(request, "Hulp onderweg", found.centre()), Notice.said(request, PROPOSED, TAKEN_BACK), found.centre(),
                        proposals, sections, new Fields(questionnaire, form, problems), helpId, address, "/centrum/" + centreId, problem));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> propose(HttpRequest<?> request, SignedIn person, UUID centreId, String id, @Nullable @Body String body) {
        Form posted = Form.of(body);
        HelpForm form = HelpForm.of(posted);
        UUID helpId = posted.id("id").orElseGet(UUID::randomUUID);
        try {
            help.propose(helpId, centreId, id, form, person.personId());
            return PROPOSED.at(address(centreId, id));
        } catch (FormRefusal refused) {
            return page(request, refused.status(), person, centreId, id, form, helpId, refused.byField(), "");
        } catch (Refusal refused) {
            return refused(request, person, centreId, id, form, refused);
        }
    }

    @Post("/{helpId}/intrekking")
    @Consumes(MediaType.ALL)
    HttpResponse<?> takeBack(HttpRequest<?> request, SignedIn person, UUID centreId, String id, UUID helpId) {
        String address = address(centreId, help.questionnaire(id).id());
        try {
            help.takeBack(centreId, helpId, person.personId());
            return TAKEN_BACK.at(address);
        } catch (Refusal refused) {
            return refused(request, person, centreId, id, HelpForm.forSection(""), refused);
        }
    }

    private HttpResponse<?> refused(HttpRequest<?> request, SignedIn person, UUID centreId, String id, HelpForm form, Refusal refused) {
        if (refused.isNotFound()) {
            throw refused;
        }
        return page(request, refused.status(), person, centreId, id, form, UUID.randomUUID(), Map.of(), refused.sentence());
    }
}
