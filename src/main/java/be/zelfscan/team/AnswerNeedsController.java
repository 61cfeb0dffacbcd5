package be.zelfscan.team;

import be.zelfscan.access.SignedIn;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.Notice;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Problem;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What centres need, as one list by section, for whom they passed it on to: who leads a school group, and the support team. */
@Controller
public class AnswerNeedsController {
    private static final Notice ANSWERED = Notice.of("beantwoord",
            "Het antwoord is bewaard. Het centrum ziet het nu; bij een eerste antwoord krijgt het ook een mail.");

    /**
     * {@code src/main/jte/team/needsToAnswer.jte} takes this.
     *
     * @param above where it belongs, as a link back; none for the support team
     * @param problem of the list as a whole; empty when there is none
     */
    public record Page(PageLayout layout, String done, Optional<Above> above, List<Group> groups, int waiting, String problem) {
        public boolean isRefused() {
            return !problem.isEmpty()
                    || groups.stream().flatMap(group -> group.lines().stream()).anyMatch(line -> !line.problem().isEmpty());
        }
    }

    /** A page above another one. */
    public record Above(String address, String name) {}

    /** What was passed on about one section of one instrument. @param language null where it is that of the page */
    public record Group(String title, String questionnaire, String language, List<Line> lines) {}

    /**
     * A need with the form to answer it.
     *
     * @param hinders what hinders, in words; empty when it is about none
     * @param typed what stands in the form
     * @param version of the answer that the form was made from
     */
    public record Line(Need need, String hinders, String action, String typed, String version, String problem) {
        /** When it was answered; empty while it was not. */
        public String answered() {
            return need.answered().map(one -> BelgianDutch.date(one.at())).orElse("");
        }
    }

    /** An answer that was not kept. @param seen the version of what its reader was shown */
    private record Refused(UUID needId, String typed, String sentence, String seen) {}

    private final Needs needs;
    private final Templates templates;
    private final PageLayouts layouts;

    AnswerNeedsController(Needs needs, Templates templates, PageLayouts layouts) {
        this.needs = needs;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get("/scholengroep/{schoolGroupId}/noden")
    HttpResponse<?> ofSchoolGroup(HttpRequest<?> request, SignedIn person, UUID schoolGroupId) {
        return ofSchoolGroup(request, HttpStatus.OK, person, schoolGroupId, Optional.empty(), "");
    }

    private HttpResponse<?> ofSchoolGroup(HttpRequest<?> request, HttpStatus status, SignedIn person, UUID schoolGroupId,
            Optional<Refused> refused, String problem) {
        Needs.ToAnswer found = needs.ofSchoolGroup(schoolGroupId, person.personId());
        return page(request, status, found, Optional.of(new Above("/scholengroep/" + schoolGroupId, found.name())),
                "/scholengroep/" + schoolGroupId + "/noden", refused, problem);
    }

    @Get("/noden")
    HttpResponse<?> ofNet(HttpRequest<?> request) {
        return page(request, HttpStatus.OK, needs.ofNet(), Optional.empty(), "/noden", Optional.empty(), "");
    }

    @Post("/scholengroep/{schoolGroupId}/noden/{needId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answerForSchoolGroup(HttpRequest<?> request, SignedIn person, UUID schoolGroupId, UUID needId,
            @Nullable @Body String body) {
        Form form = Form.of(body);
        String typed = Texts.lines(form.first("antwoord"));
        String seen = form.first(FormContent.VERSION);
        try {
            needs.answerForSchoolGroup(schoolGroupId, needId, typed, seen, person.personId());
            return ANSWERED.at("/scholengroep/" + schoolGroupId + "/noden");
        } catch (FormRefusal | Overtaken | Refusal refused) {
            return ofSchoolGroup(request, refused.status(), person, schoolGroupId, refused(refused, needId, typed, seen),
                    problem(refused));
        }
    }

    @Post("/noden/{needId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answerForNet(HttpRequest<?> request, SignedIn person, UUID needId, @Nullable @Body String body) {
        Form form = Form.of(body);
        String typed = Texts.lines(form.first("antwoord"));
        String seen = form.first(FormContent.VERSION);
        try {
            needs.answerForNet(needId, typed, seen, person.personId());
            return ANSWERED.at("/noden");
        } catch (FormRefusal | Overtaken | Refusal refused) {
            return page(request, refused.status(), needs.ofNet(), Optional.empty(), "/noden", refused(refused, needId, typed, seen),
                    problem(refused));
        }
    }

    private static Optional<Refused> refused(Problem why, UUID needId, String typed, String seen) {
        return switch (why) {
            case FormRefusal form -> Optional.of(new Refused(needId, typed, form.sentence(), seen));
            case Overtaken overtaken -> Optional.of(new Refused(needId, typed, overtaken.differences().stream()
                    .map(one -> "Intussen werd dit beantwoord: ‘%s’. Jouw antwoord is nog niet bewaard; het staat hieronder."
                            .formatted(one.kept()))
                    .findFirst().orElse(overtaken.sentence()), overtaken.version()));
            default -> Optional.empty();
        };
    }

    private static String problem(Problem why) {
        return why instanceof Refusal gone ? gone.sentence() : "";
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, Needs.ToAnswer found, Optional<Above> above, String address,
            Optional<Refused> refused, String problem) {
        return templates.page(status, "team/needsToAnswer",
                new Page(layouts.of(request, "Wat centra nodig hebben"), Notice.said(request, ANSWERED), above,
                        groups(found.needs(), address, refused), (int) found.needs().stream().filter(Need::isOpen).count(), problem));
    }

    /** By instrument, then by section in its order; what waits first. */
    private List<Group> groups(List<Need> all, String address, Optional<Refused> refused) {
        Map<String, List<Need>> byInstrument = new LinkedHashMap<>();
        all.forEach(need -> byInstrument.computeIfAbsent(need.round().questionnaireId(), id -> new ArrayList<>()).add(need));
        List<Group> groups = new ArrayList<>();
        byInstrument.values().forEach(of -> {
            Optional<Questionnaire> newest = needs.questionnaire(of.getLast());
            List<String> order = newest.map(one -> one.sections().stream().map(Section::id).toList()).orElse(List.of());
            of.stream().map(Need::section).distinct()
                    .sorted(Comparator.comparing(section -> order.contains(section) ? order.indexOf(section) : order.size()))
                    .forEach(section -> groups.add(group(section, of, address, refused)));
        });
        return groups;
    }

    private Group group(String section, List<Need> all, String address, Optional<Refused> refused) {
        List<Need> here = all.stream().filter(need -> need.section().equals(section)).toList();
        Optional<Questionnaire> questionnaire = needs.questionnaire(here.getLast());
        return new Group(BelgianDutch.capital(needs.about(here.getLast())),
                questionnaire.map(Questionnaire::title).orElse(""),
                questionnaire.filter(one -> !one.isDutch()).map(Questionnaire::language).orElse(null),
                here.stream().sorted(Comparator.comparing(need -> !need.isOpen())).map(need -> line(need, address, refused))
                        .toList());
    }

    private Line line(Need need, String address, Optional<Refused> all) {
        Optional<Refused> refused = all.filter(one -> one.needId().equals(need.id()));
        String kept = need.answered().map(Need.Answered::text).orElse("");
        return new Line(need, needs.questionnaire(need).map(one -> NeedsController.hindering(need, one)).orElse(""),
                address + "/" + need.id(), refused.map(Refused::typed).orElse(kept),
                refused.map(Refused::seen).orElse(Needs.content(kept).version()), refused.map(Refused::sentence).orElse(""));
    }
}
