package be.zelfscan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.campaign.Net;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.report.pdf.PdfReader;
import be.zelfscan.support.Browser;
import be.zelfscan.support.Respondent;
import be.zelfscan.support.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every instrument beside the first one, from the choice in a new round to the files: answered by what its pages show, and nothing else.
 */
@Order(7)
class CompanionInstrumentsIT {
    private static final String FIRST = "poolster-clb";
    /** Words of what an instrument without a scale does not have. */
    private static final List<String> OF_SCALES = List.of("Datagrafiek", "datagrafiek", "stadium", "stadia", "ambitie", "Ambitie",
            "ingeschaald");

    private final TestService service = TestService.get();
    private final Visitor poc = service.inSession(service.supporterId());
    private final TestCentre centre = service.centre("Centrum dat alles invult");
    private final UUID director = UUID.fromString(
            service.texts("select id::text from person where email = '" + centre.director() + "'").getFirst());
    private final Visitor visitor = service.inSession(director);

    static Stream<String> companions() {
        return TestService.get().context().getBean(Instruments.class).all().stream().map(Instruments.Definition::questionnaire)
                .filter(one -> !one.id().equals(FIRST)).map(one -> one.id() + "/" + one.version());
    }

    @ParameterizedTest
    @MethodSource("companions")
    void whatIsAnsweredIsInTheResultTheReportTheMailAndTheFiles(String instrument) {
        Questionnaire questionnaire = questionnaire(instrument);
        String round = open(instrument);
        String scan = Net.start(visitor, centre, round);
        assertThat(visitor.get(scan + "/inleiding").text()).contains(questionnaire.title());

        Respondent respondent = new Respondent();
        Visitor.Page overview = respondent.answerWithoutScript(visitor, visitor.get(scan + "/inleiding").link("Naar de vragen"));
        assertThat(overview.text()).as("what is missing").doesNotContain("Vul nu in");
        plain(overview.text(), questionnaire);

        assertSent(questionnaire, round, overview, respondent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"netwerkkaart", "labo-voorwaarden"})
    void tablesAndWhatIsAskedByAnAnswerWorkInABrowser(String id) {
        String instrument = companions().filter(one -> one.startsWith(id)).findFirst().orElseThrow();
        String round = open(instrument);
        String scan = Net.start(visitor, centre, round);
        Respondent respondent = new Respondent();
        Page page = Browser.page(1280, 900);
        try {
            page.context().addCookies(List.of(new Cookie("zelfscan", service.session(director)).setUrl(service.address())));
            page.navigate(service.address() + scan + "/inleiding");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Naar de vragen")).first().click();
            respondent.answerInBrowser(page);
        } finally {
            Browser.close(page);
        }
        assertSent(questionnaire(instrument), round, visitor.get(scan + "/overzicht"), respondent);
    }

    private Questionnaire questionnaire(String instrument) {
        return service.context().getBean(Instruments.class).all().stream().map(Instruments.Definition::questionnaire)
                .filter(one -> instrument.equals(one.id() + "/" + one.version())).findFirst().orElseThrow();
    }

    /** Makes a round by the page on which the instrument is chosen. */
    private String open(String instrument) {
        Visitor.Form form = Net.plan(poc, Net.unique("Ronde van " + instrument), centre);
        assertThat(poc.get("/rondes/nieuw").document().select("input[name=questionnaire]").eachAttr("value")).contains(instrument);
        String round = poc.submit(form.set("questionnaire", instrument)).path();
        Net.confirm(poc, round + "/opening");
        return round;
    }

    private void assertSent(Questionnaire questionnaire, String round, Visitor.Page overview, Respondent respondent) {
        int asked = questionnaire.sections().stream().mapToInt(section -> section.questions().size()).sum();
        assertThat(respondent.questions()).as("questions that were filled in").isBetween(asked / 2, asked);
        Visitor.Page sending = visitor.get(overview.link("Verzenden"));
        plain(sending.text(), questionnaire);
        assertThat(sending.text().contains("tellen mee in de cijfers van een groep")).isEqualTo(questionnaire.isScaled());
        Visitor.Page result = visitor.submit(sending.form("/verzending"));
        assertThat(result.path()).startsWith("/resultaat/");
        assertAllIn(result.text(), respondent);
        plain(result.text(), questionnaire);

        byte[] pdf = visitor.get(result.path() + "/rapport.pdf").body();
        String report = PdfReader.text(pdf);
        assertAllIn(report, respondent);
        plain(report, questionnaire);

        Visitor.Page mail = service.visitor().newestMail(centre.director(), "verzonden");
        assertThat(mail.text()).contains(questionnaire.title(), centre.name());
        plain(mail.text(), questionnaire);

        Visitor.Page answers = poc.get("/uitvoer/" + Net.id(round) + "/antwoorden.csv");
        assertThat(answers.status()).isEqualTo(200);
        String csv = Respondent.squeezed(new String(answers.body(), StandardCharsets.UTF_8));
        respondent.typed()
                .forEach(typed -> assertThat(csv).containsAnyOf(Respondent.squeezed(typed.text()), Respondent.squeezed(typed.shown())));
        respondent.chosen().forEach(label -> assertThat(csv).contains(Respondent.squeezed(label)));
        for (String file : List.of("centra.csv", "codeboek.csv", "uitvoer.xlsx")) {
            assertThat(poc.get("/uitvoer/" + Net.id(round) + "/" + file).status()).as(file).isEqualTo(200);
        }
        assertThat(visitor.get(overview.link("Inleiding")).status()).isEqualTo(200);
        byte[] pack = visitor.get("/vragenlijst/" + questionnaire.id() + "/" + questionnaire.version() + "/voorbereiding.pdf").body();
        String preparation = PdfReader.text(pack);
        plain(preparation, questionnaire);
        assertThat(Respondent.squeezed(preparation)).contains(
                questionnaire.questions().stream().map(question -> Respondent.squeezed(question.shortLabel())).toArray(String[]::new));
    }

    private static void assertAllIn(String text, Respondent respondent) {
        String squeezed = Respondent.squeezed(text);
        respondent.recognisable().forEach(one -> assertThat(squeezed).contains(one));
    }

    /** Nothing that was not filled in by a programmer, and nothing of scales where there is none. */
    private void plain(String text, Questionnaire questionnaire) {
        assertThat(text).doesNotContain("null").doesNotContain("{block}").doesNotContain("{number}");
        if (!questionnaire.isScaled()) {
            String own = service.context().getBean(Instruments.class).definition(questionnaire.key()).orElseThrow().content();
            assertThat(text).doesNotContain(OF_SCALES.stream().filter(word -> !own.contains(word)).toArray(String[]::new));
        }
    }
}
