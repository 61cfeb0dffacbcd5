package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.support.Browser;
import be.zelfscan.support.Visitor;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of notes, labels and introductions have no barrier that axe-core can find, on a laptop and on a phone. */
class FollowupAccessibilityIT {
    private final TestService service = TestService.get();
    private final HandComputedRound round = HandComputedRound.shared();
    private Page page;

    @AfterEach
    void close() {
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void noPageHasABarrier(int width) {
        String ofRound = "/vergelijking/" + round.id();
        String notes = ofRound + "/toelichtingen";
        Visitor support = round.visitor(round.net().support());
        String label = "een lang label zonder spaties-" + UUID.randomUUID().toString().substring(0, 23);
        support.post(notes + "/codering", Map.of("nieuw", List.of(label), "toelichting",
                support.get(notes + "?zoek=vergadering").document().select(".note__tick input").eachAttr("value")));
        page = Browser.page(width, 900);
        BrowserVisit.signIn(page, service, round.net().support() + "@test.example");
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String path : List.of(notes, notes + "?zoek=vergadering&gelabeld=2", notes + "?zoek=zonsverduistering", notes + "?zoek=de",
                notes + "/labels", ofRound + "/inspiratie", ofRound + "/inspiratie?bouwsteen=x", ofRound + "/inspiratie/plg/"
                        + round.centre(7) + "/" + round.centre(3) + "/voorstelling")) {
            page.navigate(service.address() + path);
            inspect(found, path);
        }
        page.fill("#bericht", "Maak gerust kennis.");
        page.click("text=Bekijk de mail");
        inspect(found, "voorbeeld");
        page.navigate(service.address() + notes);
        page.click("#codering button");
        assertThat(page.textContent("main")).contains("Vink eerst");
        inspect(found, "label zonder toelichting");
        page.navigate(service.address() + notes + "/labels");
        page.click("text=Maken");
        inspect(found, "label zonder naam");

        assertThat(found).isEmpty();
    }

    private void inspect(Map<String, List<String>> found, String name) {
        Barriers.on(page).ifPresent(barriers -> found.put(name, barriers));
    }
}
