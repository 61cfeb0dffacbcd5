package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.campaign.Net;
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

/** The pages of running a round have no barrier that axe-core can find, on a laptop and on a phone. */
class CampaignAccessibilityIT {
    private final TestService service = TestService.get();
    private Page page;

    @AfterEach
    void close() {
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void noPageOfARoundHasABarrier(int width) {
        TestCentre centre = service.centre("Centrum in een ronde");
        TestCentre other = service.centre("Centrum in dezelfde ronde");
        UUID group = Net.schoolGroup("Scholengroep toegankelijk", centre, other);
        Net.schoolGroup("Scholengroep ernaast", other);
        String email = Net.support();
        Visitor poc = service.signedIn(email);
        String draft = Net.draft(poc, Net.unique("ronde in voorbereiding"), centre, other);
        String open = Net.open(poc, Net.unique("open ronde"), centre, other);
        Visitor director = service.signedIn(centre.director());
        String scan = Net.send(director, centre, open);
        page = Browser.page(width, 900);
        Map<String, List<String>> found = new LinkedHashMap<>();
        BrowserVisit.signIn(page, service, email);
        for (String path : List.of("/rondes", "/rondes/nieuw", draft, draft + "/gegevens", open, open + "?stand=sent&aangeduid=alle",
                open + "?gedaan=herinnering&mails=2", open + "/centrum/" + centre.id() + "/heropening", "/scholengroep/" + group)) {
            check(found, path);
        }
        page.navigate(service.address() + "/rondes/nieuw");
        page.click("main button[type=submit]");
        inspect(found, "nieuwe ronde met fouten");
        page.navigate(service.address() + open + "/centrum/" + centre.id() + "/heropening");
        page.click("main button[type=submit]");
        inspect(found, "heropening zonder reden");
        poc.post(open + "/centrum/" + centre.id() + "/heropening", Map.of("reason", List.of("Iets vergeten.")));
        Net.alsoLeads(centre.director(), group);
        page.context().clearCookies();
        BrowserVisit.signIn(page, service, centre.director());
        check(found, "/centrum");
        check(found, "/centrum/" + centre.id());
        check(found, scan + "/overzicht");
        poc.post(open + "/afsluiting", Map.of());
        check(found, "/centrum/" + centre.id());
        check(found, scan + "/overzicht");

        assertThat(found).isEmpty();
    }

    private void check(Map<String, List<String>> found, String path) {
        page.navigate(service.address() + path);
        inspect(found, path);
    }

    private void inspect(Map<String, List<String>> found, String name) {
        Barriers.on(page).ifPresent(barriers -> found.put(name, barriers));
    }
}
