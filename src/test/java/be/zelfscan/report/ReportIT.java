package be.zelfscan.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.start.Demonstration;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.support.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Result, report, chart and preparation pack, over HTTP. */
class ReportIT {
    private static final String DIRECTOR = "directeur@democentrum-noord.example";
    private static final TestService SERVICE = TestService.get();

    private static Visitor director;
    private static String result;

    @BeforeAll
    static void send() {
        SERVICE.context().getBean(Demonstration.class).sendEarlier();
        director = SERVICE.inSession(DIRECTOR);
        result = director.get("/centrum").document().select("a[href~=^/resultaat/[0-9a-f-]{36}$]").attr("href");
    }

    private static String header(Page page, String name) {
        return page.response().headers().firstValue(name).orElse("");
    }

    @Test
    void theResultLeadsToItsReport() {
        Page page = director.get(result);
        assertThat(page.status()).isEqualTo(200);
        Page report = director.get(page.link("PDF openen"));
        assertThat(header(report, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(report, "Content-Disposition"))
                .matches("inline; filename=\"zelfscan-democentrum-noord-afname-\\d{4}-\\d{4}\\.pdf\"");
        assertThat(PdfReader.body(report.body())).contains("Democentrum Noord");
        assertThat(director.get(result + "/rapport.pdf").body()).isEqualTo(report.body());
        Page screen = director.get(page.link("Op groot scherm"));
        assertThat(screen.document().select("main svg.datagrafiek")).isNotEmpty();
        assertThat(screen.document().select("main").text()).as("the datagrafiek alone").doesNotContain("Verzonden", "Vragenlijst");
    }

    @Test
    void theChartStandsAloneAndRunsNothing() {
        Page chart = director.get(result + "/datagrafiek.svg");
        assertThat(header(chart, "Content-Type")).startsWith("image/svg+xml");
        assertThat(header(chart, "Content-Security-Policy")).isEqualTo("default-src 'none'");
    }

    @Test
    void aResultOfAnotherCentreIsNotThere() {
        Visitor other = SERVICE.inSession(SERVICE.centre("Ander centrum").director());
        for (String path : new String[]{result, result + "/rapport.pdf", result + "/datagrafiek.svg", "/resultaat/" + UUID.randomUUID()}) {
            Page page = other.get(path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.document().select("main h1")).as(path).isNotEmpty();
            assertThat(page.text()).doesNotContain("Democentrum");
        }
    }

    @Test
    void whoIsNotSignedInIsAskedToDoSo() {
        for (String path : new String[]{result, result + "/rapport.pdf", result + "/datagrafiek.svg",
                "/vragenlijst/poolster-clb/2026/voorbereiding.pdf"}) {
            Page page = SERVICE.visitor().get(path);
            assertThat(page.path()).as(path).isEqualTo("/aanmelden");
        }
    }

    @Test
    void thePreparationPackIsThereForTheVersionsThatExist() {
        Page pack = director.get("/vragenlijst/poolster-clb/2026/voorbereiding.pdf");
        assertThat(header(pack, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(pack, "Content-Disposition")).isEqualTo("inline; filename=\"voorbereiding-poolster-clb-2026.pdf\"");
        assertThat(PdfReader.body(pack.body())).contains("Behartiger van de leerling");
        assertThat(director.get("/vragenlijst/poolster-clb/1999/voorbereiding.pdf").status()).isEqualTo(404);
    }
}
