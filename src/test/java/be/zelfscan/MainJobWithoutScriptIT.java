package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.questionnaire.Section;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.support.PdfUa;
import be.zelfscan.support.SampleForms;
import be.zelfscan.support.Visitor;
import be.zelfscan.support.Visitor.Form;
import be.zelfscan.support.Visitor.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole job of a policy team in a browser that runs no scripts. */
class MainJobWithoutScriptIT {
    private final TestService service = TestService.get();

    @Test
    void aTeamFillsInEverythingSendsItAndTheDirectorGetsThePdf() throws IOException {
        TestCentre centre = service.centre("Centrum zonder script");
        Visitor director = service.signedIn(centre.director());
        Page home = director.get("/centrum");
        assertThat(home.text()).contains(centre.name()).contains("Jullie zijn nog niet begonnen");

        Page introduction = director.submit(home.form("/zelfscan"));
        assertThat(introduction.document().select("h1").text()).isEqualTo("Inleiding");
        Page page = director.get(introduction.link("Naar de vragen"));

        List<String> blocks = service.questionnaire().blocks().stream().map(Section::title).toList();
        for (Map.Entry<String, Map<String, List<String>>> section : SampleForms.all().entrySet()) {
            boolean closing = section.getKey().equals("slotvragen");
            if (closing) {
                assertThat(page.path()).as("the overview stands before the closing questions").endsWith("/overzicht");
                assertThat(page.document().select("svg[role=img]").text()).contains("Preventie staat vandaag op",
                        "concept, nog niet verzonden");
                page = director.get(page.link("Volgende: "));
                assertThat(page.text()).contains("Jullie overzicht", "geïntegreerd, ambitie: evolueren naar systematisch");
            }
            assertThat(page.path()).endsWith(section.getKey());
            assertThat(closing ? blocks : List.of(page.document().select("h1").text())).isNotEmpty();
            page = fillIn(director, page, section.getValue());
        }
        assertThat(page.path()).endsWith("/overzicht");
        assertThat(page.text()).contains("Alle vragen zijn beantwoord");
        SampleForms.notes().forEach(note -> assertThat(squeezed(page(director, centre).text())).contains(squeezed(note)));

        Page confirmation = director.get(page.link("Verzenden"));
        assertThat(confirmation.text()).contains("definitief").contains(centre.director());
        Page result = director.submit(confirmation.form("/verzending"));
        assertThat(result.path()).startsWith("/resultaat/");
        assertThat(result.document().select("svg[role=img]")).isNotEmpty();

        Page mail = director.newestMail(centre.director(), "verzonden");
        Page attachment = director.get(mail.document().select("a[href*=bijlage]").attr("href"));
        assertThat(attachment.response().headers().firstValue("Content-Type")).hasValue("application/pdf");
        PdfUa.assertConforms(attachment.body());
        String text = squeezed(PdfReader.body(attachment.body()));
        SampleForms.notes().forEach(note -> assertThat(text).contains(squeezed(note)));
        blocks.forEach(title -> assertThat(text).contains(squeezed(title)));
        assertThat(text).contains(squeezed(centre.name()));
    }

    private static Page page(Visitor visitor, TestCentre centre) {
        return visitor.get(visitor.get("/centrum/" + centre.id()).link("Overzicht van de antwoorden"));
    }

    /** Without scripts the ambitions that go with a stage are there after the stage was saved. */
    private static Page fillIn(Visitor visitor, Page page, Map<String, List<String>> fields) {
        Page shown = page;
        if (fields.containsKey("stage.choice")) {
            Form stage = page.form("/deel/").set("stage.choice", fields.get("stage.choice").getFirst()).set("go", "stay");
            shown = visitor.submit(stage);
            assertThat(shown.document().select("input[name=ambition.choice]").eachAttr("value")).contains("hold")
                    .contains(fields.get("ambition.choice").getFirst());
        }
        Form form = shown.form("/zelfscan/");
        fields.forEach((name, values) -> form.set(name, values.toArray(String[]::new)));
        Page next = visitor.submit(form.set("go", "next"));
        assertThat(next.status()).isEqualTo(200);
        return next;
    }

    /** Lines are broken anew on paper: only letters and digits count. */
    private static String squeezed(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
