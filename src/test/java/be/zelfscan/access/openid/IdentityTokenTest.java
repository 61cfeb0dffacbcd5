package be.zelfscan.access.openid;

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

class IdentityTokenTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String ANYBODY = "https://login.example/organizations/v2.0";
    private static final String ONE = "https://login.example/een/v2.0";

    @Test
    void aServiceOfManyTenantsIsHeldToTheTenantsThatMayComeIn() throws ParseException {
        OpenIdSettings settings = settings(ANYBODY, List.of("een", "twee"));

        assertThat(token(Map.of("iss", ONE, "tid", "een")).fault(settings, "n", NOW)).isEmpty();
        assertThat(token(Map.of("iss", "https://login.example/drie/v2.0", "tid", "drie")).fault(settings, "n", NOW)).hasValueSatisfying(
                fault -> assertThat(fault).contains("tenant"));
        assertThat(token(Map.of("iss", ONE, "tid", "twee")).fault(settings, "n", NOW)).as("says another tenant than its issuer")
                .isPresent();
        assertThat(token(Map.of("iss", ANYBODY, "tid", "organizations")).fault(settings, "n", NOW)).isPresent();
        assertThat(token(Map.of("iss", "https://login.example//v2.0")).fault(settings, "n", NOW)).as("no tenant at all").isPresent();
        assertThat(token(Map.of("iss", ONE, "tid", "een")).fault(settings(ANYBODY, List.of()), "n", NOW)).isPresent();
    }

    @Test
    void aTokenThatLeavesSomethingOutIsRefused() throws ParseException {
        OpenIdSettings settings = settings(ONE, List.of());
        Map<String, Object> sound = Map.of("iss", ONE);

        assertThat(token(sound).fault(settings, "n", NOW)).isEmpty();
        for (String claim : List.of("iss", "aud", "sub", "nonce", "exp", "iat")) {
            assertThat(without(sound, claim).fault(settings, "n", NOW)).as(claim).isPresent();
        }
        assertThat(without(sound, "nonce").fault(settings, "", NOW)).as("no nonce on either side").isPresent();
        assertThat(token(Map.of("iss", ONE, "aud", List.of("wij", "zij"))).fault(settings, "n", NOW)).as("two audiences, no party")
                .isPresent();
        assertThat(token(Map.of("iss", ONE, "aud", List.of("wij", "zij"), "azp", "wij")).fault(settings, "n", NOW)).isEmpty();
        assertThat(token(Map.of("iss", ONE, "azp", "zij")).fault(settings, "n", NOW)).as("made at the request of another client")
                .isPresent();
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
        assertThat(settings(ONE, List.of()).toString()).doesNotContain("geheim");
    }

    private static OpenIdSettings settings(String issuer, List<String> tenants) {
        return new OpenIdSettings(issuer, "wij", "geheim", "Microsoft", tenants);
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
