package be.zelfscan.followup;

import be.zelfscan.followup.FollowedRounds.FollowedRound;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.FormContent.Overtaken;
import be.zelfscan.web.Notice;
import be.zelfscan.web.Refusal;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The labels of the support team, and how often each hangs on notes of a round. */
@Controller("/vergelijking/{roundId}/toelichtingen/labels")
public class LabelsController {
    /**
     * The labels, with how often each hangs on notes of a round; {@code src/main/jte/followup/labels.jte} takes this.
     *
     * @param columns the titles of the sections in which a label hangs on something
     */
    public record Page(PageLayout layout, FollowedRound round, List<String> columns, List<Row> rows, List<Line> lines, String address,
            String done, String refusal, String newName) {

        /**
         * What was done or filled in just before; texts are empty where nothing was.
         *
         * @param label that could not be changed; empty for a new one
         * @param seen the version of that label that its reader was shown
         */
        record Filled(String done, String problem, Optional<UUID> label, String typed, Optional<String> seen) {
            static Filled done(String sentence) {
                return new Filled(sentence, "", Optional.empty(), "", Optional.empty());
            }
        }

        /** @param address the notes that are counted; empty when there are none */
        public record Cell(String centres, String notes, String address) {
            static final Cell NONE = new Cell("", "", "");
        }

        /** A label with its counts: of all sections together first. */
        public record Row(NoteLabels.Label label, List<Cell> cells) {}

        /** A label with the form to change it. */
        public record Line(NoteLabels.Label label, String address, String name, String problem, String version) {}

        public boolean isRefused() {
            return !refusal.isEmpty() || lines.stream().anyMatch(line -> !line.problem().isEmpty());
        }

        public List<Line> usable() {
            return lines.stream().filter(line -> !line.label().ended()).toList();
        }

        public List<Line> ended() {
            return lines.stream().filter(line -> line.label().ended()).toList();
        }

        static Page of(PageLayout layout, NoteLabels.Counted counted, Filled filled) {
            String address = counted.round().address() + "/toelichtingen";
            List<String> sections = counted.round().questionnaire().sections().stream().map(be.zelfscan.questionnaire.Section::id)
                    .filter(section -> counted.bySection().values().stream().anyMatch(ofLabel -> ofLabel.containsKey(section))).toList();
            List<Row> rows = counted.labels().stream().filter(label -> counted.overall().containsKey(label.id()))
                    .map(label -> row(label, counted, sections, address)).toList();
            List<Line> lines = counted.labels().stream().map(label -> {
                boolean refused = filled.label().filter(label.id()::equals).isPresent();
                return new Line(label, address + "/labels/" + label.id(), refused ? filled.typed() : label.name(),
                        refused ? filled.problem() : "",
                        filled.seen().filter(seen -> refused).orElse(NoteLabels.content(label).version()));
            }).toList();
            boolean newRefused = filled.label().isEmpty();
            return new Page(layout, counted.round(), sections.stream().map(counted.round().questionnaire()::sectionTitle).toList(), rows,
                    lines,
                    address + "/labels", filled.done(), newRefused ? filled.problem() : "", newRefused ? filled.typed() : "");
        }

        private static Row row(NoteLabels.Label label, NoteLabels.Counted counted, List<String> sections, String address) {
            Map<String, LabelQueries.LabelCount> ofLabel = counted.bySection().getOrDefault(label.id(), Map.of());
            List<Cell> cells = sections.stream().map(section -> Optional.ofNullable(ofLabel.get(section))
                    .map(count -> cell(count, address + "?deel=" + section + "&label=" + label.id())).orElse(Cell.NONE)).toList();
            Cell overall = cell(counted.overall().get(label.id()), address + "?label=" + label.id());
            return new Row(label, Stream.concat(Stream.of(overall), cells.stream()).toList());
        }

        private static Cell cell(LabelQueries.LabelCount count, String address) {
            return new Cell(count.centres() == 1 ? "1 centrum" : BelgianDutch.number(count.centres()) + " centra",
                    count.notes() == 1 ? "1 toelichting" : BelgianDutch.number(count.notes()) + " toelichtingen", address);
        }
    }

    private static final Notice MADE = Notice.of("gemaakt", "Het label is gemaakt. Je kan het nu aan toelichtingen hangen.");
    private static final Notice RENAMED = Notice.of("hernoemd", "Het label heet nu anders, ook waar het al hing.");
    private static final Notice ENDED = Notice.of("beeindigd", "Het label is beëindigd. Waar het hing, blijft het hangen en meetellen.");
    private static final Notice RESUMED = Notice.of("hervat", "Het label is opnieuw in gebruik.");

    private final NoteLabels labels;
    private final Templates templates;
    private final PageLayouts layouts;

    LabelsController(NoteLabels labels, Templates templates, PageLayouts layouts) {
        this.labels = labels;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, UUID roundId) {
        return page(request, HttpStatus.OK, roundId, Page.Filled.done(Notice.said(request, MADE, RENAMED, ENDED, RESUMED)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        String name = Form.of(body).first("naam");
        return act(request, roundId, Optional.empty(), name, MADE, () -> labels.make(name));
    }

    @Post("/{labelId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rename(HttpRequest<?> request, UUID roundId, UUID labelId, @Nullable @Body String body) {
        Form form = Form.of(body);
        String name = form.first("naam");
        String seen = form.first(FormContent.VERSION);
        try {
            labels.rename(labelId, name, seen);
            return RENAMED.at(address(roundId));
        } catch (Overtaken overtaken) {
            String sentence = overtaken.differences().stream().map(one -> "Nu bewaard: %s; bij jou: %s.".formatted(one.kept(), one.typed()))
                    .collect(Collectors.joining(" ", "Intussen is dit label gewijzigd; jouw naam is nog niet bewaard. ", ""));
            return page(request, overtaken.status(), roundId,
                    new Page.Filled("", sentence, Optional.of(labelId), name, Optional.of(overtaken.version())));
        } catch (Refusal refused) {
            return refused(request, roundId, refused,
                    new Page.Filled("", refused.sentence(), Optional.of(labelId), name, Optional.of(seen)));
        }
    }

    @Post("/{labelId}/einde")
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(HttpRequest<?> request, UUID roundId, UUID labelId) {
        return act(request, roundId, Optional.of(labelId), "", ENDED, () -> labels.end(labelId));
    }

    @Post("/{labelId}/hervatting")
    @Consumes(MediaType.ALL)
    HttpResponse<?> resume(HttpRequest<?> request, UUID roundId, UUID labelId) {
        return act(request, roundId, Optional.of(labelId), "", RESUMED, () -> labels.resume(labelId));
    }

    private HttpResponse<?> act(HttpRequest<?> request, UUID roundId, Optional<UUID> label, String typed, Notice done,
            Runnable action) {
        try {
            action.run();
            return done.at(address(roundId));
        } catch (Refusal refused) {
            return refused(request, roundId, refused, new Page.Filled("", refused.sentence(), label, typed, Optional.empty()));
        }
    }

    private HttpResponse<?> refused(HttpRequest<?> request, UUID roundId, Refusal refused, Page.Filled filled) {
        if (refused.isNotFound()) {
            throw refused;
        }
        return page(request, refused.status(), roundId, filled);
    }

    private static String address(UUID roundId) {
        return "/vergelijking/%s/toelichtingen/labels".formatted(roundId);
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, UUID roundId, Page.Filled filled) {
        return templates.page(status, "followup/labels", Page.of(layouts.of(request, "Labels"), labels.count(roundId), filled));
    }
}
