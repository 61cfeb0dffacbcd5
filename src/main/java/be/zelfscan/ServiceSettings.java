package be.zelfscan;

import be.zelfscan.access.OpenIdSettings;
import be.zelfscan.database.Credentials;
import be.zelfscan.database.EmbeddedDatabase;
import be.zelfscan.database.StartProblem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the environment says of how the service runs; without anything it is a demonstration on this machine only.
 *
 * @param dataFolder where the embedded database lives; used when no other database is named
 * @param programsFolder where its programs are unpacked
 * @param database the database to use instead of the embedded one, for the service
 * @param owner the same database, for migrations
 * @param port 0 for any free one
 * @param openId where people can sign in with an account that they have already
 */
record ServiceSettings(Path dataFolder, Path programsFolder, Optional<Credentials> database, Optional<Credentials> owner, String host,
        int port,
        boolean demonstration,
        boolean mailbox, String url, Optional<OpenIdSettings> openId) {
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * @throws StartProblem when settings do not go together
     */
    static ServiceSettings of(Map<String, String> environment) {
        Values values = new Values(environment);
        Optional<Credentials> database = values.find("JDBC_URL").map(url -> new Credentials(url, values.required("JDBC_USER", "JDBC_URL"),
                values.required("JDBC_PASSWORD", "JDBC_URL")));
        Optional<Credentials> owner = database.map(application -> new Credentials(application.jdbcUrl(),
                values.required("JDBC_OWNER_USER", "JDBC_URL"), values.required("JDBC_OWNER_PASSWORD", "JDBC_URL")));
        boolean mailbox = values.find("SMTP_HOST").isEmpty();
        boolean demonstration = values.find("ZELFSCAN_DEMO").map(Boolean::parseBoolean).orElse(database.isEmpty() && mailbox);
        String host = values.find("ZELFSCAN_HOST").orElse(LOOPBACK);
        if ((demonstration || mailbox) && !host.equals(LOOPBACK) && !host.equals("localhost")) {
            throw new StartProblem("ZELFSCAN_HOST is " + host + ", but "
                    + (demonstration ? "a demonstration" : "a service without SMTP_HOST")
                    + " lets anybody read the mails; it listens on " + LOOPBACK + " only. Unset ZELFSCAN_HOST, or configure SMTP_HOST.");
        }
        return new ServiceSettings(EmbeddedDatabase.defaultFolder(), EmbeddedDatabase.defaultFolder(), database, owner, host,
                values.port("ZELFSCAN_PORT", 8080),
                demonstration, mailbox,
                values.find("ZELFSCAN_URL").orElse(""), values.find("OIDC_ISSUER").map(issuer -> openId(issuer, values)));
    }

    private static OpenIdSettings openId(String issuer, Values values) {
        List<String> tenants = values.find("OIDC_TENANTS").map(text -> List.of(text.strip().split("[,\\s]+"))).orElse(List.of());
        OpenIdSettings.requireSafe(issuer, tenants);
        return new OpenIdSettings(issuer, values.required("OIDC_CLIENT_ID", "OIDC_ISSUER"),
                values.required("OIDC_CLIENT_SECRET", "OIDC_ISSUER"),
                values.find("OIDC_NAME").orElse("Microsoft"), tenants);
    }

    /** The same, of a demonstration on any free port that lets no mail out. */
    static ServiceSettings ofDemonstration(Map<String, String> environment) {
        Map<String, String> without = new HashMap<>(environment);
        without.keySet().removeAll(Set.of("SMTP_HOST", "ZELFSCAN_HOST", "ZELFSCAN_PORT"));
        without.put("ZELFSCAN_DEMO", "true");
        return of(without).withPort(0);
    }

    private record Values(Map<String, String> environment) {
        Optional<String> find(String name) {
            return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
        }

        String required(String name, String because) {
            return find(name).orElseThrow(() -> new StartProblem(name + " is missing; it belongs with " + because + "."));
        }

        int port(String name, int otherwise) {
            String text = find(name).orElse(String.valueOf(otherwise));
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
                throw new StartProblem(name + " is '" + text + "'; expected a port number from 0 to 65535.");
            }
            return Integer.parseInt(text);
        }
    }

    @Override
    public String toString() {
        return "ServiceSettings[%s:%d, %s]".formatted(host, port, database.map(Credentials::toString).orElse(dataFolder.toString()));
    }

    ServiceSettings withPort(int otherPort) {
        return new ServiceSettings(dataFolder, programsFolder, database, owner, host, otherPort, demonstration, mailbox, url, openId);
    }

    ServiceSettings withFolders(Path data, Path programs) {
        return new ServiceSettings(data, programs, database, owner, host, port, demonstration, mailbox, url, openId);
    }
}
