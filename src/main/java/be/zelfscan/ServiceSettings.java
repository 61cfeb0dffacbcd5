package be.zelfscan;

import be.zelfscan.access.openid.OpenIdSettings;
import be.zelfscan.database.StartProblem;
import be.zelfscan.web.WebOrigin;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the environment says of how the service runs; without anything it is a demonstration on this machine only.
 *
 * @param port 0 for any free one
 * @param url where people reach it
 * @param proxies addresses of the proxies that pass requests on, besides this machine itself
 * @param openId where people can sign in with an account that they have already
 */
record ServiceSettings(DatabaseSettings database, String host, int port, boolean demonstration, boolean mailbox, Optional<WebOrigin> url,
        List<String> proxies, Optional<OpenIdSettings> openId) {
    private static final String MAIL_SERVER = "SMTP_HOST";
    private static final List<String> OF_THIS_MACHINE = List.of(SettingValues.LOOPBACK, "localhost");

    /**
     * @throws StartProblem when a setting is not as it has to be, or settings do not go together
     */
    static ServiceSettings of(Map<String, String> environment) {
        SettingValues values = new SettingValues(environment);
        DatabaseSettings database = DatabaseSettings.of(environment);
        boolean mailbox = values.find(MAIL_SERVER).isEmpty();
        requireMail(values);
        boolean demonstration = values.truth("ZELFSCAN_DEMO", database.isEmbedded() && mailbox);
        String host = values.ownAddress("ZELFSCAN_HOST");
        Optional<WebOrigin> url = values.origin("ZELFSCAN_URL");
        if (demonstration || mailbox) {
            requireThisMachine(demonstration, mailbox, host, url);
            requireTrial(database, demonstration, mailbox);
        } else if (!OF_THIS_MACHINE.contains(host)) {
            values.required("ZELFSCAN_URL", "ZELFSCAN_HOST");
        }
        return new ServiceSettings(database, host, values.port("ZELFSCAN_PORT", 8080), demonstration, mailbox, url,
                values.addresses("ZELFSCAN_PROXIES"), openId(values));
    }

    private static void requireMail(SettingValues values) {
        values.onlyWith(MAIL_SERVER, "SMTP_PORT", "SMTP_USER", "SMTP_PASSWORD", "SMTP_TLS");
        values.onlyWith("SMTP_USER", "SMTP_PASSWORD");
        values.onlyWith("SMTP_PASSWORD", "SMTP_USER");
        values.onlyWith("ZELFSCAN_MAIL_FROM", MAIL_SERVER);
        values.requireHostName(MAIL_SERVER);
        values.port("SMTP_PORT", 0);
        values.requireOneOf("SMTP_TLS", List.of("none", "starttls", "tls"));
        values.requireMailAddress("ZELFSCAN_MAIL_FROM");
        values.requireMailAddress("ZELFSCAN_MAIL_REPLY_TO");
    }

    /**
     * Where the mails can be read by anybody who gets as far as the service, only this machine may get there: not by its address, and not
     * by a proxy.
     */
    private static void requireThisMachine(boolean demonstration, boolean mailbox, String host, Optional<WebOrigin> url) {
        String what = (demonstration ? "a demonstration" : "a service without SMTP_HOST") + " is open to whoever reaches it";
        String instead = demonstration && !mailbox ? "unset ZELFSCAN_DEMO" : "configure SMTP_HOST";
        if (!OF_THIS_MACHINE.contains(host)) {
            throw new StartProblem("ZELFSCAN_HOST is " + host + ", but " + what + " and listens on " + SettingValues.LOOPBACK
                    + " only; unset ZELFSCAN_HOST, or " + instead + ".");
        }
        url.filter(address -> !address.isLoopback()).ifPresent(address -> {
            throw new StartProblem("ZELFSCAN_URL is " + address + ", which others can reach, but " + what + "; unset ZELFSCAN_URL, or "
                    + instead + ".");
        });
    }

    /**
     * A proxy on this machine that passes a loopback name looks like this machine, so that nothing but the settings tells a trial from the
     * real thing.
     */
    private static void requireTrial(DatabaseSettings database, boolean demonstration, boolean mailbox) {
        if (mailbox && !demonstration && !database.isEmbedded()) {
            throw new StartProblem("JDBC_URL is set but SMTP_HOST is missing, so that whoever reaches the service could read every mail; "
                    + "configure SMTP_HOST, or for a trial set ZELFSCAN_DEMO to true.");
        }
    }

    private static Optional<OpenIdSettings> openId(SettingValues values) {
        values.onlyWith("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME", "OIDC_TENANTS");
        return values.find("OIDC_ISSUER").map(issuer -> {
            List<String> tenants = values.find("OIDC_TENANTS").map(text -> List.of(text.strip().split("[,\\s]+"))).orElse(List.of());
            OpenIdSettings.requireSafe(issuer, tenants);
            return new OpenIdSettings(issuer, values.required("OIDC_CLIENT_ID", "OIDC_ISSUER"),
                    values.required("OIDC_CLIENT_SECRET", "OIDC_ISSUER"), values.find("OIDC_NAME").orElse("Microsoft"), tenants);
        });
    }

    /** The settings of a demonstration on any free port, which lets no mail out and which only this machine reaches. */
    static ServiceSettings ofDemonstration(Map<String, String> environment) {
        Map<String, String> without = new HashMap<>(environment);
        without.keySet().removeIf(name -> name.startsWith("SMTP_"));
        without.keySet().removeAll(Set.of("ZELFSCAN_HOST", "ZELFSCAN_PORT", "ZELFSCAN_URL"));
        without.put("ZELFSCAN_DEMO", "true");
        return of(without).withPort(0);
    }

    @Override
    public String toString() {
        return "ServiceSettings[%s:%d, %s]".formatted(host, port, database);
    }

    ServiceSettings withPort(int otherPort) {
        return new ServiceSettings(database, host, otherPort, demonstration, mailbox, url, proxies, openId);
    }

    /** The same where no invented data is made. */
    ServiceSettings withoutDemonstration() {
        return new ServiceSettings(database, host, port, false, mailbox, url, proxies, openId);
    }

    ServiceSettings withFolders(Path data, Path programs) {
        return new ServiceSettings(database.withFolders(data, programs), host, port, demonstration, mailbox, url, proxies, openId);
    }
}
