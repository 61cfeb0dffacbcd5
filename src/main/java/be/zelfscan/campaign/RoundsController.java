package be.zelfscan.campaign;

import be.zelfscan.organisation.Centre;
import be.zelfscan.organisation.NetRepository;
import be.zelfscan.organisation.Role;
import be.zelfscan.organisation.SchoolGroup;
import be.zelfscan.question.Words;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.round.LastDay;
import be.zelfscan.round.Round;
import be.zelfscan.round.RoundMail;
import be.zelfscan.round.RoundPlan;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormRefusal;
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
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** All rounds, and the form in which one is made or changed. */
@Controller("/rondes")
public class RoundsController {
    /** All rounds. */
    public record Rounds(PageLayout layout, List<Line> rounds) {}

    /** A round in the list. */
    public record Line(String address, String title, String state, String period, int centres, int sent) {}

    private final FollowRound follow;
    private final NetRepository net;
    private final PlanRound plan;
    private final Instruments instruments;
    private final Templates templates;
    private final PageLayouts layouts;
    private final Clock clock;

    RoundsController(FollowRound follow, NetRepository net, PlanRound plan, Instruments instruments, Templates templates,
            PageLayouts layouts,
            Clock clock) {
        this.follow = follow;
        this.net = net;
        this.plan = plan;
        this.instruments = instruments;
        this.templates = templates;
        this.layouts = layouts;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> all(HttpRequest<?> request) {
        List<Line> lines = follow.all().stream()
                .map(summary -> new Line(RoundPage.address(summary.round().id()),
                        summary.round().title(), state(summary.round()), RoundPage.period(summary.round()), summary.centres(),
                        summary.sent()))
                .toList();
        return templates.page("campaign/rounds", new Rounds(layouts.of(request, "Rondes"), lines));
    }

    private String state(Round round) {
        boolean late = round.isOpen() && new LastDay(round.closesOn(), BelgianDutch.today(clock)).isPast();
        return round.state().label() + (late ? ", laatste dag voorbij" : "");
    }

    @Get("/nieuw")
    HttpResponse<?> fresh(HttpRequest<?> request) {
        RoundForm form = RoundForm.fresh(usual(), BelgianDutch.today(clock).toString());
        return page(request, HttpStatus.OK, form, Map.of());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(HttpRequest<?> request, @Nullable @Body String body) {
        RoundForm form = RoundForm.of(Form.of(body));
        try {
            return HttpResponse.seeOther(URI.create(RoundPage.address(plan.make(form))));
        } catch (FormRefusal refused) {
            return page(request, refused.status(), form, refused.byField());
        }
    }

    @Get("/{roundId}/gegevens")
    HttpResponse<?> edit(HttpRequest<?> request, UUID roundId) {
        FollowRound.Followed followed = follow.of(roundId);
        PlanRound.requireDraft(followed.round());
        RoundForm form = RoundForm.of(followed.plan(), followed.centreIds(),
                followed.others().isEmpty());
        return page(request, HttpStatus.OK, roundId, form,
                PlanPage.Again.shown(
                        plan.content(followed.plan(), followed.centres().stream().map(Centre::id).collect(Collectors.toSet())).version()));
    }

    @Post("/{roundId}/gegevens")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        Form posted = Form.of(body);
        RoundForm form = RoundForm.of(posted);
        String seen = posted.first(FormContent.VERSION);
        try {
            plan.change(roundId, form, seen);
            return HttpResponse.seeOther(URI.create(RoundPage.address(roundId)));
        } catch (FormRefusal refused) {
            return page(request, refused.status(), roundId, form, PlanPage.Again.refused(refused.byField(), seen));
        } catch (Overtaken overtaken) {
            return page(request, overtaken.status(), roundId, form,
                    new PlanPage.Again(Map.of(), overtaken.differences(), overtaken.version()));
        }
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, RoundForm form, Map<String, String> problems) {
        return templates.page(status, "campaign/plan",
                new PlanPage(layouts.of(request, "Een ronde maken"), true, "/rondes", "/rondes",
                        form, PlanPage.Again.refused(problems, ""), choices(), net.centres().stream().filter(Centre::isActive).toList(),
                        net.schoolGroups()));
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, UUID roundId, RoundForm form, PlanPage.Again again) {
        String address = RoundPage.address(roundId);
        return templates.page(status, "campaign/plan", new PlanPage(layouts.of(request, "De ronde wijzigen"), false,
                address + "/gegevens", address, form, again, choices(), net.centres().stream().filter(Centre::isActive).toList(),
                net.schoolGroups()));
    }

    private List<PlanPage.Instrument> choices() {
        return instruments.all().stream().map(definition -> PlanPage.Instrument.of(definition.questionnaire())).toList();
    }

    /** The newest version of the instrument that most rounds are of; empty when there was no round yet. */
    private String usual() {
        Map<String, Long> rounds = follow.all().stream()
                .collect(Collectors.groupingBy(summary -> summary.round().questionnaire().id(), Collectors.counting()));
        return instruments.all().stream().map(Instruments.Definition::questionnaire)
                .filter(questionnaire -> rounds.containsKey(questionnaire.id()))
                .max(Comparator.comparing((Questionnaire questionnaire) -> rounds.get(questionnaire.id())))
                .flatMap(most -> instruments.all().stream().map(Instruments.Definition::questionnaire)
                        .filter(one -> one.id().equals(most.id())).findFirst())
                .map(newest -> newest.id() + "/" + newest.version()).orElse("");
    }

    /**
     * The form of a round; the templates of {@code src/main/jte/campaign} take this.
     *
     * @param address to which it posts; {@code back} is where one goes without keeping anything
     * @param centres that can be chosen
     * @param groups all school groups, by name
     */
    public record PlanPage(PageLayout layout, boolean fresh, String address, String back, RoundForm form, Again again,
            List<Instrument> instruments,
            List<Centre> centres, List<SchoolGroup> groups) {

        /**
         * A version of an instrument that can be chosen.
         *
         * @param summary what it is for, in one line; empty where its definition does not say it
         * @param extent what it consists of, and what becomes of it
         */
        public record Instrument(String value, String title, String summary, String extent) {
            static Instrument of(Questionnaire questionnaire) {
                Words words = questionnaire.words();
                List<Section> sections = questionnaire.clusters().stream().flatMap(cluster -> cluster.sections().stream()).toList();
                int blocks = questionnaire.blocks().size();
                String extent = words.block().counted(sections.size())
                        + (questionnaire.clusters().size() > 1 ? " in " + words.cluster().counted(questionnaire.clusters().size()) : "")
                        + (!questionnaire.isScaled() ? "; zonder schaal: een verslag in tekst en tabellen"
                                : (blocks < sections.size() ? "; " + BelgianDutch.number(blocks) + " op een schaal van "
                                        : "; op een schaal van ")
                                        + words.stage().counted(questionnaire.stages().size()) + ", met datagrafiek en vergelijking");
                return new Instrument(questionnaire.id() + "/" + questionnaire.version(),
                        questionnaire.title() + ", versie " + questionnaire.version(), questionnaire.summary(), extent);
            }
        }

        /**
         * Why the form came back, and what it was made from.
         *
         * @param problems a sentence by field; empty when nothing was refused
         * @param overtaken in what the typed differs from what somebody else kept meanwhile
         * @param version of what its reader was shown; empty for a new round
         */
        public record Again(Map<String, String> problems, List<FormContent.Difference> overtaken, String version) {
            static Again shown(String version) {
                return new Again(Map.of(), List.of(), version);
            }

            static Again refused(Map<String, String> problems, String version) {
                return new Again(problems, List.of(), version);
            }

            public boolean isEmpty() {
                return problems.isEmpty() && overtaken.isEmpty();
            }
        }

        public Map<String, String> problems() {
            return again.problems();
        }

        /** What is wrong with a field; empty when nothing. */
        public String problem(String field) {
            return problems().getOrDefault(field, "");
        }

        public List<FollowRound.SchoolGroupChoice> schoolGroups() {
            return FollowRound.SchoolGroupChoice.of(centres, groups);
        }

        public List<RoundMail> mails() {
            return List.of(RoundMail.values());
        }

        public List<Role> roles() {
            return RoundPlan.RECIPIENTS;
        }
    }
}
