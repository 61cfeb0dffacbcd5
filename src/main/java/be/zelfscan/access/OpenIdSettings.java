package be.zelfscan.access;

import be.zelfscan.database.StartProblem;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * With whom people can sign in by OpenID Connect. Without an issuer nothing of it exists.
 *
 * @param issuer exactly as the identity tokens say it; for a service of many tenants the address with {@code common} or {@code organizations} in the
 *     place of the tenant
 * @param name of that service, as people know it
 * @param tenants whose people may sign in; empty where the issuer is one organisation
 */
@ConfigurationProperties(OpenIdSettings.PREFIX)
@Requires(property = OpenIdSettings.PREFIX + ".issuer")
public record OpenIdSettings(String issuer, String clientId, String clientSecret, String name, List<String> tenants) {
    static final String PREFIX = "zelfscan.openid";

    /**
     * @throws StartProblem when people whom nobody chose could sign in with these
     */
    public static void requireSafe(String issuer, List<String> tenants) {
        if (!issuer.matches("https://[^\\s?#]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/[^\\s?#]*)?")) {
            throw new StartProblem("OIDC_ISSUER is '" + issuer + "'; expected an address that begins with https://.");
        }
        if (IdentityRules.isOfManyTenants(issuer) && tenants.isEmpty()) {
            throw new StartProblem(
                    "OIDC_ISSUER is " + issuer + ", where anybody's organisation signs in; say in OIDC_TENANTS which tenants may,"
                            + " or name one tenant in OIDC_ISSUER.");
        }
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
        for (OpenIdCookie cookie : OpenIdCookie.values()) {
            properties.putAll(cookie.properties(secure));
        }
        return properties;
    }

    @Override
    public String toString() {
        return "OpenIdSettings[%s as %s]".formatted(issuer, clientId);
    }
}
