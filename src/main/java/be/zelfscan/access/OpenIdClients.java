package be.zelfscan.access;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.oauth2.client.DefaultOpenIdProviderMetadata;
import io.micronaut.security.oauth2.client.OpenIdClient;
import io.micronaut.security.oauth2.client.OpenIdProviderMetadata;
import io.micronaut.security.oauth2.configuration.OauthClientConfigurationProperties;
import io.micronaut.security.oauth2.endpoint.authorization.request.AuthorizationRedirectHandler;
import io.micronaut.security.oauth2.endpoint.authorization.response.OpenIdAuthorizationResponseHandler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client of the service that signs people in. Made here and not by the library's configuration, which asks that service for its addresses when ours
 * starts: it must start also when the other is away.
 */
@Factory
@Requires(beans = OpenIdSettings.class)
class OpenIdClients {
    static final String NAME = "account";
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdClients.class);

    @Singleton
    @Named(NAME)
    OpenIdClient client(OpenIdSettings settings, @Client HttpClient http, AuthorizationRedirectHandler redirects,
            OpenIdAuthorizationResponseHandler responses, OpenIdArrivals arrivals, BeanContext beans,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        OauthClientConfigurationProperties configuration = new OauthClientConfigurationProperties(NAME);
        configuration.setClientId(settings.clientId());
        configuration.setClientSecret(settings.clientSecret());
        configuration.setScopes(List.of("openid", "profile", "email"));
        Supplier<OpenIdProviderMetadata> metadata = SupplierUtil.memoized(() -> metadata(settings, http));
        return new AccountClient(configuration, metadata, redirects, responses, arrivals, beans, blocking);
    }

    /** The addresses of that service; asked when they are first needed, and again as long as it does not answer. */
    private static OpenIdProviderMetadata metadata(OpenIdSettings settings, HttpClient http) {
        String address = settings.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration";
        try {
            DefaultOpenIdProviderMetadata metadata = http.toBlocking().retrieve(address, DefaultOpenIdProviderMetadata.class);
            metadata.setName(NAME);
            // Entra ID takes it and does not say so; who does not know it leaves it unread.
            metadata.setCodeChallengeMethodsSupported(List.of("S256"));
            return metadata;
        } catch (HttpClientException problem) {
            LOG.warn("{} does not answer: {}", address, problem.getMessage());
            throw SignInRefused.unreachable(settings.name());
        }
    }
}
