package be.zelfscan.support;

import be.zelfscan.support.Visitor.Form;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Somebody who fills in a questionnaire by what stands on its pages and nothing else: every question that is shown, whatever it consists
 * of, with something that can be recognised in what becomes of it. Keeps what was typed and chosen. Used by one test.
 */
public final class Respondent {
    /** What was typed: as it was, and as a day is said. */
    public record Typed(String text, String shown) {}

    private static final int MOST_STEPS = 120;
    private static final String QUESTIONS = "fieldset[data-question]";
    private static final String CONTROLS = "input:not([type=hidden], [disabled]), textarea, select";

    private record Answered(List<Typed> typed, Set<String> chosen) {}

    private final Map<String, Answered> done = new LinkedHashMap<>();
    private Answered now;
    private int texts;
    private int questions;
    private int turns;

    /** Everything that was typed, in order. */
    public List<Typed> typed() {
        return done.values().stream().flatMap(one -> one.typed().stream()).toList();
    }

    /** The labels of all that was chosen. */
    public Set<String> chosen() {
        return done.values().stream().flatMap(one -> one.chosen().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many questions were filled in. */
    public int questions() {
        return questions;
    }

    /** Answers everything by posting forms, from the page on which one begins to the overview; returns that page. */
    public Visitor.Page answerWithoutScript(Visitor visitor, String first) {
        Visitor.Page page = visitor.get(first);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (page.path().endsWith("/overzicht")) {
                Element closing = page.document().selectFirst("main a.button:contains(Volgende)");
                if (closing == null) {
                    forgetWhatIsAskedNoMore(visitor);
                    return page;
                }
                page = visitor.get(closing.attr("href"));
                continue;
            }
            if (page.status() != 200) {
                throw new AssertionError(page.path() + ": " + page.text());
            }
            Form form = fill(page);
            boolean waits = page.document().selectFirst(QUESTIONS + ":not([hidden]) .needs-save") != null;
            page = visitor.submit(form.set("go", waits ? "stay" : "next"));
        }
        throw new AssertionError("No end after " + page.path());
    }

    /** Whoever answers can make a question disappear that was there. */
    private void forgetWhatIsAskedNoMore(Visitor visitor) {
        List.copyOf(done.keySet()).stream().map(place -> place.replaceAll("#.*", "")).distinct()
                .forEach(path -> visitor.get(path).document().select(QUESTIONS + "[hidden]")
                        .forEach(question -> done.remove(path + "#" + question.id())));
    }

    private boolean isNew(String place) {
        if (done.containsKey(place)) {
            return false;
        }
        now = new Answered(new ArrayList<>(), new LinkedHashSet<>());
        done.put(place, now);
        return true;
    }

    private Form fill(Visitor.Page page) {
        Form form = page.form(page.path());
        for (Element question : page.document().select(QUESTIONS + ":not([hidden])")) {
            Map<String, Elements> fields = new LinkedHashMap<>();
            question.select(CONTROLS).stream().filter(control -> control.closest("template") == null)
                    .forEach(control -> fields.computeIfAbsent(control.attr("name"), name -> new Elements()).add(control));
            boolean waits = question.selectFirst(".needs-save") != null;
            if (!waits && isNew(page.path() + "#" + question.id())) {
                questions++;
                fields.forEach((name, controls) -> fill(form, name, controls));
            }
        }
        return form;
    }

    private void fill(Form form, String name, Elements controls) {
        Element first = controls.first();
        if (first.hasAttr("data-leaves-open")) {
            return;
        }
        switch (first.tagName() + "/" + first.attr("type")) {
            case "select/" -> {
                List<String> values = new ArrayList<>();
                for (int place = 0; place < controls.size(); place++) {
                    Element option = controls.get(place).select("option[value]:not([value=''])").get(place);
                    values.add(option.attr("value"));
                    now.chosen().add(option.text());
                }
                form.set(name, values.toArray(String[]::new));
            }
            case "input/radio" -> choose(form, name, List.of(controls.get(turn(controls.size()))));
            case "input/checkbox" -> choose(form, name,
                    controls.stream().filter(control -> !control.hasAttr("data-exclusive")).skip(turn(2)).limit(2).toList());
            case "input/date" -> form.set(name, day());
            default -> {
                if (first.closest(".options__text") == null || isChosen(form, first)) {
                    form.set(name, text());
                }
            }
        }
    }

    private void choose(Form form, String name, List<Element> controls) {
        form.set(name, controls.stream().map(control -> control.attr("value")).toArray(String[]::new));
        controls.forEach(control -> now.chosen().add(label(control)));
    }

    private static String label(Element control) {
        Element around = control.closest("label");
        return around != null ? around.text() : control.closest(".stage__head").selectFirst("label").ownText();
    }

    /** Whether the option was chosen that asks for this text. */
    private static boolean isChosen(Form form, Element text) {
        Element option = text.closest("li").selectFirst("label.option input");
        return form.get(option.attr("name")).contains(option.attr("value"));
    }

    /** Different for each question, so that all that can be answered is, somewhere. */
    private int turn(int choices) {
        return turns++ % choices;
    }

    private String text() {
        String text = "Antwoord nummer " + ++texts + " – één ‘zin’";
        now.typed().add(new Typed(text, text));
        return text;
    }

    private String day() {
        LocalDate day = LocalDate.of(2026, 3, 1).plusDays(texts++ % 28);
        now.typed().add(new Typed(day.toString(), day.getDayOfMonth() + " maart 2026"));
        return day.toString();
    }

    /** The same in a browser, with its script: what appears is filled in where it appears. The overview is shown then. */
    public void answerInBrowser(Page page) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (page.url().endsWith("/overzicht")) {
                Locator closing = page.locator("main a.button:has-text('Volgende')");
                if (closing.count() == 0) {
                    return;
                }
                go(page, closing.first());
                continue;
            }
            List<String> open = openQuestions(page);
            if (open.isEmpty()) {
                untilSaved(page); // what is asked by an answer comes with it
                open = openQuestions(page);
            }
            if (open.isEmpty()) {
                go(page, page.locator("button[name=go][value=next]"));
            }
            questions += open.size();
            for (String question : open) {
                isNew(page.url().replaceAll("[?#].*", "") + "#" + question);
                fill(page, "#" + question + " ");
            }
        }
        throw new AssertionError("No end after " + page.url());
    }

    private static void go(Page page, Locator way) {
        String from = page.url();
        way.click();
        page.waitForURL(url -> !url.equals(from));
    }

    private static void untilSaved(Page page) {
        page.waitForFunction("() => ['saved', 'empty'].includes(document.getElementById('saved').dataset.state)");
    }

    /** The questions on the page that were not filled in yet. */
    private List<String> openQuestions(Page page) {
        String place = page.url().replaceAll("[?#].*", "");
        return page.locator(QUESTIONS + ":not([hidden])").all().stream().filter(question -> question.locator(".needs-save").count() == 0)
                .map(question -> question.getAttribute("id")).filter(question -> !done.containsKey(place + "#" + question)).toList();
    }

    private void fill(Page page, String question) {
        Set<String> names = new LinkedHashSet<>();
        for (Locator control : page.locator(question + ":is(" + CONTROLS + ")").all()) {
            String name = control.getAttribute("name");
            if (name == null || !names.add(name) || control.getAttribute("data-leaves-open") != null) {
                continue;
            }
            Locator all = page.locator(question + "[name=\"" + name + "\"]:not([disabled])");
            switch (control.evaluate("field => field.tagName + '/' + field.type").toString()) {
                case "SELECT/select-one" -> {
                    for (int place = 0; place < all.count(); place++) {
                        String value = all.nth(place).locator("option:not([value=''])").nth(place).getAttribute("value");
                        now.chosen().add(all.nth(place).locator("option[value='" + value + "']").innerText().strip());
                        all.nth(place).selectOption(value);
                    }
                }
                case "INPUT/radio" -> tick(all.nth(turn(all.count())));
                case "INPUT/checkbox" -> {
                    List<Locator> free = all.all().stream().filter(one -> one.getAttribute("data-exclusive") == null).toList();
                    free.stream().skip(turn(2)).limit(2).forEach(this::tick);
                }
                case "INPUT/date" -> control.fill(day());
                default -> {
                    if (control.isVisible()) {
                        control.fill(text());
                    }
                }
            }
        }
    }

    private void tick(Locator control) {
        control.check(new Locator.CheckOptions().setForce(true));
        now.chosen().add(control.evaluate(
                "field => field.closest('label')?.innerText ?? field.closest('.stage__head').querySelector('label').firstChild.data")
                .toString().strip());
    }

    /** Everything that can be recognised, without spaces and hyphens, which lines of a page or a report break. */
    public Stream<String> recognisable() {
        return Stream.concat(chosen().stream(), typed().stream().map(Typed::shown)).map(Respondent::squeezed);
    }

    /** A text without what breaks its lines. */
    public static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00A0\\u00AD\\u2011-]+", "");
    }
}
