package be.zelfscan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import be.zelfscan.support.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The local mailbox in the browser, for somebody who is not signed in. */
class MailboxIT {
    private static final UUID SUBJECT = UUID.randomUUID();
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static EmbeddedServer service;

    @BeforeAll
    static void start() {
        service = ApplicationContext.run(EmbeddedServer.class,
                Instance.configuration(TestDatabase.fresh(), Map.of("micronaut.server.port", -1)));
        ApplicationContext context = service.getApplicationContext();
        context.getBean(TestComposer.class)
                .inTransaction(() -> context.getBean(Outbox.class).put(TestComposer.KIND, "directeur@clb.example", SUBJECT, 1));
        context.getBean(MailDelivery.class).run();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theListNamesTheMailAndLeadsToIt() throws Exception {
        Document list = page("/postvak");
        assertThat(list.title()).startsWith("Postvak");
        assertThat(list.select("a.row")).hasSize(1);
        assertThat(list.select("a.row").text()).contains("24 november 2026 om 14:05", "aan directeur@clb.example",
                TestComposer.subject(SUBJECT));
        assertThat(list.select("main b")).as("a subject is text").isEmpty();
        assertThat(page(list.select("a.row").attr("href")).select("h1").text()).isEqualTo(TestComposer.subject(SUBJECT));
    }

    @Test
    void aMailShowsItsSenderItsTextItsLinksAndItsFiles() throws Exception {
        Document mail = page(url());
        assertThat(mail.select("dd").eachText()).containsExactly("Zelfscan <zelfscan@localhost>", "directeur@clb.example",
                "24 november 2026 om 14:05");
        assertThat(mail.select(".mail-text").first().wholeText())
                .isEqualTo("Dag directeur,\n\nbekijk de datagrafiek (" + TestComposer.LINK + ").\n.\n<script>geïntegreerd</script>");
        assertThat(mail.select("main script")).isEmpty();
        assertThat(mail.select(".mail-text a").attr("href")).isEqualTo(TestComposer.LINK);
        assertThat(mail.select(".rows strong").eachText()).containsExactly("Datagrafiek – geïntegreerd.pdf", "antwoorden.csv");
        assertThat(mail.select("iframe").attr("src")).isEqualTo(url() + "/html");
        assertThat(mail.select("iframe").attr("sandbox")).isEqualTo("allow-top-navigation-by-user-activation");
    }

    @Test
    void theMailAsHtmlCanDoNothing() throws Exception {
        HttpResponse<String> html = get(url() + "/html");
        assertThat(html.body()).contains("Dag directeur, geïntegreerd", "<head><base target=\"_top\">");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .contains("sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'");
        assertThat(html.headers().firstValue("Content-Type").orElseThrow()).isEqualToIgnoringCase("text/html; charset=utf-8");
        assertThat(html.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void anAttachmentComesAsItWasSent() throws Exception {
        HttpResponse<byte[]> pdf = CLIENT.send(request(url() + "/bijlage/1"), BodyHandlers.ofByteArray());
        assertThat(pdf.body()).isEqualTo(TestComposer.FILE);
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("inline;")
                .endsWith("filename*=UTF-8''Datagrafiek%20%E2%80%93%20ge%C3%AFntegreerd.pdf");
        assertThat(get(url() + "/bijlage/2").headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
    }

    @Test
    void theWholeMailCanBeKeptAsAFile() throws Exception {
        HttpResponse<byte[]> file = CLIENT.send(request(url() + "/bericht.eml"), BodyHandlers.ofByteArray());
        assertThat(file.headers().firstValue("Content-Type")).contains("message/rfc822");
        assertThat(ReceivedMail.read(SUBJECT, file.body()).subject()).isEqualTo(TestComposer.subject(SUBJECT));
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        String unknown = "/postvak/" + UUID.randomUUID();
        for (String path : new String[]{unknown, unknown + "/html", unknown + "/bericht.eml", unknown + "/bijlage/1", "/postvak/geen-id",
                "/postvak/geen-id/html", url() + "/bijlage/0", url() + "/bijlage/3", url() + "/bijlage/x"}) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aMailThatIsDeliveredAgainStaysOneMail() {
        ApplicationContext context = service.getApplicationContext();
        Mailbox mailbox = context.getBean(Mailbox.class);
        UUID id = mailbox.newest().getFirst().id();
        context.getBean(MailboxQueries.class).add(id, "x@clb.example", "Iets anders", Instant.EPOCH, new byte[1]);
        assertThat(mailbox.newest()).hasSize(1).first().extracting(Mailbox.Entry::subject).isEqualTo(TestComposer.subject(SUBJECT));
    }

    @Test
    void withAMailServerThereIsNoMailbox() {
        Map<String, Object> settings = new HashMap<>(Instance.through(2525));
        settings.put("micronaut.server.port", -1);
        try (EmbeddedServer other = ApplicationContext.run(EmbeddedServer.class, Instance.configuration(TestDatabase.fresh(), settings))) {
            assertThat(other.getApplicationContext().containsBean(MailboxController.class)).isFalse();
            assertThat(other.getApplicationContext().containsBean(Mailbox.class)).isFalse();
        }
    }

    private static String url() {
        return MailboxController.url(service.getApplicationContext().getBean(Mailbox.class).newest().getFirst().id());
    }

    private static Document page(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path), BodyHandlers.ofString());
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(service.getURI() + path)).header("Accept", "text/html,*/*").timeout(Duration.ofSeconds(10))
                .build();
    }
}
