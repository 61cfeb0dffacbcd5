package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.organisation.Role;
import be.zelfscan.campaign.Net;
import be.zelfscan.support.Browser;
import be.zelfscan.support.BrowserVisit;
import be.zelfscan.support.PdfUa;
import be.zelfscan.support.SampleForms;
import be.zelfscan.support.Visitor;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A round from the list of centres to the closing mails, each person in a browser of their own. */
@Order(Integer.MAX_VALUE - 5)
class WholeRoundIT {
    private final TestService service = TestService.get();
    private final Visitor mailbox = service.visitor();
    private final Page support = Browser.page(1280, 900);
    private final Page director = Browser.page(1280, 900);
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String busy = "Centrum Vlijt " + unique;
    private final String late = "Centrum Straks " + unique;
    private final String group = "Scholengroep " + unique;

    @AfterEach
    void close() {
        Browser.close(support);
        Browser.close(director);
    }

    @Test
    void aRoundGoesFromTheListOfCentresToTheClosingMails() {
        BrowserVisit.signIn(support, service, service.supporter());
        importTheCentres();
        String round = makeAndOpenTheRound();

        comeByTheInvitation();
        fillInAndSend();
        assertThat(mailbox.newestMail(address("baas"), "verzonden").text()).contains(busy);

        support.navigate(round);
        assertThat(line(busy)).contains("verzonden");
        assertThat(line(late)).contains("niet begonnen");
        remindTheOther();
        closeTheRound();
    }

    private void importTheCentres() {
        String sheet = """
                Scholengroep;Centrum;Vestiging;Naam;E-mail;Rol
                %1$s;;;;;
                %1$s;%2$s;;;;
                %1$s;%3$s;;;;
                ;%2$s;;Bea Baas;%4$s;directeur
                ;%3$s;;Stan Straks;%5$s;directeur
                %1$s;;;Lea Leider;%6$s;%7$s
                """.formatted(group, busy, late, address("baas"), address("straks"), address("leider"), Role.leader.label());
        support.navigate(service.address() + "/organisatie/import");
        support.setInputFiles("#bestand", new FilePayload("centra.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
        button(support, "Nakijken").click();
        assertThat(support.innerText("main")).contains("Wat de import zal doen");
        button(support, "Bevestigen en bewaren").click();
        support.waitForURL(Pattern.compile(".*/organisatie/import.*"));
        support.navigate(service.address() + "/organisatie");
        assertThat(support.innerText("main")).contains(busy, late);
    }

    private String makeAndOpenTheRound() {
        support.navigate(service.address() + "/rondes/nieuw");
        support.fill("#title", "Ronde " + unique);
        LocalDate today = Net.today();
        support.fill("#opensOn", today.toString());
        support.fill("#closesOn", today.plusMonths(2).toString());
        support.check("input[name=who][value=chosen]");
        support.getByLabel(Pattern.compile(group)).first().check();
        button(support, "Ronde maken").click();
        support.waitForURL(Pattern.compile(".*/rondes/[0-9a-f-]{36}.*"));
        String address = support.url().replaceAll("[?#].*", "");
        support.locator("main a:has-text('Openen en uitnodigen')").click();
        button(support, "Openen en uitnodigen").click();
        support.waitForSelector("text=Hoe ver de centra zijn");
        return address;
    }

    private void comeByTheInvitation() {
        Visitor.Page invitation = mailbox.newestMail(address("baas"), "Uitnodiging");
        assertThat(mailbox.newestMail(address("straks"), "Uitnodiging").text()).contains(late);
        String link = links(invitation).stream().filter(address -> address.contains("/centrum")).findFirst().orElseThrow();
        director.navigate(link);
        director.waitForURL(Pattern.compile(".*/aanmelden.*"));
        director.getByLabel("E-mailadres").fill(address("baas"));
        button(director, "Stuur mij een link").click();
        director.waitForURL(Pattern.compile(".*/aanmelden/verstuurd.*"));
        director.navigate(service.address() + mailbox.signInLink(address("baas")));
        director.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aanmelden").setExact(true)).click();
        director.waitForURL(Pattern.compile(".*/centrum/.*"));
    }

    /** The addresses in the text of a mail. */
    private static List<String> links(Visitor.Page mail) {
        return Pattern.compile("http://localhost:\\d+/\\S*").matcher(mail.text()).results().map(found -> found.group()).toList();
    }

    private void fillInAndSend() {
        BrowserVisit.start(director);
        director.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Naar de vragen"))).first().click();
        for (Map.Entry<String, Map<String, List<String>>> section : SampleForms.all().entrySet()) {
            if (section.getKey().equals("slotvragen")) {
                director.waitForURL(Pattern.compile(".*/overzicht"));
                director.locator("main a:has-text('Volgende: ')").click();
            }
            director.waitForURL(Pattern.compile(".*/" + section.getKey()));
            answer(section.getValue());
            director.click("button[name=go][value=next]");
        }
        director.waitForURL(Pattern.compile(".*/overzicht"));
        director.locator("main a:has-text('Verzenden')").first().click();
        director.waitForURL(Pattern.compile(".*/verzending"));
        button(director, "Definitief verzenden").click();
        director.waitForURL(Pattern.compile(".*/resultaat/.*"));
        String report = director.getAttribute("a[href*='rapport.pdf']", "href");
        APIResponse pdf = director.request().get(service.address() + report);
        PdfUa.assertConforms(pdf.body());
    }

    private void answer(Map<String, List<String>> fields) {
        if (fields.containsKey("stage.choice")) {
            choose("stage.choice", fields.get("stage.choice").getFirst());
            BrowserVisit.untilSaved(director, "stage");
            director.waitForSelector("#q-ambition input[type=radio]");
        }
        fields.forEach((field, values) -> {
            if (field.equals("stage.choice")) {
                return;
            }
            String question = field.substring(0, field.indexOf('.'));
            for (int i = 0; i < values.size(); i++) {
                if (field.endsWith(".note") || field.endsWith(".text")) {
                    director.fill("[name='" + field + "']", values.get(i));
                    director.locator("[name='" + field + "']").blur();
                } else if (director.locator("#q-" + question + " select").count() > 0) {
                    director.selectOption("#" + question + "-" + (i + 1), values.get(i));
                } else {
                    choose(field, values.get(i));
                }
            }
            BrowserVisit.untilSaved(director, question);
        });
    }

    private void choose(String field, String value) {
        director.check("[name='" + field + "'][value='" + value + "']", new Page.CheckOptions().setForce(true));
    }

    private void remindTheOther() {
        assertThat(support.locator("tr:has-text('" + busy + "') input[name=centre]").count()).isZero();
        support.check("tr:has-text('" + late + "') input[name=centre]");
        button(support, "De aangeduide centra herinneren").click();
        button(support, "Herinnering sturen").click();
        assertThat(mailbox.newestMail(address("straks"), "voor de zelfscan van").text()).contains(late);
        assertThat(service.count("select count(*) from message where kind = 'reminder' and recipient = ?", address("baas"))).isZero();
    }

    private void closeTheRound() {
        support.locator("main a:has-text('De ronde afsluiten')").click();
        button(support, "De ronde afsluiten").click();
        for (String name : List.of("baas", "straks", "leider")) {
            assertThat(mailbox.newestMail(address(name), "De ronde is afgesloten").text())
                    .contains(name.equals("straks") ? late : "Centrum");
        }
        support.reload();
        assertThat(support.locator("main a:has-text('De ronde afsluiten')").count()).isZero();
    }

    private String line(String centre) {
        return support.locator("tr:has-text('" + centre + "')").innerText();
    }

    private String address(String name) {
        return name + "-" + unique + "@test.example";
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
