package be.zelfscan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.organisation.Role;
import be.zelfscan.round.RoundMail;
import be.zelfscan.support.Barriers;
import be.zelfscan.support.Browser;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.support.Visitor;
import com.microsoft.playwright.options.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mails of a round, looked at before they leave, and the pages about mails without barriers. */
class RoundMailPreviewIT {
    private final TestService service = TestService.get();
    private TestCentre centre;
    private UUID person;
    private Visitor support;

    @BeforeEach
    void prepare() {
        centre = service.centre("Centrum <b>vet</b>");
        for (String kind : List.of("invitation", "reminder", "round-closed")) {
            service.mailTo(centre.round(), kind, Role.director, Role.member);
        }
        person = service.supporterId();
        support = service.inSession(person);
    }

    @Test
    void whatIsShownIsWhatArrives() {
        Page page = support.get(address("invitation"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Uitnodiging voor de zelfscan van " + centre.name(), centre.director(), "Dag ");
        String shown = page.document().select(".mail-text").first().wholeText();
        Page html = support.get(page.document().select("iframe[sandbox]").attr("src"));
        assertThat(html.response().headers().firstValue("Content-Security-Policy").orElse("")).startsWith("sandbox;");
        assertThat(html.document().select("h1").text()).isEqualTo("Uitnodiging voor de zelfscan van " + centre.name());

        String name = page.document().select("#ontvanger option[selected]").text();
        service.context().getBean(MailOut.class).put(centre.round(), RoundMail.invitation, List.of(centre.id()));
        Page mail = service.visitor().newestMail(name.substring(name.indexOf('(') + 1, name.length() - 1), "Uitnodiging");
        assertThat(mail.document().select(".mail-text").first().wholeText().strip()).isEqualTo(shown.strip());
    }

    @Test
    void eachKindForEachCentreAndRecipientCanBeChosen() {
        TestCentre other = service.centre("Ander centrum");
        service.change("insert into round_centre (round_id, centre_id) values (?, ?)", centre.round(), other.id());
        assertThat(support.get(address("reminder")).document().select("#centrum option")).hasSize(2);
        Page ofOther = support.get(address("reminder") + "?centrum=" + other.id());
        assertThat(ofOther.text()).contains("voor de zelfscan van " + other.name());
        String member = ofOther.document().select("#ontvanger option").stream().filter(option -> option.text().contains(other.member()))
                .findFirst().orElseThrow().attr("value");
        assertThat(support.get(address("reminder") + "?centrum=" + other.id() + "&ontvanger=" + member).text()).contains("Dag Lou Lid");
        assertThat(support.get(ofOther.link("afsluiting")).text()).contains("De ronde is afgesloten", "Op dit moment zou deze mail");
    }

    @Test
    void whatIsNotThereIsSaidInASentence() {
        assertThat(support.get(address("scan-sent")).status()).isEqualTo(404);
        assertThat(support.get("/rondes/" + UUID.randomUUID() + "/mails/invitation").status()).isEqualTo(404);
        assertThat(support.get(address("invitation") + "?centrum=" + UUID.randomUUID()).text()).contains("Dit centrum doet niet mee");
        assertThat(support.get(address("invitation") + "?centrum=x").status()).isEqualTo(404);
        service.change("delete from round_recipient where round_id = ?", centre.round());
        assertThat(support.get(address("invitation")).text()).contains("Dit centrum heeft niemand met een rol die deze mail krijgt");
        service.change("delete from round_centre where round_id = ?", centre.round());
        Page without = support.get(address("invitation"));
        assertThat(without.status()).isEqualTo(409);
        assertThat(without.text()).contains("nog geen centra");
    }

    @Test
    void noPageAboutMailsHasABarrier() {
        service.context().getBean(MailOut.class).put(centre.round(), RoundMail.invitation, List.of(centre.id()));
        service.change("""
                insert into message (id, kind, recipient, subject_id, number, message_id, created_at, due_at, state, last_answer, tries,
                                     round_id)
                values (gen_random_uuid(), 'reminder', 'niemand@test.example', gen_random_uuid(), 1, gen_random_uuid(), now(), now(),
                        'failed', '550 5.1.1 nobody here by that name', 1, ?)""", centre.round());
        com.microsoft.playwright.Page page = Browser.page(1280, 900);
        try {
            page.context().addCookies(List.of(new Cookie("zelfscan", service.session(person)).setUrl(service.address())));
            Map<String, List<String>> found = new LinkedHashMap<>();
            for (String path : List.of("/mails", "/mails?ronde=" + centre.round(), "/mails?staat=withdrawn", address("invitation"),
                    address("round-closed"))) {
                page.navigate(service.address() + path);
                assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
                Barriers.on(page).ifPresent(barriers -> found.put(path, barriers));
            }
            assertThat(found).isEmpty();
        } finally {
            Browser.close(page);
        }
    }

    private String address(String kind) {
        return "/rondes/" + centre.round() + "/mails/" + kind;
    }
}
