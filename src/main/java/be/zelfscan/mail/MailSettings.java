package be.zelfscan.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/**
 * Who mails come from, and the mail server.
 *
 * @param from the sender's address; its host is the host of every Message-ID; blank: not set
 * @param fromName the sender's name
 * @param replyTo where answers go; empty: to the sender
 */
@ConfigurationProperties("zelfscan.mail")
public record MailSettings(@NotNull @Pattern(regexp = MAYBE_ADDRESS) @Bindable(defaultValue = DEFAULT_FROM) String from,
        @NotBlank @Bindable(defaultValue = "Zelfscan") String fromName,
        @NotNull @Pattern(regexp = MAYBE_ADDRESS) @Bindable(defaultValue = "") String replyTo, @NotNull @Valid Smtp smtp) {
    private static final String MAYBE_ADDRESS = "\\s*|\\s*[^@\\s]+@[^@\\s]+\\s*";
    static final String DEFAULT_FROM = "zelfscan@localhost";

    public MailSettings {
        from = from.isBlank() ? DEFAULT_FROM : from.strip();
        replyTo = replyTo.strip();
    }

    /** The host of the sender's address. */
    String host() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    /** How the connection to the mail server is protected. */
    public enum Tls {
        none(25), starttls(587), tls(465);

        private final int usualPort;

        Tls(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    /**
     * The mail server.
     *
     * @param host empty: there is none, mails go to the local mailbox
     * @param port 0: the usual port for the chosen protection
     * @param user empty: without signing in
     * @param tls a chosen protection is never done without
     * @param connectTimeout longest wait for a connection
     * @param timeout longest wait for one answer
     * @param limit longest time that one delivery may take in all; at most two minutes
     */
    @ConfigurationProperties("smtp")
    public record Smtp(@NotNull @Bindable(defaultValue = "") String host, @Min(0) @Max(65_535) @Bindable(defaultValue = "0") int port,
            @NotNull @Bindable(defaultValue = "") String user, @NotNull @Bindable(defaultValue = "") String password,
            @NotNull @Bindable(defaultValue = "starttls") Tls tls, @NotNull @Bindable(defaultValue = "10s") Duration connectTimeout,
            @NotNull @Bindable(defaultValue = "20s") Duration timeout, @NotNull @Bindable(defaultValue = "90s") Duration limit) {

        public Smtp {
            if (limit.compareTo(MailDelivery.LONGEST_TRY.dividedBy(2)) > 0) {
                throw new ConfigurationException("zelfscan.mail.smtp.limit must be %d seconds or less"
                        .formatted(MailDelivery.LONGEST_TRY.dividedBy(2).toSeconds()));
            }
        }

        int portInUse() {
            return port == 0 ? tls.usualPort : port;
        }

        @Override
        public String toString() {
            return "Smtp[host=%s, port=%d, tls=%s, %s]".formatted(host, portInUse(), tls, user.isEmpty() ? "no user" : "with user");
        }
    }
}
