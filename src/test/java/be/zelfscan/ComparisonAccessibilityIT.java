package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.support.Browser;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of comparing have no barrier that axe-core can find, on a laptop and on a phone. */
class ComparisonAccessibilityIT {
    private final TestService service = TestService.get();
    private Page page;

    @AfterEach
    void close() {
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void noPageOfComparingHasABarrier(int width) {
        HandComputedRound round = HandComputedRound.shared();
        String net = "/vergelijking/" + round.id();
        page = Browser.page(width, 900);
        BrowserVisit.signIn(page, service, round.net().support() + "@test.example");
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String path : List.of("/vergelijking", net, net + "?bouwsteen=preventie&stadium=planmatig", net + "?stadium=planmatig",
                net + "/centra", net + "/scholengroepen", "/scholengroep/%s/ronde/%s".formatted(round.schoolGroup("A"), round.id()),
                net + "/tegenover?een=%s&ander=%s".formatted(round.centre(1), round.centre(2)))) {
            page.navigate(service.address() + path);
            page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)");
            Barriers.on(page).ifPresent(barriers -> found.put(path, barriers));
        }
        assertThat(found).isEmpty();
    }
}
