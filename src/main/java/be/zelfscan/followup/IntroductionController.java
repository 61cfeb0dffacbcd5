package be.zelfscan.followup;

import be.zelfscan.access.SignedIn;
import be.zelfscan.question.Words;
import be.zelfscan.text.Texts;
import be.zelfscan.web.Form;
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
import java.util.UUID;

/** Introducing two centres to each other. */
@Controller("/vergelijking/{roundId}/inspiratie/{block}/{inspiringId}/{seekingId}/voorstelling")
public class IntroductionController {
    /**
     * The form.
     *
     * @param letters the mail as each side reads it
     * @param previewed whether somebody asked to see it with the message
     */
    public record Page(PageLayout layout, String round, Words words, String block, String inspiring, String seeking,
            List<String> recipients,
            String address,
            String back, String message, String problem, List<IntroduceCentres.Introduction.Letter> letters, boolean previewed) {}

    private final IntroduceCentres introduce;
    private final Templates templates;
    private final PageLayouts layouts;

    IntroductionController(IntroduceCentres introduce, Templates templates, PageLayouts layouts) {
        this.introduce = introduce;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> form(HttpRequest<?> request, UUID roundId, String block, UUID inspiringId, UUID seekingId) {
        return page(request, HttpStatus.OK, roundId, new IntroduceCentres.Match(block, inspiringId, seekingId), "", "", false);
    }

    @Post("/voorbeeld")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> preview(HttpRequest<?> request, UUID roundId, String block, UUID inspiringId, UUID seekingId,
            @Nullable @Body String body) {
        return page(request, HttpStatus.OK, roundId, new IntroduceCentres.Match(block, inspiringId, seekingId), message(body), "", true);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> introduce(HttpRequest<?> request, SignedIn person, UUID roundId, String block, UUID inspiringId, UUID seekingId,
            @Nullable @Body String body) {
        IntroduceCentres.Match match = new IntroduceCentres.Match(block, inspiringId, seekingId);
        String message = message(body);
        try {
            introduce.introduce(roundId, match, message, person.personId());
        } catch (Refusal refused) {
            if (refused.status() != HttpStatus.UNPROCESSABLE_ENTITY) {
                throw refused;
            }
            return page(request, refused.status(), roundId, match, message, refused.sentence(), false);
        }
        return InspirationController.INTRODUCED.at("/vergelijking/%s/inspiratie#%s".formatted(roundId, block));
    }

    private static String message(String body) {
        return Texts.lines(Form.of(body).first("bericht"));
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, UUID roundId, IntroduceCentres.Match match, String message,
            String problem, boolean previewed) {
        IntroduceCentres.Introduction introduction = introduce.prepare(roundId, match).with(message);
        String back = "/vergelijking/" + roundId + "/inspiratie";
        List<String> recipients = introduction.sides().stream().flatMap(side -> side.directors().stream()
                .map(director -> "%s, directeur van %s (%s)".formatted(director.name(), side.centre(), director.email()))).toList();
        return templates.page(status, "followup/introduction",
                new Page(layouts.of(request, "Twee centra aan elkaar voorstellen"), introduction.round(), introduction.words(),
                        introduction.block(),
                        introduction.inspiring().centre(), introduction.seeking().centre(), recipients,
                        "%s/%s/%s/%s/voorstelling".formatted(back, match.block(), match.inspiring(), match.seeking()),
                        back + "#" + match.block(), message, problem,
                        List.of(introduction.letter(introduction.seeking()), introduction.letter(introduction.inspiring())), previewed));
    }
}
