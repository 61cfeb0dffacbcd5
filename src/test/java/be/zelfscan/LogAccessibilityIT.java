package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet.Actor;
import be.zelfscan.support.Browser;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about people and the log have no barrier either, on a laptop and on a phone. */
class LogAccessibilityIT {
    private final TestService service = TestService.get();
    private Page page;

    @AfterEach
    void close() {
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void noPageHasABarrier(int width) {
        TestNet net = new TestNet();
        page = Browser.page(width, 900);
        service.change("insert into support_member (person_id) values (?)", net.person(Actor.director));
        BrowserVisit.signIn(page, service, net.person(Actor.director) + "@test.example");
        Map<String, List<String>> found = new LinkedHashMap<>();
        String removal = "/organisatie/mensen/" + net.bystander() + "/verwijdering";
        for (String path : List.of("/logboek", "/logboek?van=gisteren&tot=morgen&wat=niets", "/logboek?wie=niemand-heet-zo", removal)) {
            check(found, path);
        }
        page.click("text=Voorgoed verwijderen");
        assertThat(page.textContent("main")).contains("zijn gewist");
        check(found, removal);

        assertThat(found).isEmpty();
    }

    private void check(Map<String, List<String>> found, String path) {
        page.navigate(service.address() + path);
        Barriers.on(page).ifPresent(barriers -> found.put(path, barriers));
    }
}
