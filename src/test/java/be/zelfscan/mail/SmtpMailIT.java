package be.zelfscan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import be.zelfscan.mail.Mail.Attachment;
import be.zelfscan.support.TestDatabase;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micronaut.context.exceptions.BeanInstantiationException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail as a real mail server gets it. */
class SmtpMailIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static GreenMail server;

    private final UUID subject = UUID.randomUUID();

    @BeforeAll
    static void start() {
        server = new GreenMail(new ServerSetup[]{new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS)});
        server.setUser("zelfscan@pro.example", "zelfscan", "geheim");
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void theMailHasItsSenderItsTextTwiceAndItsFiles() throws Exception {
        Map<String, Object> signedIn = settings(server.getSmtp().getPort(), "none");
        signedIn.put("zelfscan.mail.smtp.user", "zelfscan");
        signedIn.put("zelfscan.mail.smtp.password", "geheim");
        try (Instance service = Instance.start(DATABASE, signedIn)) {
            service.put(subject);
            service.deliver();
            assertThat(service.status(subject).state()).as(service.status(subject).lastAnswer()).isEqualTo(Message.State.delivered);
        }
        MimeMessage got = server.getReceivedMessages()[0];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        got.writeTo(bytes);
        ReceivedMail mail = ReceivedMail.read(subject, bytes.toByteArray());
        assertThat(mail.subject()).isEqualTo(TestComposer.subject(subject));
        assertThat(mail.from()).isEqualTo("Zelfscan <zelfscan@pro.example>");
        assertThat(mail.replyTo()).isEqualTo("pocplus@pro.example");
        assertThat(mail.to()).isEqualTo("directeur@clb.example");
        assertThat(mail.date()).isEqualTo(Instant.parse(Instance.NOW));
        assertThat(mail.text()).contains("<script>geïntegreerd</script>");
        assertThat(mail.html()).contains("Dag directeur, geïntegreerd");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("Datagrafiek – geïntegreerd.pdf", "antwoorden.csv");
        assertThat(mail.attachment(1).orElseThrow().content()).isEqualTo(TestComposer.FILE);
        assertThat(mail.attachment(3)).isEmpty();
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(got.getContentType()).startsWith("multipart/mixed");
        assertThat(bytes.toString()).contains("multipart/alternative").doesNotContain("geheim");
        assertThat(got.getHeader("Return-Path", null)).as("bounces come to the sender").contains("zelfscan@pro.example");
    }

    @Test
    void aWrongPasswordKeepsTheMailWaiting() {
        Map<String, Object> wrong = settings(server.getSmtp().getPort(), "none");
        wrong.put("zelfscan.mail.smtp.user", "zelfscan");
        wrong.put("zelfscan.mail.smtp.password", "verkeerd");
        try (Instance service = Instance.start(DATABASE, wrong)) {
            service.put(subject);
            service.deliver();
            assertThat(service.status(subject).state()).isEqualTo(Message.State.waiting);
            assertThat(service.status(subject).lastAnswer()).startsWith("Geen verbinding met de mailserver").doesNotContain("verkeerd");
            DATABASE.execute("delete from message where subject_id = '" + subject + "'");
        }
    }

    @Test
    void aServerWhoseCertificateIsNotTrustedGetsNoMail() {
        try (Instance service = Instance.start(DATABASE, settings(server.getSmtps().getPort(), "tls"))) {
            service.put(subject);
            service.deliver();
            assertThat(service.status(subject).state()).isEqualTo(Message.State.waiting);
            assertThat(service.status(subject).lastAnswer()).contains("certificat");
            DATABASE.execute("delete from message where subject_id = '" + subject + "'");
        }
    }

    @Test
    void aMailServerWithoutASenderIsRefusedAtTheStart() {
        Map<String, Object> without = settings(server.getSmtp().getPort(), "none");
        without.remove("zelfscan.mail.from");
        without.put("zelfscan.mail.deliver", true);
        assertThatExceptionOfType(BeanInstantiationException.class).isThrownBy(() -> Instance.start(DATABASE, without))
                .withMessageContaining("ZELFSCAN_MAIL_FROM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aBlankSenderCountsAsNotSet(String blank) {
        Map<String, Object> without = new HashMap<>(Map.of("zelfscan.mail.from", blank, "zelfscan.mail.reply-to", blank));
        try (Instance service = Instance.start(DATABASE, without)) {
            assertThat(service.bean(MailSettings.class).from()).isEqualTo("zelfscan@localhost");
            assertThat(service.bean(MailSettings.class).replyTo()).isEmpty();
        }
        without.putAll(settings(server.getSmtp().getPort(), "none"));
        without.put("zelfscan.mail.from", blank);
        without.put("zelfscan.mail.deliver", true);
        assertThatExceptionOfType(BeanInstantiationException.class).isThrownBy(() -> Instance.start(DATABASE, without))
                .withMessageContaining("ZELFSCAN_MAIL_FROM");
    }

    @Test
    void thePasswordIsNeverWrittenOut() {
        Map<String, Object> settings = settings(2525, "none");
        settings.put("zelfscan.mail.smtp.user", "zelfscan");
        settings.put("zelfscan.mail.smtp.password", "geheim");
        try (Instance service = Instance.start(DATABASE, settings)) {
            MailSettings read = service.bean(MailSettings.class);
            assertThat(read.smtp().password()).isEqualTo("geheim");
            assertThat(read.toString()).contains("localhost").doesNotContain("geheim");
        }
    }

    private static Map<String, Object> settings(int port, String tls) {
        Map<String, Object> settings = new HashMap<>(Instance.through(port));
        settings.put("zelfscan.mail.smtp.timeout", "5s");
        settings.put("zelfscan.mail.smtp.limit", "10s");
        settings.put("zelfscan.mail.smtp.tls", tls);
        return settings;
    }
}
