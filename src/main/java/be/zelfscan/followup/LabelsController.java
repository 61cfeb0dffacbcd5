package be.zelfscan.followup;

import be.zelfscan.web.Form;
import be.zelfscan.web.FormContent;
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
import java.net.URI;
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
        return page(request, HttpStatus.OK, roundId, LabelsPage.Filled.done(done(request)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(HttpRequest<?> request, UUID roundId, @Nullable @Body String body) {
        String name = Form.of(body).first("naam");
        return act(request, roundId, Optional.empty(), name, "gemaakt", () -> labels.make(name));
    }

    @Post("/{labelId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rename(HttpRequest<?> request, UUID roundId, UUID labelId, @Nullable @Body String body) {
        Form form = Form.of(body);
        String name = form.first("naam");
        String seen = form.first(FormContent.VERSION);
        try {
            labels.rename(labelId, name, seen);
            return done(roundId, "hernoemd");
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
        return act(request, roundId, Optional.of(labelId), "", "beeindigd", () -> labels.end(labelId));
    }

    @Post("/{labelId}/hervatting")
    @Consumes(MediaType.ALL)
    HttpResponse<?> resume(HttpRequest<?> request, UUID roundId, UUID labelId) {
        return act(request, roundId, Optional.of(labelId), "", "hervat", () -> labels.resume(labelId));
    }

    private HttpResponse<?> act(HttpRequest<?> request, UUID roundId, Optional<UUID> label, String typed, String done, Runnable action) {
        try {
            action.run();
            return done(roundId, done);
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

    private static HttpResponse<?> done(UUID roundId, String what) {
        return HttpResponse.seeOther(URI.create("/vergelijking/%s/toelichtingen/labels?gedaan=%s".formatted(roundId, what)));
    }

    private static String done(HttpRequest<?> request) {
        return switch (request.getParameters().getFirst("gedaan").orElse("")) {
            case "gemaakt" -> "Het label is gemaakt. Je kan het nu aan toelichtingen hangen.";
            case "hernoemd" -> "Het label heet nu anders, ook waar het al hing.";
            case "beeindigd" -> "Het label is beëindigd. Waar het hing, blijft het hangen en meetellen.";
            case "hervat" -> "Het label is opnieuw in gebruik.";
            default -> "";
        };
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, UUID roundId, LabelsPage.Filled filled) {
        return templates.page(status, "followup/labels", LabelsPage.of(shells.of(request, "Labels"), labels.count(roundId), filled));
    }
}
