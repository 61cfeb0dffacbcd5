package be.zelfscan.access.openid;

import be.zelfscan.access.openid.AccountSignIn.SignInRefused;
import be.zelfscan.text.EmailAddress;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * What an identity token says. What it does not say is empty.
 *
 * @param tenant the organisation, where the service has many (Entra ID: {@code tid})
 * @param object the person in that organisation (Entra ID: {@code oid})
 * @param vouched whether the service vouches that the e-mail address is this person's
 */
record IdentityToken(String issuer, List<String> audience, String authorizedParty, String subject, String tenant, String object,
        String nonce, Optional<Instant> issuedAt, Optional<Instant> expiresAt, String email, boolean vouched) {

    /** How far the clock of the other service may be from ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    /** By what a person is known to the service that signs people in; it stays when name and address change. */
    record Identity(String authority, String subject) {}

    /** @throws ParseException when it is no such token */
    static IdentityToken of(JWT token) throws ParseException {
        Map<String, Object> claims = token.getJWTClaimsSet().toJSONObject();
        String tenant = text(claims.get("tid"));
        return new IdentityToken(text(claims.get("iss")), token.getJWTClaimsSet().getAudience(), text(claims.get("azp")),
                text(claims.get("sub")), tenant, text(claims.get("oid")), text(claims.get("nonce")), moment(claims.get("iat")),
                moment(claims.get("exp")),
                text(claims.get("email")), isVouched(claims, tenant));
    }

    /**
     * An address alone proves nothing: at Entra ID an administrator of any tenant can write any address on an account, so {@code email}
     * counts only where {@code xms_edov} says that the owner of its domain is verified; that claim no tenant can set itself. Elsewhere
     * {@code email_verified} says it.
     */
    private static boolean isVouched(Map<String, Object> claims, String tenant) {
        Object word = claims.get(tenant.isEmpty() ? "email_verified" : "xms_edov");
        return word != null && Stream.of("true", "1").anyMatch(word.toString().toLowerCase(Locale.ROOT)::equals);
    }

    /**
     * What must hold of a token before it says anything (OpenID Connect Core 1.0, 3.1.3.7); its signature is judged elsewhere. Pure.
     *
     * @param nonce that went along with the request to sign in
     * @return why it is refused, for the log; empty when it is sound
     */
    Optional<String> fault(OpenIdSettings expected, String nonce, Instant now) {
        if (!issuer.equals(expected.issuerOf(tenant))) {
            return Optional.of("its issuer is another one");
        }
        if (!expected.mayComeIn(tenant)) {
            return Optional.of("its tenant is not in OIDC_TENANTS");
        }
        if (!audience.contains(expected.clientId()) || !authorizedParty.isEmpty() && !authorizedParty.equals(expected.clientId())
                || audience.size() > 1 && authorizedParty.isEmpty()) {
            return Optional.of("it was made for another audience");
        }
        if (nonce.isEmpty() || !this.nonce.equals(nonce)) {
            return Optional.of("its nonce is not that of the request");
        }
        if (expiresAt.filter(end -> now.isBefore(end.plus(CLOCKS_APART))).isEmpty()) {
            return Optional.of("it has expired");
        }
        if (issuedAt.filter(made -> !made.isAfter(now.plus(CLOCKS_APART))).isEmpty()) {
            return Optional.of("it is not yet valid");
        }
        return subject.isEmpty() ? Optional.of("it has no subject") : Optional.empty();
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

    /**
     * Judges the identity token with which somebody comes back. In place of the library's check, which passes a token without a nonce or an
     * end, knows no service of many tenants, and logs what is in a token. The keys are asked for each time: people sign in seldom, and keys
     * change.
     */
    @Singleton
    @Replaces(ReactiveOpenIdTokenResponseValidator.class)
    @Requires(beans = OpenIdSettings.class)
    static class IdentityTokenCheck implements ReactiveOpenIdTokenResponseValidator<JWT> {
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
}
