package be.zelfscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.TestService.TestCentre;
import be.zelfscan.campaign.Net;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Before sending, a team reads what it may want to look at once more; POC+ reads before closing in how many scans that is, and no more. */
class HintsIT {
    private final TestService service = TestService.get();
    private final Visitor poc = service.inSession(Net.support());
    private final String title = Net.unique("ronde met hints");

    @Test
    void hintsStandBeforeSendingWithALinkToTheirPlaceAndKeepNobodyFromSending() {
        TestCentre centre = service.centre("Centrum met hints");
        Visitor director = service.inSession(centre.director());
        String scan = Net.start(director, centre, Net.open(poc, title, centre));
        Net.fillIn(director, scan);
        assertThat(hints(director, scan)).as("levers that are not there, and nothing else").hasSize(2)
                .allMatch(hint -> hint.endsWith("noemden geen hefbomen."));

        service.questionnaire().blocks().forEach(block -> assertThat(director.submit(director.get(scan + "/deel/" + block.id())
                .form("/zelfscan/").set("stage.choice", "planmatig").set("ambition.choice", "geintegreerd")).status()).isEqualTo(200));
        set(director, scan + "/deel/kernprocessen", "ambition.choice", "hold");
        set(director, scan + "/deel/plg", "differences.note", "");
        set(director, scan + "/deel/teamwerk", "motive.note", "Onze directeur An en mevrouw Peeters willen dat zo.");
        Page asked = director.get(scan + "/verzending");

        assertThat(hints(director, scan)).hasSize(6).anyMatch(hint -> hint.contains("noemden geen hefbomen"))
                .anyMatch(hint -> hint.contains("jullie duidden verschillen aan"))
                .anyMatch(hint -> hint.contains("dat staat bij jullie prioriteiten, met ‘dit aanhouden’ als ambitie"))
                .anyMatch(hint -> hint.contains("alle 11 bouwstenen staan in hetzelfde stadium, ‘planmatig’"))
                .anyMatch(hint -> hint.contains("is in ‘mevrouw Peeters’ een persoon te herkennen"));
        asked.document().select("ul[aria-labelledby=kop-nakijken] a").forEach(link -> {
            String[] address = link.attr("href").split("#");
            Page there = director.get(address[0]);
            assertThat(there.status()).isEqualTo(200);
            assertThat(address.length == 1 || there.document().getElementById(address[1]) != null).as(link.attr("href")).isTrue();
        });
        Net.sent(director.submit(asked.form("/verzending")));
    }

    @Test
    void beforeClosingPocReadsInHowManySentScansThereAreHintsFromTheSmallestGroupOn() {
        List<TestCentre> centres = IntStream.rangeClosed(1, 4).mapToObj(number -> service.centre("Centrum " + number + " dat verzendt"))
                .toList();
        String round = poc.submit(Net.plan(poc, title, centres.toArray(TestCentre[]::new)).set("minimumGroupSize", "3")).path();
        Net.confirm(poc, round + "/opening");
        centres.subList(0, 2).forEach(centre -> Net.send(service.inSession(centre.director()), centre, round));

        assertThat(poc.get(round + "/afsluiting").text()).as("two of at least three").doesNotContain("Om nog eens naar te kijken");
        Net.send(service.inSession(centres.get(2).director()), centres.get(2), round);
        Page asked = poc.get(round + "/afsluiting");

        assertThat(asked.document().select("h2:contains(Om nog eens naar te kijken) + ul li").eachText())
                .containsExactly("In 3 van de 3 verzonden zelfscans: een ander stadium als ambitie, zonder hefbomen.");
        assertThat(poc.submit(asked.form("/afsluiting")).text()).contains("De ronde is afgesloten");
    }

    private static List<String> hints(Visitor director, String scan) {
        return director.get(scan + "/verzending").document().select("ul[aria-labelledby=kop-nakijken] li").eachText();
    }

    private static void set(Visitor director, String section, String field, String value) {
        Form form = director.get(section).form("/zelfscan/");
        assertThat(director.submit(form.set(field, value)).status()).isEqualTo(200);
    }
}
