package be.zelfscan.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must hold of an identity token before it says anything (OpenID Connect Core 1.0, 3.1.3.7); its signature is judged elsewhere. */
final class IdentityRules {
    /** How far the clock of the other service may be from ours. */
    static final Duration CLOCKS_APART = Duration.ofMinutes(1);
    private static final Pattern ANY_TENANT = Pattern.compile("(?<=/)(common|organizations)(?=/|$)");

    private final String issuer;
    private final String clientId;
    private final List<String> tenants;

    IdentityRules(String issuer, String clientId, List<String> tenants) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.tenants = tenants;
    }

    /** Whether an issuer is a service of many tenants, of which it must be said which ones may come in. */
    static boolean isOfManyTenants(String issuer) {
        return ANY_TENANT.matcher(issuer).find();
    }

    /**
     * Why a token is refused, for the log; empty when it is sound.
     *
     * @param nonce that went along with the request to sign in
     */
    Optional<String> fault(IdentityToken token, String nonce, Instant now) {
        if (!token.issuer().equals(expectedIssuer(token))) {
            return Optional.of("its issuer is another one");
        }
        if (!isAllowedTenant(token)) {
            return Optional.of("its tenant is not in OIDC_TENANTS");
        }
        if (!token.audience().contains(clientId) || !token.authorizedParty().isEmpty() && !token.authorizedParty().equals(clientId)
                || token.audience().size() > 1 && token.authorizedParty().isEmpty()) {
            return Optional.of("it was made for another audience");
        }
        if (nonce.isEmpty() || !token.nonce().equals(nonce)) {
            return Optional.of("its nonce is not that of the request");
        }
        if (token.expiresAt().filter(end -> now.isBefore(end.plus(CLOCKS_APART))).isEmpty()) {
            return Optional.of("it has expired");
        }
        if (token.issuedAt().filter(made -> !made.isAfter(now.plus(CLOCKS_APART))).isEmpty()) {
            return Optional.of("it is not yet valid");
        }
        return token.subject().isEmpty() ? Optional.of("it has no subject") : Optional.empty();
    }

    private String expectedIssuer(IdentityToken token) {
        return isOfManyTenants(issuer) ? ANY_TENANT.matcher(issuer).replaceFirst(java.util.regex.Matcher.quoteReplacement(token.tenant()))
                : issuer;
    }

    private boolean isAllowedTenant(IdentityToken token) {
        return tenants.isEmpty() ? !isOfManyTenants(issuer) : !token.tenant().isEmpty() && tenants.contains(token.tenant());
    }
}
