package be.zelfscan.activity;

import be.zelfscan.text.Texts;
import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.PageLayout;
import be.zelfscan.web.PageLayouts;
import be.zelfscan.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Shows the log. */
@Controller("/logboek")
public class LogController {
    /** @param at in words, {@code atIso} for machines */
    public record Line(String at, String atIso, String person, String action, String about) {}

    /**
     * A page of the log.
     *
     * @param newest whether these are the newest lines
     * @param older address of older ones; empty when there are none
     */
    public record Log(PageLayout layout, Filled form, List<Line> lines, boolean newest, String older) {
        public boolean isRefused() {
            return !form.isRight();
        }

        public List<Action> actions() {
            return List.of(Action.values());
        }
    }

    /** The filter of the log as it was filled in. */
    public record Filled(String action, String person, String from, String until) {
        public Filled {
            person = Texts.clean(person);
            from = Texts.clean(from);
            until = Texts.clean(until);
        }

        ActivityRepository.Filter filter() {
            return new ActivityRepository.Filter(chosen(), person, BelgianDutch.read(from), BelgianDutch.read(until));
        }

        private Optional<Action> chosen() {
            return Arrays.stream(Action.values()).filter(one -> one.name().equals(action)).findFirst();
        }

        public String actionProblem() {
            return action.isEmpty() || chosen().isPresent() ? "" : "Deze handeling kennen we niet. Kies er een uit de lijst.";
        }

        public String fromProblem() {
            return problem(from);
        }

        public String untilProblem() {
            String unreadable = problem(until);
            boolean reversed = unreadable.isEmpty() && BelgianDutch.read(from).isPresent()
                    && BelgianDutch.read(until).filter(day -> day.isBefore(BelgianDutch.read(from).get())).isPresent();
            return reversed ? "De laatste dag valt vóór de eerste. Kies een latere dag." : unreadable;
        }

        boolean isRight() {
            return actionProblem().isEmpty() && fromProblem().isEmpty() && untilProblem().isEmpty();
        }

        public boolean isEmpty() {
            return (action + person + from + until).isEmpty();
        }

        /** The address of the lines older than this one. */
        String before(long id) {
            return "/logboek?wat=%s&wie=%s&van=%s&tot=%s&voor=%d".formatted(encoded(action), encoded(person), encoded(from), encoded(until),
                    id);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private static String problem(String text) {
            return text.isEmpty() || BelgianDutch.read(text).isPresent() ? ""
                    : "‘%s’ is geen datum. Schrijf ze zo: 14/10/2026.".formatted(text);
        }
    }

    private final ActivityLog log;
    private final Templates templates;
    private final PageLayouts layouts;

    LogController(ActivityLog log, Templates templates, PageLayouts layouts) {
        this.log = log;
        this.templates = templates;
        this.layouts = layouts;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, @QueryValue(defaultValue = "") String wat, @QueryValue(defaultValue = "") String wie,
            @QueryValue(defaultValue = "") String van, @QueryValue(defaultValue = "") String tot, Optional<Long> voor) {
        Filled form = new Filled(wat, wie, van, tot);
        ActivityLog.Page page = form.isRight() ? log.page(form.filter(), voor) : new ActivityLog.Page(List.of(), false);
        String older = page.older() ? form.before(page.entries().getLast().id()) : "";
        return templates.page(form.isRight() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY, "activity/log",
                new Log(layouts.of(request, "Logboek"), form, page.entries().stream().map(LogController::line).toList(),
                        voor.isEmpty(), older));
    }

    private static Line line(ActivityRepository.Entry entry) {
        return new Line(BelgianDutch.dateAndTime(entry.at()), entry.at().toString(), entry.person(), entry.action().label(),
                entry.about());
    }
}
