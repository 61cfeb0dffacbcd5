package be.zelfscan.followup;

import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
import be.zelfscan.web.Notice;
import be.zelfscan.web.Overtaken;
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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The labels of the support team, and how often each hangs on notes of a round. */
@Controller("/vergelijking/{roundId}/toelichtingen/labels")
class LabelsController {
    private final NoteLabels labels;
    private final Templates templates;
    private final Shells shells;

    LabelsController(NoteLabels labels, Templates templates, Shells shells) {
        this.labels = labels;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, UUID roundId) {
        return page(request, HttpStatus.OK, roundId, LabelsPage.Filled.done(Notice.sentence(request, LabelNotice.values())));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        String name = Form.of(body).first("naam");
        return act(request, roundId, Optional.empty(), name, LabelNotice.made, () -> labels.make(name));
    }

    @Post("/{labelId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rename(HttpRequest<?> request, UUID roundId, UUID labelId, @Nullable @Body String body) {
        Form form = Form.of(body);
        String name = form.first("naam");
        String seen = form.first(FormContent.VERSION);
        try {
            labels.rename(labelId, name, seen);
            return LabelNotice.renamed.at(address(roundId));
        } catch (Overtaken overtaken) {
            String sentence = overtaken.differences().stream().map(one -> "Nu bewaard: %s; bij jou: %s.".formatted(one.kept(), one.typed()))
                    .collect(Collectors.joining(" ", "Intussen is dit label gewijzigd; jouw naam is nog niet bewaard. ", ""));
            return page(request, overtaken.status(), roundId,
                    new LabelsPage.Filled("", sentence, Optional.of(labelId), name, Optional.empty()));
        } catch (Refusal refused) {
            return refused(request, roundId, refused,
                    new LabelsPage.Filled("", refused.sentence(), Optional.of(labelId), name, Optional.of(seen)));
        }
    }

    @Post("/{labelId}/einde")
    @Consumes(MediaType.ALL)
    HttpResponse<?> end(HttpRequest<?> request, UUID roundId, UUID labelId) {
        return act(request, roundId, Optional.of(labelId), "", LabelNotice.ended, () -> labels.end(labelId));
    }

    @Post("/{labelId}/hervatting")
    @Consumes(MediaType.ALL)
    HttpResponse<?> resume(HttpRequest<?> request, UUID roundId, UUID labelId) {
        return act(request, roundId, Optional.of(labelId), "", LabelNotice.resumed, () -> labels.resume(labelId));
    }

    private HttpResponse<?> act(HttpRequest<?> request, UUID roundId, Optional<UUID> label, String typed, LabelNotice done,
            Runnable action) {
        try {
            action.run();
            return done.at(address(roundId));
        } catch (Refusal refused) {
            return refused(request, roundId, refused, new LabelsPage.Filled("", refused.sentence(), label, typed, Optional.empty()));
        }
    }

    private HttpResponse<?> refused(HttpRequest<?> request, UUID roundId, Refusal refused, LabelsPage.Filled filled) {
        if (refused.isNotFound()) {
            throw refused;
        }
        return page(request, refused.status(), roundId, filled);
    }

    private static String address(UUID roundId) {
        return "/vergelijking/%s/toelichtingen/labels".formatted(roundId);
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, UUID roundId, LabelsPage.Filled filled) {
        return templates.page(status, "followup/labels", LabelsPage.of(shells.of(request, "Labels"), labels.count(roundId), filled));
    }
}
