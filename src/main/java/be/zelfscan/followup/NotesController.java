package be.zelfscan.followup;

import be.zelfscan.access.SignedIn;
import be.zelfscan.followup.FollowedRounds.FollowedRound;
import be.zelfscan.question.Question;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Form;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The notes of a round: searched, and labelled where they are found. */
@Controller("/vergelijking/{roundId}/toelichtingen")
public class NotesController {
    /**
     * The notes that were found; {@code src/main/jte/followup/notes.jte} takes this.
     *
     * @param problem why nothing was looked for
     * @param coding address of hanging a label; what is searched stands in it
     */
    public record Page(PageLayout layout, FollowedRound round, NoteSearchForm form, String problem, List<NoteLabels.Label> labels,
            List<Note> notes, NoteQueries.NoteCount total, String coding, String taking, String done, String refusal, String chosen,
            String newName,
            Optional<String> previous, Optional<String> next) {

        /** What was done or filled in just before; texts are empty where nothing was. */
        record Filled(String done, String problem, Set<String> ticked, String label, String newName) {
            static Filled done(String sentence) {
                return new Filled(sentence, "", Set.of(), "", "");
            }

            static Filled refused(String sentence) {
                return new Filled("", sentence, Set.of(), "", "");
            }
        }

        /**
         * A note.
         *
         * @param id unique within the page
         * @param key what a form posts of it
         * @param where the round, when notes of several are shown
         * @param place where in an answer the text stands, when it is not a note and not all of the answer
         */
        public record Note(String id, String key, String centre, String where, String section, String question, List<String> answer,
                Optional<String> place,
                List<NotePart> parts, List<NoteLabels.Label> labels, String result, boolean ticked) {
            public String about() {
                return Stream.concat(Stream.of(centre, section, question), place.stream()).collect(Collectors.joining(", "));
            }
        }

        public List<Question> questions() {
            return NoteSearchForm.questions(round.questionnaire());
        }

        /** The labels that can still be hung. */
        public List<NoteLabels.Label> usable() {
            return labels.stream().filter(label -> !label.ended()).toList();
        }

        public String count() {
            String notes = Stream.of(count(total.notes(), "toelichting", "toelichtingen"), count(total.answers(), "antwoord", "antwoorden"))
                    .filter(one -> !one.isEmpty()).collect(Collectors.joining(" en "));
            int last = (total.all() + FindNotes.PAGE_SIZE - 1) / FindNotes.PAGE_SIZE;
            return last < 2 ? notes : "%s, bladzijde %d van %s".formatted(notes, form.pageNumber(), BelgianDutch.number(last));
        }

        public boolean isEmpty() {
            return total.all() == 0;
        }

        private static String count(int number, String one, String many) {
            return number == 0 ? "" : number == 1 ? "1 " + one : BelgianDutch.number(number) + " " + many;
        }

        public boolean isRefused() {
            return !problem.isEmpty() || !refusal.isEmpty();
        }

        static Page of(PageLayout layout, FindNotes.FoundNotes found, Filled filled) {
            String address = found.round().address() + "/toelichtingen";
            NoteSearchForm form = found.form();
            int page = form.pageNumber();
            boolean all = form.scope().equals(NoteSearchForm.ALL_ROUNDS);
            List<String> words = found.form().filter(found.round().id()).wordsToMark();
            List<Note> notes = found.hits().stream().map(hit -> note(found.hits().indexOf(hit), hit, all, filled, words)).toList();
            return new Page(layout, found.round(), form, found.problem(), found.labels(), notes, found.total(),
                    address + "/codering" + form.query(), address + "/codering/verwijdering" + form.query(), filled.done(),
                    filled.problem(),
                    filled.label(), filled.newName(),
                    page == 1 ? Optional.empty() : Optional.of(address + form.onPage(page - 1).query()),
                    page * FindNotes.PAGE_SIZE >= found.total().all() ? Optional.empty()
                            : Optional.of(address + form.onPage(page + 1).query()));
        }

        private static Note note(int number, FindNotes.Hit hit, boolean ofAllRounds, Filled filled, List<String> words) {
            NoteQueries.FoundNote note = hit.note();
            String key = note.key().toString();
            return new Note("toelichting-" + (number + 1), key, note.centre(), ofAllRounds ? note.round() : "", hit.section(),
                    hit.question(),
                    hit.answer(), note.key().inAnswer().flatMap(at -> hit.answer().stream().findFirst()),
                    NotePart.of(note.marked(), note.note(), words), hit.labels(), "/resultaat/" + note.key().sentScanId(),
                    filled.ticked().contains(key));
        }
    }

    private static final Notice LABELLED = Notice.counted("gelabeld", labelled(0), NotesController::labelled);
    private static final Notice TAKEN = Notice.of("label-weg", "Het label is van de toelichting gehaald.");

    private final FindNotes findNotes;
    private final NoteLabels labels;
    private final Templates templates;
    private final PageLayouts layouts;

    NotesController(FindNotes findNotes, NoteLabels labels, Templates templates, PageLayouts layouts) {
        this.findNotes = findNotes;
        this.labels = labels;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, SignedIn person, UUID roundId) {
        return page(request, HttpStatus.OK, roundId, person, Page.Filled.done(Notice.said(request, LABELLED, TAKEN)));
    }

    @Post("/codering")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> label(HttpRequest<?> request, SignedIn person, UUID roundId, @Nullable @Body String body) {
        Form form = Form.of(body);
        List<String> ticked = form.all("toelichting");
        String chosen = form.first("label").strip();
        String newName = form.first("nieuw").strip();
        try {
            int labelled = labels.hang(keys(ticked), chosen, newName, person.personId());
            return LABELLED.at(back(request, roundId), labelled);
        } catch (Refusal refused) {
            return page(request, refused.isNotFound() ? HttpStatus.UNPROCESSABLE_ENTITY : refused.status(), roundId,
                    person, new Page.Filled("", refused.sentence(), Set.copyOf(ticked), chosen, newName));
        }
    }

    @Post("/codering/verwijdering")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> take(HttpRequest<?> request, SignedIn person, UUID roundId, @Nullable @Body String body) {
        Form form = Form.of(body);
        Optional<NoteKey> note = NoteKey.parse(form.first("toelichting"));
        Optional<UUID> label = form.id("label");
        if (note.isEmpty() || label.isEmpty()) {
            return page(request, HttpStatus.UNPROCESSABLE_ENTITY, roundId, person,
                    Page.Filled.refused("Kies bij een toelichting het label dat eraf moet."));
        }
        labels.take(note.get(), label.get());
        return TAKEN.at(back(request, roundId));
    }

    private static String labelled(int notes) {
        return switch (notes) {
            case 0 -> "Deze toelichtingen hadden het label al.";
            case 1 -> "Het label hangt aan 1 toelichting meer.";
            default -> "Het label hangt aan " + notes + " toelichtingen meer.";
        };
    }

    /** The page that shows the same notes. */
    private static String back(HttpRequest<?> request, UUID roundId) {
        return "/vergelijking/" + roundId + "/toelichtingen" + NoteSearchForm.of(request.getParameters()).query();
    }

    private static List<NoteKey> keys(List<String> ticked) {
        return ticked.stream().map(NoteKey::parse).flatMap(Optional::stream).distinct().toList();
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, UUID roundId, SignedIn person, Page.Filled filled) {
        FindNotes.FoundNotes found = findNotes.find(roundId, NoteSearchForm.of(request.getParameters()), person.personId());
        return templates.page(found.problem().isEmpty() ? status : HttpStatus.UNPROCESSABLE_ENTITY, "followup/notes",
                Page.of(layouts.of(request, "Toelichtingen"), found, filled));
    }
}
