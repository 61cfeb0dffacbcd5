package be.zelfscan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.database.StartProblem;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String ANYBODY = "https://login.example/organizations/v2.0";
    private static final String ONE = "https://login.example/een/v2.0";

    @Test
    void aServiceOfManyTenantsIsHeldToTheTenantsThatMayComeIn() throws ParseException {
        IdentityRules rules = new IdentityRules(ANYBODY, "wij", List.of("een", "twee"));

        assertThat(rules.fault(token(Map.of("iss", ONE, "tid", "een")), "n", NOW)).isEmpty();
        assertThat(rules.fault(token(Map.of("iss", "https://login.example/drie/v2.0", "tid", "drie")), "n", NOW)).hasValueSatisfying(
                fault -> assertThat(fault).contains("tenant"));
        assertThat(rules.fault(token(Map.of("iss", ONE, "tid", "twee")), "n", NOW)).as("says another tenant than its issuer").isPresent();
        assertThat(rules.fault(token(Map.of("iss", ANYBODY, "tid", "organizations")), "n", NOW)).isPresent();
        assertThat(rules.fault(token(Map.of("iss", "https://login.example//v2.0")), "n", NOW)).as("no tenant at all").isPresent();
        assertThat(new IdentityRules(ANYBODY, "wij", List.of()).fault(token(Map.of("iss", ONE, "tid", "een")), "n", NOW)).isPresent();
    }

    @Test
    void aTokenThatLeavesSomethingOutIsRefused() throws ParseException {
        IdentityRules rules = new IdentityRules(ONE, "wij", List.of());
        Map<String, Object> sound = Map.of("iss", ONE);

        assertThat(rules.fault(token(sound), "n", NOW)).isEmpty();
        for (String claim : List.of("iss", "aud", "sub", "nonce", "exp", "iat")) {
            assertThat(rules.fault(without(sound, claim), "n", NOW)).as(claim).isPresent();
        }
        assertThat(rules.fault(without(sound, "nonce"), "", NOW)).as("no nonce on either side").isPresent();
        assertThat(rules.fault(token(Map.of("iss", ONE, "aud", List.of("wij", "zij"))), "n", NOW)).as("two audiences, no party")
                .isPresent();
        assertThat(rules.fault(token(Map.of("iss", ONE, "aud", List.of("wij", "zij"), "azp", "wij")), "n", NOW)).isEmpty();
        assertThat(rules.fault(token(Map.of("iss", ONE, "azp", "zij")), "n", NOW)).as("made at the request of another client").isPresent();
    }

    @Test
    void theIdentityIsTheTenantAndTheObjectElseTheIssuerAndTheSubject() throws ParseException {
        assertThat(token(Map.of("iss", ONE, "tid", "een", "oid", "o")).identity()).isEqualTo(new IdentityToken.Identity("tenant:een", "o"));
        assertThat(token(Map.of("iss", ONE)).identity()).isEqualTo(new IdentityToken.Identity(ONE, "iemand"));
    }

    @Test
    void anAddressCountsOnlyWhereTheServiceVouchesForIt() throws ParseException {
        String email = "tine@centrum.example";
        assertThat(token(Map.of("email", email)).verifiedEmail()).isEmpty();
        assertThat(token(Map.of("email", email, "email_verified", false)).verifiedEmail()).isEmpty();
        assertThat(token(Map.of("email", email, "email_verified", true)).verifiedEmail()).contains(email);
        assertThat(token(Map.of("email", email, "tid", "een", "email_verified", true)).verifiedEmail()).as("Entra ID says it otherwise")
                .isEmpty();
        assertThat(token(Map.of("email", email, "tid", "een", "xms_edov", "1")).verifiedEmail()).contains(email);
        assertThat(token(Map.of("tid", "een", "xms_edov", true)).verifiedEmail()).isEmpty();
    }

    @Test
    void settingsByWhichAnybodyCouldSignInAreRefused() {
        assertThatThrownBy(() -> OpenIdSettings.requireSafe(ANYBODY, List.of())).isInstanceOf(StartProblem.class)
                .hasMessageContaining("OIDC_TENANTS");
        assertThatThrownBy(() -> OpenIdSettings.requireSafe("http://login.example/een", List.of())).isInstanceOf(StartProblem.class)
                .hasMessageContaining("https://");
        OpenIdSettings.requireSafe(ONE, List.of());
        OpenIdSettings.requireSafe("http://localhost:8080/een", List.of());
        assertThat(new OpenIdSettings(ONE, "wij", "geheim", "Microsoft", List.of()).toString()).doesNotContain("geheim");
    }

    private static IdentityToken token(Map<String, Object> claims) throws ParseException {
        return without(claims, "");
    }

    private static IdentityToken without(Map<String, Object> claims, String left) throws ParseException {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder().claim("aud", "wij").claim("sub", "iemand").claim("nonce", "n")
                .claim("exp", NOW.plusSeconds(60).getEpochSecond()).claim("iat", NOW.getEpochSecond());
        claims.forEach(builder::claim);
        return IdentityToken.of(new PlainJWT(builder.claim(left.isEmpty() ? "x" : left, null).build()));
    }
}
