package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.support.Browser;
import be.zelfscan.support.SampleForms;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No page has a barrier that axe-core can find, on a laptop and on a phone, with everything unfolded; no page is wider than its screen. */
class AccessibilityIT {
    private final TestService service = TestService.get();
    private Page page;

    @AfterEach
    void close() {
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void noPageHasABarrier(int width) {
        TestCentre centre = service.centre("Centrum dat toegankelijk is");
        page = Browser.page(width, 900);
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String path : List.of("/", "/aanmelden", "/aanmelden/verstuurd", "/postvak", "/privacy", "/bestaat-niet",
                "/aanmelden/link/onbekend")) {
            check(found, path);
        }
        page.navigate(service.address() + "/aanmelden");
        page.fill("#email", "geen adres");
        page.press("#email", "Enter");
        inspect(found, "aanmelden met een fout");

        BrowserVisit.signIn(page, service, centre.director());
        inspect(found, "centrum zonder zelfscan");
        String scan = BrowserVisit.start(page).substring(service.address().length());
        inspect(found, "inleiding");
        check(found, scan + "/bouwsteen/behartiger");
        check(found, scan + "/slotvragen");
        check(found, scan + "/overzicht");
        conflict(found, centre, scan);
        Visitor director = service.signedIn(centre.director());
        SampleForms.all().forEach((section, fields) -> {
            Form form = director.get(scan + (section.equals("slotvragen") ? "/slotvragen" : "/bouwsteen/" + section)).form("/zelfscan/");
            fields.forEach((name, values) -> form.set(name, values.toArray(String[]::new)));
            director.submit(form);
        });
        for (String path : List.of("/centrum/" + centre.id(), scan + "/bouwsteen/kernprocessen",
                scan + "/bouwsteen/kernprocessen?weergave=projector",
                scan + "/slotvragen", scan + "/overzicht", scan + "/verzending")) {
            check(found, path);
        }
        director.post(scan + "/verzending", Map.of());
        check(found, scan + "/overzicht");
        check(found, new Visitor(service.address()).newestMail(centre.director(), "verzonden").path());
        check(found, "/centrum/" + centre.id());

        assertThat(found).isEmpty();
    }

    private void conflict(Map<String, List<String>> found, TestCentre centre, String scan) {
        page.navigate(service.address() + scan + "/bouwsteen/preventie");
        Visitor member = service.signedIn(centre.member());
        member.submit(member.get(scan + "/bouwsteen/preventie").form("/bouwsteen/").set("motive.note", "Van Lou"));
        page.fill("#motive-note", "Van Tine");
        page.waitForSelector("#q-motive .conflict");
        inspect(found, "bouwsteen met een conflict");
        page.context().clearCookies();
        page.fill("#levers-note", "Afgemeld");
        page.waitForSelector("#banner .notice");
        inspect(found, "bouwsteen na het afmelden");
        page.evaluate("window.onbeforeunload = null; localStorage.clear()");
        page.onDialog(dialog -> dialog.accept());
        BrowserVisit.signIn(page, service, centre.director());
    }

    private void check(Map<String, List<String>> found, String path) {
        page.navigate(service.address() + path);
        inspect(found, path);
    }

    private void inspect(Map<String, List<String>> found, String name) {
        Barriers.on(page).ifPresent(barriers -> found.put(name, barriers));
    }
}
