package be.zelfscan.access;

import be.zelfscan.text.EmailAddress;
import com.nimbusds.jwt.JWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an identity token says. What it does not say is empty.
 *
 * @param tenant the organisation, where the service has many (Entra ID: {@code tid})
 * @param object the person in that organisation (Entra ID: {@code oid})
 * @param vouched whether the service vouches that the e-mail address is this person's
 */
record IdentityToken(String issuer, List<String> audience, String authorizedParty, String subject, String tenant, String object,
        String nonce,
        Optional<Instant> issuedAt, Optional<Instant> expiresAt, String email, boolean vouched) {

    /** By what a person is known to the service that signs people in; it stays when name and address change. */
    record Identity(String authority, String subject) {}

    /** @throws ParseException when it is no such token */
    static IdentityToken of(JWT token) throws ParseException {
        Map<String, Object> claims = token.getJWTClaimsSet().toJSONObject();
        String tenant = text(claims.get("tid"));
        return new IdentityToken(text(claims.get("iss")), token.getJWTClaimsSet().getAudience(), text(claims.get("azp")),
                text(claims.get("sub")),
                tenant, text(claims.get("oid")), text(claims.get("nonce")), moment(claims.get("iat")), moment(claims.get("exp")),
                text(claims.get("email")), isVouched(claims, tenant));
    }

    /**
     * An address alone proves nothing: at Entra ID an administrator of any tenant can write any address on an account, so {@code email} counts only where
     * {@code xms_edov} says that the owner of its domain is verified; that claim no tenant can set itself. Elsewhere {@code email_verified} says it.
     */
    private static boolean isVouched(Map<String, Object> claims, String tenant) {
        Object word = claims.get(tenant.isEmpty() ? "email_verified" : "xms_edov");
        return word != null && Stream.of("true", "1").anyMatch(word.toString().toLowerCase(Locale.ROOT)::equals);
    }

    /** Entra ID's {@code sub} differs from one registration to the next; tenant and object do not. */
    Identity identity() {
        return tenant.isEmpty() || object.isEmpty() ? new Identity(issuer, subject) : new Identity("tenant:" + tenant, object);
    }

    Optional<String> verifiedEmail() {
        // Of an address with a name around it, nobody knows for which part the other service vouches.
        return vouched && email.indexOf('<') < 0 && EmailAddress.problem(email).isEmpty() ? Optional.of(EmailAddress.tidy(email))
                : Optional.empty();
    }

    private static String text(Object claim) {
        return Objects.toString(claim, "");
    }

    private static Optional<Instant> moment(Object claim) {
        return claim instanceof Number seconds ? Optional.of(Instant.ofEpochSecond(seconds.longValue())) : Optional.empty();
    }
}
