package be.zelfscan.team;

import be.zelfscan.access.Permission;
import be.zelfscan.access.SignedIn;
import be.zelfscan.web.Form;
import be.zelfscan.web.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page that has a scan open hears of the others, and tells them; see {@code live.js}. */
@Controller("/zelfscan/{scanId}/live")
class LiveController {
    private static final Pattern PAGE = Pattern.compile("[0-9a-f-]{8,40}");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    /** A step of a meeting, as {@code MeetingController} has them. */
    private static final Pattern STEP = Pattern
            .compile("/zelfscan/([0-9a-f-]{36})/vergadering/[a-z0-9-]{1,40}/[0-9]{1,3}(\\?volgorde=[a-z]{1,20})?");
    private static final Pattern SHOWN = Pattern.compile("([a-z][a-z0-9-]{0,39}):([0-9]{1,9})");

    /** Something does not say which page it is. */
    private static final class Unnamed extends Problem {
        private static final long serialVersionUID = 1L;

        Unnamed() {
            super(HttpStatus.UNPROCESSABLE_ENTITY, "Deze opdracht kwam onvolledig aan. Laad de pagina opnieuw.");
        }
    }

    private final Live live;

    LiveController(Live live) {
        this.live = live;
    }

    /**
     * A stream of events for who asks to follow the scan ({@code volg}), else how it stands now. In the query stand {@code deel}, the section
     * that is shown, {@code pagina}, a name for the page, {@code stand}, the revisions on it, {@code gezien}, how often something had been
     * written to the scan when a page of all of it was made, and {@code leidt}, the address to which the others are led, by who leads
     * them.
     */
    @Get
    HttpResponse<?> follow(HttpRequest<?> request, SignedIn person, UUID scanId) {
        String page = request.getParameters().get("pagina", String.class, "");
        Live.Visit visit = new Live.Visit(scanId, person, PAGE.matcher(page).matches() ? page : UUID.randomUUID().toString(),
                id(request.getParameters().get("deel", String.class, "")), shown(request.getParameters().get("stand", String.class, "")),
                Optional.of(request.getParameters().get("gezien", String.class, "")).filter(number -> number.matches("[0-9]{1,9}"))
                        .map(Long::valueOf),
                step(scanId, request.getParameters().get("leidt", String.class, "")));
        if (!request.getParameters().contains("volg")) {
            return HttpResponse.ok(live.now(visit)).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
        // Packing would take a third of a megabyte for each stream. The connection ends with the stream, so that who comes back is not
        // answered by an instance that stops.
        return HttpResponse.ok(live.follow(visit)).contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").header("X-Accel-Buffering", "no")
                .header(HttpHeaders.CONTENT_ENCODING, "identity").header(HttpHeaders.CONNECTION, "close");
    }

    /** Where somebody is writing, when that changed: {@code vraag} in {@code deel} on {@code pagina}; nowhere without. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> writing(SignedIn person, UUID scanId, @Nullable @Body String body) {
        live.require(scanId, person, Permission.answer);
        Form form = Form.of(body);
        if (!PAGE.matcher(form.first("pagina")).matches()) {
            throw new Unnamed();
        }
        String section = id(form.first("deel"));
        String question = id(form.first("vraag"));
        live.writing(scanId, person, form.first("pagina"),
                section.isEmpty() || question.isEmpty() ? new LivePresence.Place("", "") : new LivePresence.Place(section, question));
        return HttpResponse.noContent();
    }

    private static String step(UUID scanId, String address) {
        Matcher step = STEP.matcher(address);
        return step.matches() && step.group(1).equals(scanId.toString()) ? address : "";
    }

    private static String id(String text) {
        return ID.matcher(text).matches() ? text : "";
    }

    private static Map<String, Integer> shown(String text) {
        Map<String, Integer> shown = new TreeMap<>();
        for (MatchResult one : SHOWN.matcher(text).results().toList()) {
            shown.put(one.group(1), Integer.valueOf(one.group(2)));
        }
        return shown;
    }
}
