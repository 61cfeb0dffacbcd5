package be.zelfscan.activity;

import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Shells;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Optional;

/** Shows the log. */
@Controller("/logboek")
class LogController {
    private final ActivityLog log;
    private final Templates templates;
    private final Shells shells;

    LogController(ActivityLog log, Templates templates, Shells shells) {
        this.log = log;
        this.templates = templates;
        this.shells = shells;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, @QueryValue(defaultValue = "") String wat, @QueryValue(defaultValue = "") String wie,
            @QueryValue(defaultValue = "") String van, @QueryValue(defaultValue = "") String tot, Optional<Long> voor) {
        LogForm form = new LogForm(wat, wie, van, tot);
        ActivityLog.Page page = form.isRight() ? log.page(form.filter(), voor) : new ActivityLog.Page(List.of(), false);
        String older = page.older() ? form.before(page.entries().getLast().id()) : "";
        return templates.page(form.isRight() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY, "activity/log",
                new LogPages.Log(shells.of(request, "Logboek"), form, page.entries().stream().map(LogController::line).toList(),
                        voor.isEmpty(), older));
    }

    private static LogPages.Line line(ActivityRepository.Entry entry) {
        return new LogPages.Line(BelgianDutch.dateAndTime(entry.at()), entry.at().toString(), entry.person(), entry.action().label(),
                entry.about());
    }
}
