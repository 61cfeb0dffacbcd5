package be.zelfscan.team;

import be.zelfscan.access.SignedIn;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.team.KeepHelp.Counted;
import be.zelfscan.team.KeepHelp.HelpForm;
import be.zelfscan.team.KeepHelp.KeptHelp;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Confirmation;
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
import io.micronaut.http.annotation.QueryValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Help on the way, as the support team keeps it. */
@Controller("/hulp")
public class HelpController {
    static final String PATH = "/hulp";
    private static final Counted NONE = new Counted(0, 0);
    private static final Notice ADDED = Notice.of("toegevoegd", "Het staat nu bij de hulp.");
    private static final Notice SAVED = Notice.of("bewaard", "Het is bewaard.");
    private static final Notice ERASED = Notice.of("gewist", "Het is gewist.");

    /**
     * All help with an instrument; {@code src/main/jte/team/helpKept.jte} takes this.
     *
     * @param choices the instruments
     * @param proposals those that wait, the oldest first
     * @param gone what is not shown any more, or was not taken over
     */
    public record Page(PageLayout layout, String done, Questionnaire questionnaire, List<Choice> choices, List<Line> proposals,
            List<Group> groups, List<Line> gone) {
        public String add() {
            return PATH + "/nieuw?vragenlijst=" + questionnaire.id();
        }
    }

    /** An instrument, with how much there is. */
    public record Choice(String id, String label, boolean chosen) {}

    /** @param section its title */
    public record Line(KeptHelp kept, String section, String about) {
        public String address() {
            return PATH + "/" + kept.help().id();
        }
    }

    /** The sections of a cluster. */
    public record Group(String title, List<OfSection> sections) {}

    /** @param add address of the form to add help with it */
    public record OfSection(String title, List<Line> lines, String add) {}

    /**
     * The form of help.
     *
     * @param id names help that is new
     * @param kept how it is; empty for help that is new
     * @param problems why it came back, by field
     * @param overtaken in what the typed differs from what somebody else kept meanwhile
     * @param version of what is edited
     */
    public record FormPage(PageLayout layout, Fields fields, String action, UUID id, Optional<KeptHelp> kept,
            List<FormContent.Difference> overtaken, String version) {
        public String back() {
            return PATH + "?vragenlijst=" + fields.questionnaire().id();
        }

        public boolean isRefused() {
            return !fields.problems().isEmpty() || !overtaken.isEmpty();
        }
    }

    /** What is filled in of help; {@code src/main/jte/team/helpFields.jte} takes this. */
    public record Fields(Questionnaire questionnaire, HelpForm form, Map<String, String> problems) {
        public String problem(String field) {
            return problems.getOrDefault(field, "");
        }
    }

    private final KeepHelp help;
    private final Templates templates;
    private final PageLayouts layouts;

    HelpController(KeepHelp help, Templates templates, PageLayouts layouts) {
        this.help = help;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, @QueryValue(defaultValue = "") String vragenlijst) {
        Map<String, Counted> counted = help.counted();
        Questionnaire shown = chosen(vragenlijst, counted);
        List<Choice> choices = help.newest().stream().map(one -> new Choice(one.id(),
                one.title() + count(counted.getOrDefault(one.id(), NONE)), one.id().equals(shown.id()))).toList();
        return templates.page("team/helpKept", page(layouts.of(request, "Hulp onderweg"), Notice.said(request, ADDED, SAVED, ERASED),
                shown, choices, help.all(shown.id())));
    }

    /** The instrument that is asked for; else the one that asks for attention, or of which there is most. */
    private Questionnaire chosen(String id, Map<String, Counted> counted) {
        return id.isEmpty()
                ? help.newest().stream().max(Comparator.comparing((Questionnaire one) -> counted.getOrDefault(one.id(), NONE).waiting() > 0)
                        .thenComparing(one -> counted.getOrDefault(one.id(), NONE).all()).thenComparing(Questionnaire::isScaled))
                        .orElseThrow()
                : help.questionnaire(id);
    }

    private static String count(Counted counted) {
        return counted.all() == 0 ? ""
                : " (%d%s)".formatted(counted.all(), counted.waiting() == 0 ? ""
                        : ", " + BelgianDutch.counted(counted.waiting(), "voorstel wacht", "voorstellen wachten"));
    }

    private static Page page(PageLayout layout, String done, Questionnaire questionnaire, List<Choice> choices, List<KeptHelp> all) {
        List<Line> lines = all.stream()
                .map(kept -> new Line(kept, questionnaire.sectionTitle(kept.help().section()), kept.help().about(questionnaire.stages())))
                .toList();
        List<Line> shown = lines.stream().filter(line -> line.kept().state() == Help.State.shown).toList();
        Stream<Group> groups = questionnaire.clusters().stream().map(cluster -> new Group(cluster.title(),
                cluster.sections().stream().map(section -> ofSection(questionnaire, section, shown)).toList()));
        List<Line> elsewhere = shown.stream().filter(line -> questionnaire.clusters().stream()
                .flatMap(cluster -> cluster.sections().stream()).noneMatch(section -> isOf(questionnaire, section, line))).toList();
        Stream<Group> rest = elsewhere.isEmpty() ? Stream.of()
                : Stream.of(new Group("Uit een vorige versie", List.of(new OfSection("Staat niet meer in deze versie", elsewhere, ""))));
        return new Page(layout, done, questionnaire, choices,
                lines.stream().filter(line -> line.kept().state() == Help.State.proposed).toList(), Stream.concat(groups, rest).toList(),
                lines.stream().filter(line -> line.kept().state() == Help.State.withdrawn || line.kept().state() == Help.State.declined)
                        .toList());
    }

    private static OfSection ofSection(Questionnaire questionnaire, Section section, List<Line> shown) {
        return new OfSection(section.title(), shown.stream().filter(line -> isOf(questionnaire, section, line)).toList(),
                "%s/nieuw?vragenlijst=%s&deel=%s".formatted(PATH, questionnaire.id(), section.id()));
    }

    private static boolean isOf(Questionnaire questionnaire, Section section, Line line) {
        return line.kept().help().section().equals(section.id())
                || line.kept().help().section().equals(questionnaire.continues().get(section.id()));
    }

    @Get("/nieuw")
    HttpResponse<?> fresh(HttpRequest<?> request, @QueryValue(defaultValue = "") String vragenlijst,
            @QueryValue(defaultValue = "") String deel) {
        return fresh(request, HttpStatus.OK, new Fields(chosen(vragenlijst, help.counted()), HelpForm.forSection(deel), Map.of()),
                UUID.randomUUID());
    }

    private HttpResponse<?> fresh(HttpRequest<?> request, HttpStatus status, Fields fields, UUID id) {
        return templates.page(status, "team/helpForm", new FormPage(layouts.of(request, "Hulp toevoegen"), fields, PATH, id,
                Optional.empty(), List.of(), ""));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, SignedIn person, @Nullable @Body String body) {
        Form posted = Form.of(body);
        HelpForm form = HelpForm.of(posted);
        String questionnaireId = posted.first("vragenlijst");
        UUID id = posted.id("id").orElseGet(UUID::randomUUID);
        if (questionnaireId.isEmpty()) {
            throw Refusal.invalid("Kies eerst een vragenlijst, op de pagina met alle hulp.");
        }
        try {
            help.add(id, questionnaireId, form, person.personId());
            return ADDED.at(PATH + "?vragenlijst=" + questionnaireId);
        } catch (FormRefusal refused) {
            return fresh(request, refused.status(), new Fields(help.questionnaire(questionnaireId), form, refused.byField()), id);
        }
    }

    @Get("/{helpId}")
    HttpResponse<?> form(HttpRequest<?> request, UUID helpId) {
        KeptHelp kept = help.get(helpId);
        return form(request, HttpStatus.OK, kept, HelpForm.of(kept), Map.of(), List.of(), Optional.empty());
    }

    private HttpResponse<?> form(HttpRequest<?> request, HttpStatus status, KeptHelp kept, HelpForm form, Map<String, String> problems,
            List<FormContent.Difference> overtaken, Optional<String> seen) {
        Questionnaire questionnaire = help.questionnaire(kept.questionnaireId());
        return templates.page(status, "team/helpForm",
                new FormPage(layouts.of(request, "Hulp wijzigen"), new Fields(questionnaire, form, problems), PATH + "/" + kept.help().id(),
                        kept.help().id(), Optional.of(kept), overtaken,
                        seen.orElse(KeepHelp.content(questionnaire, HelpForm.of(kept), kept.state()).version())));
    }

    @Post("/{helpId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, SignedIn person, UUID helpId, @Nullable @Body String body) {
        Form posted = Form.of(body);
        HelpForm form = HelpForm.of(posted);
        String seen = posted.first(FormContent.VERSION);
        KeptHelp kept = help.get(helpId);
        Help.State state = Stream.of(Help.State.values()).filter(one -> one.name().equals(posted.first("stand"))).findFirst()
                .orElse(kept.state());
        try {
            help.change(helpId, form, state, seen, person.personId());
            return SAVED.at(PATH + "?vragenlijst=" + kept.questionnaireId());
        } catch (FormRefusal refused) {
            return form(request, refused.status(), kept, form, refused.byField(), List.of(), Optional.of(seen));
        } catch (Overtaken overtaken) {
            return form(request, overtaken.status(), help.get(helpId), form, Map.of(), overtaken.differences(),
                    Optional.of(overtaken.version()));
        }
    }

    /** Asks first; erases when the question comes back with its answer. */
    @Post("/{helpId}/verwijdering")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> erase(HttpRequest<?> request, UUID helpId, @Nullable @Body String body) {
        KeptHelp kept = help.get(helpId);
        String back = PATH + "/" + helpId;
        if (Form.of(body).first("zeker").isEmpty()) {
            return templates.page("layout/confirmation", new Confirmation(layouts.of(request, "Dit wissen?"), "Hulp onderweg",
                    "Het gaat om ‘%s’.".formatted(kept.help().title()), List.of(),
                    List.of("De titel, de uitleg en de link worden gewist."
                            + (kept.isProposal() ? " Het centrum dat dit voorstelde, leest ook jullie antwoord niet meer." : "")),
                    "Wissen kan je niet ongedaan maken.", back + "/verwijdering", List.of(new Form.Field("zeker", "ja")), "Wissen", back));
        }
        help.erase(helpId);
        return ERASED.at(PATH + "?vragenlijst=" + kept.questionnaireId());
    }
}
