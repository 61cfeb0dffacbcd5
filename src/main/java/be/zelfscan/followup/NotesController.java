package be.zelfscan.followup;

import be.zelfscan.access.SignedIn;
import be.zelfscan.web.Form;
import be.zelfscan.web.Refusal;
import be.zelfscan.web.Shells;
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

/** The notes of a round: searched, and labelled where they are found. */
@Controller("/vergelijking/{roundId}/toelichtingen")
class NotesController {
    private final FindNotes findNotes;
    private final NoteLabels labels;
    private final Templates templates;
    private final Shells shells;

    NotesController(FindNotes findNotes, NoteLabels labels, Templates templates, Shells shells) {
        this.findNotes = findNotes;
        this.labels = labels;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, SignedIn person, UUID roundId) {
        return page(request, HttpStatus.OK, roundId, person, NotesPage.Filled.done(NoteNotice.said(request)));
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
            return NoteNotice.labelled.at(back(request, roundId), labelled);
        } catch (Refusal refused) {
            return page(request, refused.isNotFound() ? HttpStatus.UNPROCESSABLE_ENTITY : refused.status(), roundId,
                    person, new NotesPage.Filled("", refused.sentence(), Set.copyOf(ticked), chosen, newName));
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
                    NotesPage.Filled.refused("Kies bij een toelichting het label dat eraf moet."));
        }
        labels.take(note.get(), label.get());
        return NoteNotice.taken.at(back(request, roundId));
    }

    /** The page that shows the same notes. */
    private static String back(HttpRequest<?> request, UUID roundId) {
        return "/vergelijking/" + roundId + "/toelichtingen" + NoteSearchForm.of(request.getParameters()).query();
    }

    private static List<NoteKey> keys(List<String> ticked) {
        return ticked.stream().map(NoteKey::parse).flatMap(Optional::stream).distinct().toList();
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, UUID roundId, SignedIn person, NotesPage.Filled filled) {
        FindNotes.Found found = findNotes.find(roundId, NoteSearchForm.of(request.getParameters()), person.personId());
        return templates.page(found.problem().isEmpty() ? status : HttpStatus.UNPROCESSABLE_ENTITY, "followup/notes",
                NotesPage.of(shells.of(request, "Toelichtingen"), found, filled));
    }
}
