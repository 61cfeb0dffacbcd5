package be.zelfscan.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Says what is kept of people and of answers, for how long, and who sees what. */
@Controller("/privacy")
class PrivacyController {
    private final Templates templates;
    private final PageLayouts layouts;

    PrivacyController(Templates templates, PageLayouts layouts) {
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        return templates.page("web/privacy", layouts.of(request, "Privacy"));
    }
}
