package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.comparison.HandComputedRound;
import be.zelfscan.support.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page with the reports of a round has no barrier that axe-core can find, before they are asked for, while they are made, and after. */
class RoundReportAccessibilityIT {
    private final TestService service = TestService.get();

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void thePageOfTheReportsHasNoBarrierAndGoesOnByItself(int width) {
        HandComputedRound round = HandComputedRound.closed(service);
        try (Page page = Browser.page(width, 900)) {
            page.context().addCookies(List.of(
                    new Cookie("zelfscan", service.session(round.net().support())).setUrl(service.address())));
            Map<String, List<String>> found = new LinkedHashMap<>();
            page.navigate(service.address() + "/rapporten/" + round.id());
            Barriers.on(page).ifPresent(barriers -> found.put("before", barriers));
            page.click("text=Alle rapporten laten maken");
            Barriers.on(page).ifPresent(barriers -> found.put("meanwhile", barriers));
            page.waitForSelector("text=Alles downloaden", new Page.WaitForSelectorOptions().setTimeout(120_000));
            Barriers.on(page).ifPresent(barriers -> found.put("after", barriers));

            assertThat(found).isEmpty();
        }
    }
}
