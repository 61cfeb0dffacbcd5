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

/** The pages on which centres compare themselves have no barrier that axe-core can find, on a laptop and on a phone. */
class CentreComparisonAccessibilityIT {
    private final TestService service = TestService.get();
    private Page page;

    @AfterEach
    void close() {
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void noPageOnWhichACentreComparesHasABarrier(int width) {
        HandComputedRound round = HandComputedRound.closed(service);
        String home = "/centrum/" + round.centre(1);
        String openings = home + "/openstelling";
        open(round, 1, 9, true);
        open(round, 1, 12, false);
        offer(round, 1, 2);
        offer(round, 3, 1);
        Map<String, List<String>> found = new LinkedHashMap<>();
        page = Browser.page(width, 900);
        BrowserVisit.signIn(page, service, email(round.net().director(1)));
        for (String path : List.of(home, home + "/vergelijking/" + round.id(),
                home + "/vergelijking/" + round.id() + "?groep=" + round.schoolGroup("A"), "/resultaat/" + round.sent(1).getLast(),
                openings,
                openings + "?gedaan=voorstel", home + "/tegenover/" + round.centre(9) + "/" + round.id())) {
            page.navigate(service.address() + path);
            inspect(found, path);
        }
        page.navigate(service.address() + openings);
        page.click("form[action='" + openings + "'] button[type=submit]");
        inspect(found, "nothing chosen");
        assertThat(page.textContent("h1")).contains("naast elkaar");
        page.context().clearCookies();
        BrowserVisit.signIn(page, service, email(round.net().member(1)));
        page.navigate(service.address() + openings);
        inspect(found, "for a member");

        assertThat(found).isEmpty();
    }

    private void inspect(Map<String, List<String>> found, String name) {
        Barriers.on(page).ifPresent(barriers -> found.put(name, barriers));
    }

    private String email(UUID person) {
        return service.texts("select email from person where id = '" + person + "'").getFirst();
    }

    private static void offer(HandComputedRound round, int centre, int other) {
        String address = "/centrum/" + round.centre(centre) + "/openstelling";
        round.visitor(round.net().director(centre)).post(address,
                Map.of("centrum", List.of(round.id() + "/" + round.centre(other)), "toelichtingen", List.of("ja")));
    }

    private static void open(HandComputedRound round, int centre, int other, boolean lasting) {
        offer(round, centre, other);
        Visitor accepting = round.visitor(round.net().director(other));
        String address = "/centrum/" + round.centre(other) + "/openstelling";
        accepting.submit(accepting.get(address).form("/aanvaarding").set("toelichtingen", "ja"));
        if (!lasting) {
            accepting.submit(accepting.get(address).form("/einde"));
        }
    }
}
