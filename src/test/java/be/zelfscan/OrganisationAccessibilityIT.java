package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet.Actor;
import be.zelfscan.support.Browser;
import be.zelfscan.support.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the net have no barrier that axe-core can find, on a laptop and on a phone. */
class OrganisationAccessibilityIT {
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
        page.context().addCookies(List.of(new Cookie("zelfscan", service.session(net.person(Actor.support))).setUrl(service.address())));
        Visitor support = net.visitor(Actor.support);
        support.post("/organisatie/vestiging/" + net.site + "/einde", Map.of());
        support.post("/organisatie/centrum/" + net.otherCentre + "/einde", Map.of());
        for (String path : List.of("", "?zoek=niets-van-dat-alles", "/mensen", "/scholengroep/nieuw", "/scholengroep/" + net.schoolGroup,
                "/centrum/nieuw", "/centrum/" + net.centre, "/centrum/" + net.otherCentre, "/vestiging/" + net.site, "/persoon/nieuw",
                "/persoon/" + net.person(Actor.director), "/import")) {
            page.navigate(service.address() + "/organisatie" + path);
            inspect(path);
        }
        for (String path : List.of("/scholengroep/nieuw", "/centrum/nieuw", "/persoon/nieuw?centrum=" + net.centre)) {
            page.navigate(service.address() + "/organisatie" + path);
            page.locator("main form button").first().click();
            page.waitForSelector(".problem");
            inspect(path + " met een fout");
        }
        upload("Scholengroep;Centrum;Vestiging;Naam;E-mail;Rol\nGroep van de toegankelijkheid;;;;;\n");
        inspect("voorbeeld van een import");
        upload("Scholengroep;Centrum;Vestiging;Naam;E-mail;Rol\n;Centrum dat niet bestaat;Vestiging;;;\n");
        inspect("fouten van een import");

        assertThat(found).isEmpty();
    }

    private void upload(String csv) {
        page.navigate(service.address() + "/organisatie/import");
        page.setInputFiles("#bestand", new FilePayload("blad.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form button").first().click();
        page.waitForSelector("table");
    }

    private void inspect(String name) {
        Barriers.on(page).ifPresent(barriers -> found.put(name, barriers));
    }
}
