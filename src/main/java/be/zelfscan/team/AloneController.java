package be.zelfscan.team;

import be.zelfscan.access.Permission;
import be.zelfscan.access.SignedIn;
import be.zelfscan.question.Asked;
import be.zelfscan.question.Option;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.scan.ScanAddress;
import be.zelfscan.scan.ScanNotFound;
import be.zelfscan.team.PlaceAlone.Alone;
import be.zelfscan.team.PlaceAlone.OwnPlacement;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Confirmation;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where each member of a team thinks alone, before the meeting: a page that says how far that is, and a page for each block. */
@Controller("/zelfscan/{scanId}/alleen")
public class AloneController {
    private static final String NOT_AFTER_ALL = "toch-niet";
    private static final Notice OPENED = Notice.of("geopend", "De voorbereiding is open. Laat je team weten dat iedereen kan beginnen.");
    private static final Notice KEPT = Notice.of("bewaard", "Bewaard. Alleen jij ziet dit.");
    private static final Notice READY = Notice.of("klaar", "Dank je. Zolang de voorbereiding open is, kan je nog alles wijzigen.");
    private static final Notice NOT_READY = Notice.of("toch-niet-klaar", "Goed, neem je tijd.");
    private static final Notice CLOSED = Notice.of("gesloten",
            "De voorbereiding is gesloten. De vergaderweergave toont hoe het team verspreid is.");

    /**
     * A block in the list.
     *
     * @param position of the own stage, from 0
     * @param words what the member chose; empty when nothing yet
     */
    public record Row(String title, String address, Optional<Integer> position, Optional<Integer> ambition, String words) {}

    /** The blocks of a cluster. */
    public record Group(String title, List<Row> rows) {}

    /**
     * How far the preparation is, for one member.
     *
     * @param isOpened whether it was opened
     * @param closedOn the day on which it was closed; empty while it is not
     * @param isOver whether nothing can be opened or kept any more, since the scan is sent or its round closed
     * @param placed how many blocks this member placed
     */
    public record Overview(PageLayout layout, ScanAddress scan, Questionnaire questionnaire, List<Group> groups, boolean mayLead,
            boolean isOpened, boolean isOpen, boolean isOver, String closedOn, boolean isReady, int ready, int team, int placed,
            String done) {
        public boolean isClosed() {
            return !closedOn.isEmpty();
        }
    }

    /**
     * The page of a block.
     *
     * @param ambitions what can be chosen; the code, with its label
     * @param problems why it was not kept, by field
     * @param closure why nothing can be kept any more; empty while something can
     */
    public record BlockPage(PageLayout layout, ScanAddress scan, Questionnaire questionnaire, Section block, int number, int blocks,
            OwnPlacement own, List<Option> ambitions, Optional<String> next, Map<String, String> problems, String closure) {
        public String address() {
            return scan.alone() + "/deel/" + block.id();
        }

        public boolean isChosen(String stage) {
            return own.view() == Spread.View.stage && own.stage().equals(stage);
        }

        /** Position of a stage that an ambition leads to, from 1; 0 for staying. */
        public int place(Option ambition) {
            return questionnaire.scale().position(ambition.id()).map(position -> position + 1).orElse(0);
        }

        public String problem(String field) {
            return problems.getOrDefault(field, "");
        }
    }

    private final PlaceAlone placeAlone;
    private final Templates templates;
    private final PageLayouts layouts;

    AloneController(PlaceAlone placeAlone, Templates templates, PageLayouts layouts) {
        this.placeAlone = placeAlone;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn person, UUID scanId) {
        Alone alone = placeAlone.of(scanId, person.personId());
        Questionnaire questionnaire = alone.state().questionnaire();
        List<Group> groups = questionnaire.clustersOfBlocks().stream().map(cluster -> new Group(cluster.title(), cluster.blocks().stream()
                .map(block -> row(alone, block)).toList())).toList();
        return templates.page("team/alone", new Overview(layout(request, alone, "Eerst elk apart"), new ScanAddress(scanId), questionnaire,
                groups, alone.mayLead(), alone.openedAt().isPresent(), alone.isOpen(), !alone.state().scan().isOpen(),
                alone.closedAt().map(BelgianDutch::date).orElse(""), alone.isReady(), alone.ready(), alone.team(), alone.own().size(),
                Notice.said(request, OPENED, KEPT, READY, NOT_READY, CLOSED)));
    }

    private static Row row(Alone alone, Section block) {
        Questionnaire questionnaire = alone.state().questionnaire();
        OwnPlacement own = alone.own().getOrDefault(block.id(), OwnPlacement.NONE);
        Optional<Integer> position = questionnaire.position(own.stage());
        Optional<Integer> ambition = own.ambition().isEmpty() ? Optional.empty()
                : questionnaire.position(own.ambition()).or(() -> position);
        String words = own.view() == Spread.View.stage
                ? questionnaire.stageOf(own.stage()).map(stage -> BelgianDutch.inSentence(stage.label())).orElse("")
                : own.view().label();
        return new Row(block.title(), new ScanAddress(alone.state().scan().id()).alone() + "/deel/" + block.id(), position, ambition,
                words);
    }

    @Post("/opening")
    @Consumes(MediaType.ALL)
    HttpResponse<?> open(SignedIn person, UUID scanId) {
        placeAlone.open(scanId, person.personId());
        return OPENED.at(new ScanAddress(scanId).alone());
    }

    @Get("/deel/{section}")
    HttpResponse<?> block(HttpRequest<?> request, SignedIn person, UUID scanId, String section) {
        Alone alone = placeAlone.of(scanId, person.personId());
        return alone.isOpen()
                ? block(request, HttpStatus.OK, alone, section, alone.own().getOrDefault(section, OwnPlacement.NONE), Map.of(), "")
                : HttpResponse.seeOther(URI.create(new ScanAddress(scanId).alone()));
    }

    @Post("/deel/{section}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> place(HttpRequest<?> request, SignedIn person, UUID scanId, String section, @Nullable @Body String body) {
        Form form = Form.of(body);
        OwnPlacement placement = OwnPlacement.of(form);
        try {
            placeAlone.place(scanId, person.personId(), section, placement);
        } catch (FormRefusal refused) {
            return block(request, refused.status(), placeAlone.of(scanId, person.personId()), section, placement, refused.byField(), "");
        } catch (Refusal closed) {
            if (closed.isNotFound()) {
                throw closed;
            }
            return block(request, closed.status(), placeAlone.of(scanId, person.personId()), section, placement, Map.of(),
                    closed.sentence());
        }
        ScanAddress scan = new ScanAddress(scanId);
        Optional<String> next = form.first("go").equals("next") ? next(placeAlone.of(scanId, person.personId()), section)
                : Optional.empty();
        return next.<HttpResponse<?>>map(block -> HttpResponse.seeOther(URI.create(scan.alone() + "/deel/" + block)))
                .orElseGet(() -> KEPT.at(scan.alone()));
    }

    private HttpResponse<?> block(HttpRequest<?> request, HttpStatus status, Alone alone, String section, OwnPlacement own,
            Map<String, String> problems, String closure) {
        Questionnaire questionnaire = alone.state().questionnaire();
        Section block = questionnaire.block(section).orElseThrow(() -> ScanNotFound.section(section));
        List<Section> blocks = questionnaire.blocks();
        Asked anything = new Asked(questionnaire, section, question -> Optional.empty());
        List<Option> ambitions = questionnaire.ambition().map(question -> question.type().offered(question, anything)).orElse(List.of());
        return templates.page(status, "team/aloneBlock",
                new BlockPage(layout(request, alone, block.title()), new ScanAddress(alone.state().scan().id()), questionnaire, block,
                        blocks.indexOf(block) + 1, blocks.size(), own, ambitions, next(alone, section), problems, closure));
    }

    /** The block after this one; none after the last. */
    private static Optional<String> next(Alone alone, String section) {
        List<String> blocks = alone.state().questionnaire().blocks().stream().map(Section::id).toList();
        return blocks.stream().skip(blocks.indexOf(section) + 1L).findFirst();
    }

    @Post("/klaar")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ready(SignedIn person, UUID scanId, @Nullable @Body String body) {
        String address = new ScanAddress(scanId).alone();
        if (!Form.of(body).first(NOT_AFTER_ALL).isEmpty()) {
            placeAlone.notReady(scanId, person.personId());
            return NOT_READY.at(address);
        }
        return (placeAlone.ready(scanId, person.personId()) ? CLOSED : READY).at(address);
    }

    @Get("/afsluiting")
    HttpResponse<?> askToClose(HttpRequest<?> request, SignedIn person, UUID scanId) {
        Alone alone = placeAlone.of(scanId, person.personId());
        Permission.lead_team.require(alone.state().scan().roles());
        String address = new ScanAddress(scanId).alone();
        if (alone.openedAt().isEmpty() || alone.closedAt().isPresent()) {
            return HttpResponse.seeOther(URI.create(address));
        }
        return templates.page("layout/confirmation", new Confirmation(layout(request, alone, "De voorbereiding sluiten?"),
                "Eerst elk apart", howManyAreReady(alone), List.of(),
                List.of("Niemand kan nog iets toevoegen of wijzigen.",
                        "Zelfscan telt één keer hoe het team verspreid is. De vergaderweergave toont dat zonder namen, en alleen waar "
                                + "minstens drie mensen antwoordden."),
                "Een gesloten voorbereiding gaat niet opnieuw open.", address + "/afsluiting", List.of(), "Sluiten en tellen", address));
    }

    private static String howManyAreReady(Alone alone) {
        return alone.ready() == 0 ? "Nog niemand zei klaar te zijn."
                : "%d van de %d teamleden %s klaar.".formatted(alone.ready(), alone.team(), alone.ready() == 1 ? "is" : "zijn");
    }

    @Post("/afsluiting")
    @Consumes(MediaType.ALL)
    HttpResponse<?> close(SignedIn person, UUID scanId) {
        placeAlone.close(scanId, person.personId());
        return CLOSED.at(new ScanAddress(scanId).alone());
    }

    private PageLayout layout(HttpRequest<?> request, Alone alone, String title) {
        return layouts.of(request, title, alone.state().scan().centreName() + " · " + alone.state().scan().roundTitle());
    }
}
