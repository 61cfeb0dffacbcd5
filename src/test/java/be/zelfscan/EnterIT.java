package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestNet.Actor;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.campaign.Net;
import be.zelfscan.support.Browser;
import be.zelfscan.support.Firefox;
import be.zelfscan.support.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Enter in a field presses the first submit button of its form: that one never mails, closes, sends, opens, ends or removes. */
@Timeout(600)
class EnterIT {
    /** In these, Enter submits the form. */
    private static final String FIELDS = "input:not([type=hidden], [type=submit], [type=button], [type=file], [type=reset], [type=image])";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST_PAGES = 400;
    private static final int PAGES_OF_A_KIND = 2;

    private enum Does {
        /** It shows, or keeps what was typed in it: what Enter is expected to do. */
        expected,
        /** It mails, closes, sends, opens, ends or removes. */
        decides
    }

    /** What every form that posts does, by its address. A form that is not here fails the test: say what it does. */
    private static final Map<String, Does> FORMS = forms();

    private static Map<String, Does> forms() {
        Map<String, Does> forms = new LinkedHashMap<>();
        for (String keeps : List.of("/aanmelden", "/aanmelden/link/\\S+", "/rondes", "/rondes/ID/gegevens", "/rondes/ID/verlenging",
                "/organisatie/(scholengroep|centrum|persoon|vestiging)(/ID)?", "/organisatie/centrum/ID/vestiging", "/organisatie/import",
                "/uitvoer/sleutels", "/vergelijking/ID/toelichtingen/labels(/ID)?", "/vergelijking/ID/toelichtingen/codering\\S*",
                "/zelfscan/ID/(alleen/)?deel/\\S+", "/zelfscan/ID/minderheidsstandpunt/\\S+", "/rondes/ID/herinnering vraagt",
                "/vergelijking/ID/\\S+/voorbeeld",
                "/rapporten/ID/opdracht", "/hulp(/ID)?", "/resultaat/ID/(noden|gesprek/[^/]+)")) {
            forms.put(keeps, Does.expected);
        }
        for (String decides : List.of("/aanmelden/afmelding", "/aanmeldingen/afmelding", "/rondes/ID/(opening|afsluiting|herinnering)",
                "/rondes/ID/centra(/verwijdering)?", "/rondes/ID/centrum/ID/heropening",
                "/organisatie/\\S+/(einde|hervatting|verwijdering)",
                "/organisatie/import/ID/bevestiging", "/uitvoer/sleutels/ID/intrekking", "/mails/ID/herhaling", "/zelfscan/ID/verzending",
                "/zelfscan/ID/alleen/(opening|afsluiting|klaar)",
                "/centrum/ID/ronde/ID/zelfscan", "/centrum/ID/openstelling(/ID/(aanvaarding|einde))?",
                "/vergelijking/ID/toelichtingen/labels/ID/(einde|hervatting)", "/vergelijking/ID/inspiratie/\\S+",
                "/centrum/ID/hulp/[^/]+(/ID/intrekking)?", "/hulp/ID/verwijdering", "/resultaat/ID/noden/ID/(doorgifte|intrekking)",
                "(/scholengroep/ID)?/noden/ID")) {
            forms.put(decides, Does.decides);
        }
        return forms;
    }

    private final TestService service = TestService.get();

    @Test
    void theFirstButtonOfEveryFormIsTheHarmlessOne() {
        TestNet net = new TestNet();
        net.openedRound();
        String unique = UUID.randomUUID().toString().substring(0, 8);
        TestCentre centre = service.centre("Centrum " + unique);
        Visitor poc = net.visitor(Actor.support);
        String draft = Net.draft(poc, Net.unique("ronde"), centre);
        String open = Net.open(poc, Net.unique("ronde"), centre, service.centre("Centrum"));
        Set<String> wrong = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        look(poc, wrong, seen, "/rondes", draft, draft + "/opening", open, open + "/afsluiting",
                open + "/centra/verwijdering?centre=" + centre.id(),
                open + "/gegevens", "/rondes/" + net.round, "/organisatie", "/organisatie/mensen", "/organisatie/import", "/mails",
                "/logboek",
                "/uitvoer", "/uitvoer/sleutels", "/vergelijking", "/vergelijking/" + net.round + "/toelichtingen/labels",
                "/organisatie/persoon/" + net.person(Actor.member), "/organisatie/vestiging/" + net.site,
                "/organisatie/centrum/" + net.centre);
        Visitor.Page asked = poc.post(open + "/herinnering", Map.of("centre", List.of(centre.id().toString())));
        judge(asked, wrong, seen);
        look(net.visitor(Actor.director), wrong, seen, "/centrum", "/centrum/" + net.centre, "/centrum/" + net.centre + "/openstelling",
                "/zelfscan/" + net.scan + "/overzicht", "/zelfscan/" + net.scan + "/verzending");
        look(net.visitor(Actor.leader), wrong, seen, "/scholengroep/" + net.schoolGroup);
        look(service.visitor(), wrong, seen, "/", "/aanmelden");

        assertThat(wrong).isEmpty();
        assertThat(seen).as("forms that were looked at").hasSizeGreaterThan(25);
    }

    /** Looks at every page that can be reached by links, a few of each kind. */
    private static void look(Visitor visitor, Set<String> wrong, Set<String> seen, String... from) {
        Deque<String> open = new ArrayDeque<>(List.of(from));
        Map<String, Integer> ofKind = new HashMap<>();
        Set<String> visited = new HashSet<>();
        for (int pages = 0; pages < MOST_PAGES && !open.isEmpty(); pages++) {
            String address = open.removeFirst();
            if (!visited.add(address)
                    || ofKind.merge(ID.matcher(address).replaceAll("ID").replaceAll("[?#].*", ""), 1, Integer::sum) > PAGES_OF_A_KIND) {
                continue;
            }
            Visitor.Page page = visitor.get(address);
            if (page.response().headers().firstValue("Content-Type").filter(type -> type.startsWith("text/html")).isEmpty()) {
                continue;
            }
            judge(page, wrong, seen);
            page.document().select("a[href^=/]").stream().map(link -> link.attr("href"))
                    .filter(link -> !link.matches(".*[.](pdf|xlsx|csv|png|zip|eml|docx|json)\\b.*"))
                    .forEach(open::add);
        }
    }

    private static void judge(Visitor.Page page, Set<String> wrong, Set<String> seen) {
        for (Element form : page.document().select("form[method=post]")) {
            boolean asks = form.attr("action").contains("/herinnering") && form.select("input[name=sleutel]").isEmpty();
            String kind = kind(form.attr("action")) + (asks ? " vraagt" : "");
            seen.add(kind);
            List<Element> buttons = form.select("button, input[type=submit]").stream()
                    .filter(button -> !button.attr("type").equals("button")).toList();
            if (buttons.isEmpty()) {
                if (!form.select(FIELDS).isEmpty()) {
                    wrong.add(kind + " on " + page.path() + ": fields and no button");
                }
                continue;
            }
            Element first = buttons.getFirst();
            boolean nothing = first.hasAttr("disabled");
            String pressed = first.hasAttr("formaction") ? kind(first.attr("formaction")) : kind;
            boolean canEnter = !form.select(FIELDS).isEmpty();
            Does does = FORMS.entrySet().stream().filter(one -> Pattern.matches(one.getKey(), pressed)).map(Map.Entry::getValue).findFirst()
                    .orElse(null);
            if (does == null) {
                wrong.add("Say in FORMS what this does: " + pressed + " on " + page.path());
            } else if (does == Does.decides && !nothing && (canEnter || buttons.size() > 1)) {
                wrong.add(pressed + " on " + page.path() + ": Enter decides, button ‘" + first.text() + "’");
            }
        }
    }

    private static String kind(String action) {
        return ID.matcher(URI.create(action.replace(" ", "%20")).getPath()).replaceAll("ID");
    }

    @Test
    void enterOnATickOfTheRoundAsksAndMailsNobody() {
        TestCentre centre = service.centre("Centrum dat niemand wil storen");
        UUID poc = service.supporterId();
        String round = Net.open(service.inSession(poc), Net.unique("ronde"), centre, service.centre("Nog een centrum"));
        Page page = Browser.page(1280, 900);
        page.context().addCookies(List.of(new Cookie("zelfscan", service.session(poc)).setUrl(service.address())));
        page.navigate(service.address() + round);
        page.check("input[name=centre][value='" + centre.id() + "']");
        page.press("input[name=centre][value='" + centre.id() + "']", "Enter");
        page.waitForURL(Pattern.compile(".*/herinnering.*"));
        assertThat(page.innerText("h1")).isEqualTo("Een herinnering sturen?");
        assertThat(reminders(round)).isZero();
        Browser.close(page);

        try (Firefox firefox = Firefox.start()) {
            firefox.navigate(service.address() + "/aanmelden");
            firefox.cookie("zelfscan", service.session(poc));
            firefox.navigate(service.address() + round);
            firefox.click("input[name=centre][value='" + centre.id() + "']");
            firefox.press("input[name=centre][value='" + centre.id() + "']", Firefox.Key.ENTER);
            firefox.untilAddress("/herinnering");
            assertThat(firefox.text("h1")).isEqualTo("Een herinnering sturen?");
            assertThat(reminders(round)).isZero();
        }
    }

    private long reminders(String round) {
        return service.count("select count(*) from message where kind = 'reminder' and round_id = ?", Net.id(round));
    }
}
