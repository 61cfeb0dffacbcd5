package be.zelfscan.mail;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.concurrent.ScheduledFuture;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to the mail server, one connection a mail. Every wait is bounded, and so is the whole. */
@Singleton
@Requires(property = "zelfscan.mail.smtp.host", pattern = ".*\\S.*")
final class SmtpPostman implements Postman {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpPostman.class);
    private static final String TRUE = "true";

    private final MailSettings settings;
    private final MimeMail mime;
    private final TaskScheduler timer;

    SmtpPostman(MailSettings settings, MimeMail mime, @Named(TaskExecutors.SCHEDULED) TaskScheduler timer) {
        if (settings.from().equals(MailSettings.DEFAULT_FROM)) {
            throw new ConfigurationException("A mail server is configured (SMTP_HOST), but no sender: set ZELFSCAN_MAIL_FROM");
        }
        this.settings = settings;
        this.mime = mime;
        this.timer = timer;
        LOG.info("Mail goes out through {}", settings.smtp());
    }

    @Override
    public Outcome deliver(Message message, Mail mail) {
        MimeMessage ready;
        try {
            ready = mime.of(message, mail);
        } catch (MessagingException failure) {
            return new Outcome.Refused("Er kan geen mail gemaakt worden voor dit adres: " + failure.getMessage());
        }
        ClosableSockets sockets = new ClosableSockets();
        ScheduledFuture<?> limit = timer.schedule(settings.smtp().limit(), sockets::close);
        try {
            return handOver(ready, new SMTPTransport(Session.getInstance(properties(sockets)), null));
        } finally {
            limit.cancel(false);
            sockets.close();
        }
    }

    private Outcome handOver(MimeMessage ready, SMTPTransport transport) {
        MailSettings.Smtp smtp = settings.smtp();
        try {
            transport.connect(smtp.host(), smtp.portInUse(), smtp.user().isEmpty() ? null : smtp.user(), smtp.password());
        } catch (MessagingException failure) {
            return new Outcome.Deferred("Geen verbinding met de mailserver: " + SmtpFailure.words(failure), false);
        }
        try {
            transport.sendMessage(ready, ready.getAllRecipients());
        } catch (MessagingException failure) {
            return SmtpFailure.of(failure);
        }
        String answer = transport.getLastServerResponse();
        try {
            transport.close();
        } catch (MessagingException farewell) {
            LOG.debug("The mail server accepted a mail, but did not end the conversation properly", farewell);
        }
        return new Outcome.Delivered(answer);
    }

    private Properties properties(ClosableSockets sockets) {
        MailSettings.Smtp smtp = settings.smtp();
        String timeout = Long.toString(smtp.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", sockets);
        properties.setProperty("mail.smtp.connectiontimeout", Long.toString(smtp.connectTimeout().toMillis()));
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.localhost", settings.host());
        properties.setProperty("mail.smtp.ssl.checkserveridentity", TRUE);
        switch (smtp.tls()) {
            case none -> {}
            case starttls -> {
                properties.setProperty("mail.smtp.starttls.enable", TRUE);
                properties.setProperty("mail.smtp.starttls.required", TRUE);
            }
            case tls -> properties.setProperty("mail.smtp.ssl.enable", TRUE);
        }
        if (!smtp.user().isEmpty()) {
            properties.setProperty("mail.smtp.auth", TRUE);
        }
        return properties;
    }
}
