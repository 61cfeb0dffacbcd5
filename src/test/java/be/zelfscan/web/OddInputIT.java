package be.zelfscan.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.TestService.TestCentre;
import be.zelfscan.TestService;
import be.zelfscan.support.Visitor.Page;
import be.zelfscan.support.Visitor;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** What no page of the service sends, and what goes wrong inside: a sentence for the reader, never a page of the framework. */
@Timeout(600)
class OddInputIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String COUNT = "select count(*) from answer_history where scan_id = ?";

    private final TestService service = TestService.get();
    private final TestCentre centre = service.centre("Centrum van het vreemde");

    @Test
    void aProgrammingErrorIsAPageWithAReferenceUnderWhichTheCauseIsLogged() {
        Logger logger = (Logger) LoggerFactory.getLogger(ProblemPages.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        Page page;
        try {
            page = service.visitor().get("/" + FailingPage.PATH);
        } finally {
            logger.detachAppender(log);
        }

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.text()).contains("Er ging iets mis aan onze kant").doesNotContain(FailingPage.CAUSE)
                .doesNotContain("Exception");
        String reference = page.document().select(".reference strong").text();
        assertThat(reference).matches("[0-9A-F]{8}");
        assertThat(log.list).anySatisfy(event -> {
            assertThat(event.getFormattedMessage()).contains(reference).contains("/aanmelden/link/{token}")
                    .doesNotContain(FailingPage.PATH);
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo(FailingPage.CAUSE);
        });
    }

    @Test
    void aBodyThatIsNoFormIsRefusedWithASentenceAndChangesNothing() {
        Visitor director = service.inSession(centre.director());
        String scan = director.submit(director.get("/centrum").form("/zelfscan")).path().split("/")[2];
        String block = "/zelfscan/" + scan + "/deel/preventie";

        assertThat(sentence(director.postRaw(block, "application/json", "{}"), 415)).contains("alleen formulieren");
        assertThat(sentence(director.postRaw(block, FORM, "motive.revision=0&motive.note=%ZZ"), 400)).contains("niet te begrijpen");
        assertThat(director.postRaw(block, FORM, "").status()).as("nothing was asked").isLessThan(400);
        assertThat(service.count(COUNT, UUID.fromString(scan))).isZero();
    }

    @Test
    void whatADatabaseCannotHoldIsLeftOut() {
        Visitor director = service.inSession(centre.director());
        String scan = director.submit(director.get("/centrum").form("/zelfscan")).path().split("/")[2];
        String block = "/zelfscan/" + scan + "/deel/preventie";

        Page page = director.post(block, Map.of("motive.revision", List.of("0"), "motive.note", List.of("voor\u0000na"),
                "differences.revision", List.of("0"), "differences.choice", List.of("other"), "differences.text", List.of("een\u0000twee"),
                "go", List.of("stay")));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.form("/deel/").get("motive.note")).containsExactly("voorna");
        assertThat(page.form("/deel/").get("differences.text")).containsExactly("eentwee");
    }

    @Test
    void oddAddressesAndNamesAreAnsweredWithASentence() {
        Visitor nobody = service.visitor();
        Page odd = nobody.post("/aanmelden", Map.of("email", List.of("a\u0000b@test.example")));
        assertThat(odd.status()).isEqualTo(422);
        assertThat(odd.text()).contains("Dit is geen e-mailadres");
        sentence(nobody.get("/postvak/geen-nummer"), 404);
        sentence(nobody.get("/postvak/" + UUID.randomUUID() + "/bijlage/1"), 404);
        sentence(nobody.get("/aanmelden/link/%00"), 410);
        assertThat(sentence(nobody.postRaw("/postvak", FORM, "x=y"), 405)).contains("Begin opnieuw");

        Visitor director = service.inSession(centre.director());
        sentence(director.get("/centrum/geen-nummer"), 404);
        sentence(director.get("/centrum/" + UUID.randomUUID()), 404);
        sentence(director.post("/centrum/" + centre.id() + "/ronde/" + UUID.randomUUID() + "/zelfscan", Map.of()), 404);
    }

    @Test
    void aForgedSessionIsNobody() {
        Page page = service.visitor().post("/zelfscan/" + UUID.randomUUID() + "/deel/slotvragen", Map.of(), "Cookie",
                "zelfscan=eyJhbGciOiJub25lIn0.eyJzdWIiOiIwIn0.");
        assertThat(sentence(page, 401)).contains("Je bent afgemeld");
    }

    /** The answer has this status and is a page of ours. */
    private static String sentence(Page page, int status) {
        assertThat(page.status()).as(page.path()).isEqualTo(status);
        assertThat(page.document().select("main h1")).as("%s: %s", page.path(), page.text()).isNotEmpty();
        return page.text();
    }
}
