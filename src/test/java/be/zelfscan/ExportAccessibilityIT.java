package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.support.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of taking data out have no barrier that axe-core can find, on a laptop and on a phone. */
class ExportAccessibilityIT {
    private final TestService service = TestService.get();
    private final Map<String, List<String>> found = new LinkedHashMap<>();
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
        BrowserVisit.signIn(page, service, service.supporter());
        for (String path : List.of("/uitvoer", "/uitvoer/bestand?ronde=" + net.round + "&wat=centra.csv&scheiding=komma",
                "/uitvoer/bestand", "/uitvoer/" + net.round + "/centra.csv", "/uitvoer/sleutels", "/api")) {
            check(path);
        }
        page.navigate(service.address() + "/uitvoer/sleutels");
        page.getByLabel("Geldt tot en met").fill("2020-01-01");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sleutel maken")).click();
        inspect("een sleutel die niet kan");
        page.navigate(service.address() + "/uitvoer/sleutels");
        page.getByLabel("Naam").fill("programma");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sleutel maken")).click();
        assertThat(page.inputValue("#sleutel")).startsWith("zelfscan_");
        inspect("een nieuwe sleutel");
        check("/uitvoer/sleutels");

        assertThat(found).isEmpty();
    }

    private void check(String path) {
        page.navigate(service.address() + path);
        inspect(path);
    }

    private void inspect(String path) {
        Barriers.on(page).ifPresent(barriers -> found.put(path, barriers));
    }
}
