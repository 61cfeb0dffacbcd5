package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.Browser;
import be.zelfscan.support.BrowserVisit;
import be.zelfscan.support.PdfUa;
import be.zelfscan.support.SampleForms;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The whole job in a real browser, with the keyboard only. */
@Order(6)
class MainJobByKeyboardIT {
    private static final int MOST_TABS = 120;

    private final TestService service = TestService.get();
    private final Page page = Browser.page(1280, 900);

    @AfterEach
    void close() {
        Browser.close(page);
    }

    @Test
    void everythingCanBeAnsweredSentAndReadWithTheKeyboardOnly() {
        TestCentre centre = service.centre("Centrum aan het toetsenbord");
        BrowserVisit.signIn(page, service, centre.director());
        tabTo("button:has-text('Beginnen')");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/inleiding"));
        tabTo("main a:has-text('Naar de vragen')");
        page.keyboard().press("Enter");

        for (Map.Entry<String, Map<String, List<String>>> section : SampleForms.all().entrySet()) {
            if (section.getKey().equals("slotvragen")) {
                page.waitForURL(Pattern.compile(".*/overzicht"));
                tabTo("main a:has-text('Volgende: ')");
                page.keyboard().press("Enter");
            }
            page.waitForURL(Pattern.compile(".*/" + section.getKey()));
            answer(section.getValue());
            tabTo("button[name=go][value=next]");
            page.keyboard().press("Enter");
        }
        page.waitForURL(Pattern.compile(".*/overzicht"));
        assertThat(page.innerText("main")).contains("Alle vragen zijn beantwoord");
        tabTo("main a:has-text('Verzenden')");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/verzending"));
        tabTo("button:has-text('Definitief verzenden')");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/resultaat/.*"));
        assertThat(page.locator("svg.datagrafiek").count()).isEqualTo(1);

        String mail = new be.zelfscan.support.Visitor(service.address()).newestMail(centre.director(), "verzonden").path();
        page.navigate(service.address() + mail);
        APIResponse pdf = page.request().get(service.address() + page.getAttribute("a[href*=bijlage]", "href"));
        assertThat(pdf.headers().get("content-type")).isEqualTo("application/pdf");
        PdfUa.assertConforms(pdf.body());
    }

    private void answer(Map<String, List<String>> fields) {
        page.waitForLoadState(LoadState.LOAD);
        if (fields.containsKey("stage.choice")) {
            pick("stage.choice", fields.get("stage.choice").getFirst());
            BrowserVisit.untilSaved(page, "stage");
            page.waitForSelector("#q-ambition input[type=radio]");
        }
        fields.forEach((field, values) -> {
            String question = field.substring(0, field.indexOf('.'));
            if (field.equals("stage.choice")) {
                return;
            }
            if (field.endsWith(".note") || field.endsWith(".text")) {
                tabTo("[name='" + field + "']");
                page.keyboard().insertText(values.getFirst());
            } else if (page.locator("#q-" + question + " select").count() > 0) {
                for (int i = 0; i < values.size(); i++) {
                    tabTo("#" + question + "-" + (i + 1));
                    String title = page.locator("#" + question + "-" + (i + 1) + " option[value=" + values.get(i) + "]").textContent();
                    page.keyboard().type(title);
                }
            } else {
                values.forEach(value -> pick(field, value));
            }
        });
        fields.keySet().stream().map(field -> field.substring(0, field.indexOf('.'))).distinct()
                .forEach(question -> BrowserVisit.untilSaved(page, question));
    }

    /** Ticks a box with the space bar; moves to a radio button with the arrows. */
    private void pick(String field, String value) {
        String choice = "[name='" + field + "'][value='" + value + "']";
        if (page.locator(choice).getAttribute("type").equals("checkbox")) {
            tabTo(choice);
            page.keyboard().press("Space");
            return;
        }
        tabTo("[name='" + field + "']");
        page.keyboard().press("Space");
        int choices = page.locator("[name='" + field + "']").count();
        for (int i = 0; i < choices && !isFocused(choice); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.isChecked(choice)).as(choice).isTrue();
    }

    private void tabTo(String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (isFocused(selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + selector + " on " + page.url());
    }

    private boolean isFocused(String selector) {
        return (Boolean) page.evaluate("([css, text]) => { const active = document.activeElement; return active.matches(css)"
                + " && (text === '' || active.textContent.includes(text)); }", css(selector));
    }

    /** A selector of the browser, and the text that the element has; evaluated in the page, which knows no {@code :has-text}. */
    private static List<String> css(String selector) {
        int text = selector.indexOf(":has-text('");
        return text < 0 ? List.of(selector, "")
                : List.of(selector.substring(0, text), selector.substring(text + 11, selector.length() - 2));
    }
}
