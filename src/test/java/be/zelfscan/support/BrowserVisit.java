package be.zelfscan.support;

import be.zelfscan.TestService;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;

/** What people do with a real browser, over and again. */
public final class BrowserVisit {
    private BrowserVisit() {}

    /** Signs in by the mailed link, with the mouse. */
    public static void signIn(Page page, TestService service, String email) {
        page.navigate(service.address() + "/aanmelden");
        signInHere(page, service, email);
    }

    /** The same on a page that asks for it; it leads to where one was heading. */
    public static void signInHere(Page page, TestService service, String email) {
        page.getByLabel("E-mailadres").fill(email);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stuur mij een link")).click();
        page.waitForURL(Pattern.compile(".*/aanmelden/verstuurd"));
        page.navigate(service.address() + new Visitor(service.address()).signInLink(email));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aanmelden").setExact(true)).click();
        page.waitForURL(url -> !url.contains("/aanmelden/"));
    }

    /** Opens the first page of somebody who is signed in already, for tests that are not about signing in. */
    public static void open(Page page, TestService service, String email) {
        page.context().clearCookies();
        page.context().addCookies(List.of(new Cookie("zelfscan", service.session(service.person(email))).setUrl(service.address())));
        page.navigate(service.address() + "/centrum");
    }

    /** Starts the scan of one's centre; returns its address. */
    public static String start(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Beginnen")).click();
        page.waitForURL(Pattern.compile(".*/inleiding"));
        return page.url().replaceAll("/inleiding$", "");
    }

    /** Makes a page that hears nothing of what others do, as where the network lets nothing stay open: it finds out when it saves. */
    public static void hearNothing(Page page) {
        page.route("**/live?**", route -> route.abort());
    }

    /** Waits until a question says that it was saved. */
    public static void untilSaved(Page page, String question) {
        page.waitForFunction(
                "question => { const box = document.getElementById('q-' + question); const when = box.querySelector('.status__when');"
                        + " return when && when.textContent.includes('bewaard om') && document.getElementById('saved').dataset.state === "
                        + "'saved'; }",
                question);
    }
}
