package be.zelfscan.access.openid;

import be.zelfscan.database.StartProblem;
import be.zelfscan.web.PublicAddress;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.SameSite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * With whom people can sign in by OpenID Connect. Without an issuer nothing of it exists.
 *
 * @param issuer exactly as the identity tokens say it; for a service of many tenants the address with {@code common} or
 *         {@code organizations} in the place of the tenant
 * @param name of that service, as people know it
 * @param tenants whose people may sign in; empty where the issuer is one organisation
 */
@ConfigurationProperties(OpenIdSettings.PREFIX)
@Requires(property = OpenIdSettings.PREFIX + ".issuer")
public record OpenIdSettings(String issuer, String clientId, String clientSecret, String name, List<String> tenants) {
    static final String PREFIX = "zelfscan.openid";
    private static final Pattern ANY_TENANT = Pattern.compile("(?<=/)(common|organizations)(?=/|$)");

    /** What a browser keeps while somebody signs in elsewhere, by which we know it again when it comes back. */
    enum Cookie {
        state("state"), nonce("openid.nonce"), challenge("pkce");

        private static final String PATH = "/";
        /** A first time, the other service may ask for a second factor to be set up. */
        private static final String KEPT = "15m";

        private final String part;

        Cookie(String part) {
            this.part = part;
        }

        private String cookieName(boolean secure) {
            return PublicAddress.cookieName("zelfscan-" + name(), secure);
        }

        /** How the library is told. */
        private Map<String, Object> properties(boolean secure) {
            String prefix = "micronaut.security.oauth2." + part + ".cookie.cookie-";
            return Map.of(prefix + "name", cookieName(secure), prefix + "path", PATH, prefix + "secure", secure, prefix + "max-age", KEPT);
        }

        /** Leaves none of them in the browser: each is good for coming back once. */
        static MutableHttpResponse<?> removeAll(MutableHttpResponse<?> response, boolean secure) {
            for (Cookie cookie : values()) {
                response.cookie(io.micronaut.http.cookie.Cookie.of(cookie.cookieName(secure), "").path(PATH).httpOnly(true).secure(secure)
                        .sameSite(SameSite.Lax).maxAge(0));
            }
            return response;
        }
    }

    /**
     * @throws StartProblem when people whom nobody chose could sign in with these
     */
    public static void requireSafe(String issuer, List<String> tenants) {
        if (!issuer.matches("https://[^\\s?#]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/[^\\s?#]*)?")) {
            throw new StartProblem("OIDC_ISSUER is '" + issuer + "'; expected an address that begins with https://.");
        }
        if (ANY_TENANT.matcher(issuer).find() && tenants.isEmpty()) {
            throw new StartProblem(
                    "OIDC_ISSUER is " + issuer + ", where anybody's organisation signs in; say in OIDC_TENANTS which tenants may,"
                            + " or name one tenant in OIDC_ISSUER.");
        }
    }

    /** The issuer that a token of this tenant says. */
    String issuerOf(String tenant) {
        return ANY_TENANT.matcher(issuer).replaceFirst(Matcher.quoteReplacement(tenant));
    }

    /** @param tenant empty where the service has none */
    boolean mayComeIn(String tenant) {
        return tenants.isEmpty() ? !ANY_TENANT.matcher(issuer).find() : !tenant.isEmpty() && tenants.contains(tenant);
    }

    /**
     * As the application is configured with it; it also turns on the part of the library that is needed.
     *
     * @param secure whether people reach us over HTTPS
     */
    public Map<String, Object> properties(boolean secure) {
        Map<String, Object> properties = new HashMap<>(
                Map.of(PREFIX + ".issuer", issuer, PREFIX + ".client-id", clientId, PREFIX + ".client-secret",
                        clientSecret, PREFIX + ".name", name, PREFIX + ".tenants", tenants));
        properties.put("micronaut.security.token.jwt.enabled", true);
        properties.put("micronaut.security.oauth2.enabled", true);
        for (Cookie cookie : Cookie.values()) {
            properties.putAll(cookie.properties(secure));
        }
        return properties;
    }

    @Override
    public String toString() {
        return "OpenIdSettings[%s as %s]".formatted(issuer, clientId);
    }
}
