package be.zelfscan.access.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.security.oauth2.client.OpenIdProviderMetadata;
import io.micronaut.security.oauth2.configuration.OauthClientConfiguration;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdTokenResponse;
import io.micronaut.security.oauth2.endpoint.token.response.validation.ReactiveOpenIdTokenResponseValidator;
import io.micronaut.security.token.jwt.signature.jwks.JwksClient;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Judges the identity token with which somebody comes back. In place of the library's check, which passes a token without a nonce or an end, knows no
 * service of many tenants, and logs what is in a token. The keys are asked for each time: people sign in seldom, and keys change.
 */
@Singleton
@Replaces(ReactiveOpenIdTokenResponseValidator.class)
@Requires(beans = OpenIdSettings.class)
class IdentityTokenCheck implements ReactiveOpenIdTokenResponseValidator<JWT> {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityTokenCheck.class);
    /** Asymmetric ones only: what verifies a signature must not be able to make one. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512,
            JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    private final OpenIdSettings settings;
    private final JwksClient keys;
    private final Clock clock;

    IdentityTokenCheck(OpenIdSettings settings, JwksClient keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Publisher<JWT> validate(OauthClientConfiguration client, OpenIdProviderMetadata service, OpenIdTokenResponse response,
            @Nullable String nonce) {
        return Mono.from(keys.load(client.getName(), service.getJwksUri())).map(text -> check(text, response.getIdToken(), nonce))
                .switchIfEmpty(Mono.error(() -> SignInRefused.unreachable(settings.name())));
    }

    private JWT check(String keySet, @Nullable String text, @Nullable String nonce) {
        try {
            SignedJWT token = SignedJWT.parse(Objects.toString(text, ""));
            DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
            signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(JWKSet.parse(keySet))));
            signatures.setJWTClaimsSetVerifier(null); // the claims are judged below
            signatures.process(token, null);
            Optional<String> fault = IdentityToken.of(token).fault(settings, Objects.toString(nonce, ""), clock.instant());
            if (fault.isPresent()) {
                throw refused(fault.get());
            }
            return token;
        } catch (ParseException notAToken) {
            throw refused("it is no signed token, or its keys are unreadable");
        } catch (BadJOSEException | JOSEException wrongSignature) {
            throw refused("its signature is not of the service");
        }
    }

    private SignInRefused refused(String cause) {
        LOG.warn("Sign-in with {} refused, the identity token: {}", settings.name(), cause);
        return SignInRefused.notTrusted(settings.name());
    }
}
