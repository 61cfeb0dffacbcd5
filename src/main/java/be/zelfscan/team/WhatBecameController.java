package be.zelfscan.team;

import be.zelfscan.access.SignedIn;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The first page of a scan of a later round: what became of the agreements and priorities of the one before? */
@Controller("/zelfscan/{scanId}/vorige")
public class WhatBecameController {
    private static final Notice KEPT = Notice.of("bewaard", "Bewaard. Jullie kunnen het wijzigen tot de zelfscan verzonden is.");

    /**
     * {@code src/main/jte/team/whatBecame.jte} takes this.
     *
     * @param typed what stands in the form, by subject
     * @param problems a sentence by subject; under none, about the whole
     */
    public record Page(PageLayout layout, WhatBecame.LookBack lookBack, Map<String, WhatBecame.Typed> typed, Map<String, String> problems,
            List<FormContent.Difference> overtaken, String done) {
        public WhatBecame.Typed typed(WhatBecame.Item item) {
            return typed.getOrDefault(item.subject().id(), new WhatBecame.Typed(
                    item.said().became().map(WhatBecame.Became::name).orElse(""), item.said().line(), item.said().version()));
        }

        public String problem(WhatBecame.Item item) {
            return problems.getOrDefault(item.subject().id(), "");
        }

        /** Why nothing was kept; empty when there is no such reason. */
        public String refusal() {
            return problems.getOrDefault("", "");
        }

        public String address() {
            return WhatBecameController.address(lookBack.state().scan().id());
        }

        /** Where the scan goes on. */
        public String next() {
            return "/zelfscan/" + lookBack.state().scan().id() + "/inleiding";
        }

        public boolean isRefused() {
            return !problems.isEmpty() || !overtaken.isEmpty();
        }
    }

    private final WhatBecame whatBecame;
    private final Templates templates;
    private final PageLayouts layouts;

    WhatBecameController(WhatBecame whatBecame, Templates templates, PageLayouts layouts) {
        this.whatBecame = whatBecame;
        this.templates = templates;
        this.layouts = layouts;
    }

    static String address(UUID scanId) {
        return "/zelfscan/" + scanId + "/vorige";
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, SignedIn person, UUID scanId) {
        return page(request, HttpStatus.OK, whatBecame.read(scanId, person.personId()), Map.of(), Map.of(), List.of());
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, WhatBecame.LookBack lookBack,
            Map<String, WhatBecame.Typed> typed, Map<String, String> problems, List<FormContent.Difference> overtaken) {
        var scan = lookBack.state().scan();
        return templates.page(status, "team/whatBecame", new Page(layouts.of(request, "Terugkijken op de vorige keer",
                scan.centreName() + " · " + scan.roundTitle()), lookBack, typed, problems, overtaken, Notice.said(request, KEPT)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> write(HttpRequest<?> request, SignedIn person, UUID scanId, @Nullable @Body String body) {
        Form form = Form.of(body);
        Map<String, WhatBecame.Typed> typed = new LinkedHashMap<>();
        for (String subject : form.all("punt")) {
            WhatBecame.Typed filled = new WhatBecame.Typed(form.first("werd." + subject), form.first("lijn." + subject),
                    form.first(FormContent.VERSION + "." + subject));
            if (filled.isTouched()) { // what is not is shown again as it is kept by then
                typed.put(subject, filled);
            }
        }
        try {
            whatBecame.write(scanId, typed, person.personId());
            return KEPT.at(address(scanId));
        } catch (FormRefusal refused) {
            return page(request, refused.status(), whatBecame.read(scanId, person.personId()), typed, refused.byField(), List.of());
        } catch (Refusal closed) {
            if (closed.isNotFound()) {
                throw closed;
            }
            return page(request, closed.status(), whatBecame.read(scanId, person.personId()), typed, Map.of("", closed.sentence()),
                    List.of());
        } catch (Overtaken overtaken) {
            WhatBecame.LookBack now = whatBecame.read(scanId, person.personId());
            Map<String, WhatBecame.Typed> again = new LinkedHashMap<>();
            now.items().forEach(item -> Optional.ofNullable(typed.get(item.subject().id()))
                    .ifPresent(mine -> again.put(item.subject().id(), item.again(mine, overtaken))));
            return page(request, overtaken.status(), now, again, Map.of(), overtaken.differences());
        }
    }
}
