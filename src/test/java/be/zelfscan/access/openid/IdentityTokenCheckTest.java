package be.zelfscan.access.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zelfscan.access.openid.AccountSignIn.SignInRefused;
import be.zelfscan.access.openid.IdentityToken.IdentityTokenCheck;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.security.oauth2.client.DefaultOpenIdProviderMetadata;
import io.micronaut.security.oauth2.configuration.OauthClientConfigurationProperties;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdTokenResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class IdentityTokenCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String ISSUER = "https://login.example/een";

    private final RSAKey key = key("k1");

    @Test
    void aTokenWithTheKeyOfTheServicePasses() throws JOSEException {
        assertThat(check(signed(JWSAlgorithm.RS256, "k1", new RSASSASigner(key)))).isNotNull();
    }

    @Test
    void aTokenWithAnotherSignatureOrNoneIsRefused() throws JOSEException {
        refused(signed(JWSAlgorithm.RS256, "k1", new RSASSASigner(key("k1"))));
        refused(signed(JWSAlgorithm.RS256, "k2", new RSASSASigner(key)));
        refused(signed(JWSAlgorithm.HS256, "k1", new MACSigner(key.toRSAPublicKey().getEncoded())));
        refused(new PlainJWT(claims()).serialize());
        refused("geen token");
        refused(null);
    }

    private void refused(String token) {
        assertThatThrownBy(() -> check(token)).isInstanceOf(SignInRefused.class).hasMessageContaining("niet gelukt");
    }

    private JWT check(String token) {
        OpenIdSettings settings = new OpenIdSettings(ISSUER, "wij", "geheim", "Microsoft", List.of());
        IdentityTokenCheck check = new IdentityTokenCheck(settings, (name, url) -> Mono.just(new JWKSet(key.toPublicJWK()).toString()),
                Clock.fixed(NOW, ZoneOffset.UTC));
        OpenIdTokenResponse response = new OpenIdTokenResponse();
        response.setIdToken(token);
        return Mono
                .from(check.validate(new OauthClientConfigurationProperties("account"), new DefaultOpenIdProviderMetadata("account"),
                        response, "n"))
                .block();
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims());
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder().claim("iss", ISSUER).claim("aud", "wij").claim("sub", "iemand").claim("nonce", "n")
                .claim("exp", NOW.plusSeconds(60).getEpochSecond()).claim("iat", NOW.getEpochSecond()).build();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
