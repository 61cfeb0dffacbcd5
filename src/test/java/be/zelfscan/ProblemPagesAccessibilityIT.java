package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.organisation.OrganisationRepository;
import be.zelfscan.organisation.Role;
import be.zelfscan.support.Browser;
import be.zelfscan.support.SampleForms;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that one meets when something is wrong, and those that are seldom seen, have no barrier either. */
@Timeout(180)
class ProblemPagesAccessibilityIT {
    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum met problemen");
    private final Map<String, List<String>> found = new LinkedHashMap<>();
    private Page page;

    @AfterEach
    void close() {
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void noPageOfAProblemHasABarrier(int width) {
        page = Browser.page(width, 900);
        anotherBrowserAndAUsedLink();
        BrowserVisit.signIn(page, service, centre.director());
        String scan = BrowserVisit.start(page);
        visit(scan + "/bouwsteen/verzonnen");
        visit(service.address() + "/" + FailingPage.PATH);
        refusedAnswers(scan);
        whatCannotBeSaved(scan);
        result(scan.substring(service.address().length()));
        severalCentres();

        assertThat(found).isEmpty();
    }

    private void anotherBrowserAndAUsedLink() {
        Visitor asking = service.visitor();
        asking.submit(asking.get("/aanmelden").form("/aanmelden").set("email", centre.director()));
        String link = asking.signInLink(centre.director());
        visit(service.address() + asking.newestMail(centre.director(), "aan te melden").path());
        visit(service.address() + link);
        page.click("main button");
        page.waitForSelector("#code");
        inspect("aanmelden met een code");
        page.fill("#code", "000000x");
        page.press("#code", "Enter");
        page.waitForSelector("#code-problem");
        inspect("aanmelden met een verkeerde code");
        asking.submit(asking.get(link).form("/link/"));
        visit(service.address() + link);
    }

    /** What a browser without scripts is shown: the whole page with what was refused. */
    private void refusedAnswers(String scan) {
        page.route("**/saving.js", route -> route.abort());
        page.navigate(scan + "/bouwsteen/preventie");
        page.fill("#motive-note", "a".repeat(10_001));
        page.locator("#levers-mission, #levers-none").all().forEach(box -> box.evaluate("one => one.checked = true"));
        page.locator("button[name=go][value=stay]").last().click();
        page.waitForSelector("#q-motive .problem svg");
        inspect("bouwsteen met geweigerde antwoorden");
        page.navigate(scan + "/slotvragen");
        page.selectOption("#priorities-1", "preventie");
        page.selectOption("#priorities-2", "preventie");
        page.locator("button[name=go][value=stay]").last().click();
        page.waitForSelector("#q-priorities .problem svg");
        inspect("slotvragen met een prioriteit die twee keer gekozen is");
        page.unroute("**/saving.js");
        visit(scan + "/verzending");
    }

    private void whatCannotBeSaved(String scan) {
        page.navigate(scan + "/bouwsteen/teamwerk");
        page.check("#stage-geintegreerd");
        page.waitForSelector("#ambition-systematisch");
        page.check("#ambition-systematisch");
        BrowserVisit.untilSaved(page, "ambition");
        page.check("#stage-systematisch");
        page.waitForSelector("#q-ambition .problem svg");
        inspect("bouwsteen waarvan de ambitie opnieuw gevraagd wordt");
        page.evaluate("document.getElementById('stopped').hidden = false");
        inspect("bouwsteen zonder verbinding");
        visit(scan + "/bouwsteen/teamwerk?weergave=projector");
    }

    private void result(String scan) {
        Visitor director = service.signedIn(centre.director());
        SampleForms.all().forEach((section, fields) -> {
            Form form = director.get(scan + (section.equals("slotvragen") ? "/slotvragen" : "/bouwsteen/" + section)).form("/zelfscan/");
            fields.forEach((name, values) -> form.set(name, values.toArray(String[]::new)));
            director.submit(form);
        });
        Visitor member = service.signedIn(centre.member());
        assertThat(member.post(scan + "/verzending", Map.of()).status()).isEqualTo(403);
        String sent = director.post(scan + "/verzending", Map.of()).path();
        visit(service.address() + sent);
        visit(service.address() + sent + "?weergave=projector");
    }

    private void severalCentres() {
        OrganisationRepository organisations = service.context().getBean(OrganisationRepository.class);
        TestCentre other = service.centre("Tweede centrum");
        organisations.addMembership(organisations.personByEmail(centre.director()).orElseThrow().id(), other.id(), Role.member);
        visit(service.address() + "/centrum");
        assertThat(page.innerText("main")).contains(other.name());
    }

    private void visit(String address) {
        page.navigate(address);
        inspect(address.substring(service.address().length()));
    }

    private void inspect(String name) {
        Optional<List<String>> barriers = Barriers.on(page);
        barriers.ifPresent(list -> found.put(name, list));
    }
}
