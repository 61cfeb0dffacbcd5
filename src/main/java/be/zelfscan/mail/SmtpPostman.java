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
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to the mail server, one connection a mail. Every wait is bounded, and so is the whole. */
@Singleton
@Requires(property = "zelfscan.mail.smtp.host", pattern = ".*\\S.*")
final class SmtpPostman implements Postman {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpPostman.class);
    private static final String TRUE = "true";
    private static final Set<Integer> SIGN_IN = Set.of(530, 535, 538);
    private static final int MOST_LINKS = 10;

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
        OneSocket socket = new OneSocket();
        ScheduledFuture<?> limit = timer.schedule(settings.smtp().limit(), socket::close);
        try {
            return handOver(ready, new SMTPTransport(Session.getInstance(properties(socket)), null));
        } finally {
            limit.cancel(false);
            socket.close();
        }
    }

    private Outcome handOver(MimeMessage ready, SMTPTransport transport) {
        MailSettings.Smtp smtp = settings.smtp();
        try {
            transport.connect(smtp.host(), smtp.portInUse(), smtp.user().isEmpty() ? null : smtp.user(), smtp.password());
        } catch (MessagingException failure) {
            return new Outcome.Deferred("Geen verbinding met de mailserver: " + words(failure), false);
        }
        try {
            transport.sendMessage(ready, ready.getAllRecipients());
        } catch (MessagingException failure) {
            return outcome(failure);
        }
        String answer = transport.getLastServerResponse();
        try {
            transport.close();
        } catch (MessagingException farewell) {
            LOG.debug("The mail server accepted a mail, but did not end the conversation properly", farewell);
        }
        return new Outcome.Delivered(answer);
    }

    private Properties properties(OneSocket socket) {
        MailSettings.Smtp smtp = settings.smtp();
        String timeout = Long.toString(smtp.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", socket);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
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

    /**
     * Reads from what Jakarta Mail throws whether another try makes sense. Only a 5xx answer on the recipient or on the content is for
     * ever: a refused sender or a missing sign-in (530, 535, 538) is a fault of the configuration, and mails must not be lost by that.
     */
    private static Outcome outcome(MessagingException failure) {
        return chain(failure).filter(SmtpPostman::isForEver).findFirst()
                .<Outcome>map(link -> new Outcome.Refused(String.valueOf(link.getMessage())))
                .orElseGet(() -> new Outcome.Deferred(words(failure), true));
    }

    private static boolean isForEver(Exception link) {
        return switch (link) {
            case SMTPAddressFailedException recipient -> isForEver(recipient.getReturnCode());
            case SMTPSendFailedException send -> isForEver(send.getReturnCode()) && !send.getCommand().startsWith("MAIL");
            default -> false;
        };
    }

    private static boolean isForEver(int code) {
        return code / 100 == 5 && !SIGN_IN.contains(code);
    }

    /** What went wrong, in the words of the link of the chain that knows most. */
    private static String words(MessagingException failure) {
        Exception last = chain(failure).reduce(failure, (earlier, later) -> later);
        if (last.getMessage() == null) {
            LOG.warn("A mail could not be handed over, and what went wrong has no words", failure);
            return "De oorzaak staat in het log van de dienst.";
        }
        return last.getMessage();
    }

    private static Stream<Exception> chain(MessagingException failure) {
        return Stream
                .<Exception>iterate(failure, link -> link != null,
                        link -> link instanceof MessagingException more ? more.getNextException() : null)
                .limit(MOST_LINKS);
    }

    /**
     * The socket of one delivery, which another thread can close. A read timeout bounds each wait, not their sum: a server that sends a
     * letter at a time would hold a delivery for ever. (Interrupting a virtual thread would do as well, but Jakarta Mail waits inside
     * {@code synchronized}, which up to Java 23 keeps a carrier thread from everybody else.)
     */
    private static final class OneSocket extends SocketFactory {
        private final Socket socket = new Socket();

        void close() {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                LOG.debug("A socket could not be closed", alreadyGone);
            }
        }

        @Override
        public Socket createSocket() {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
