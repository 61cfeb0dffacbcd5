package be.zelfscan.access.openid;

import be.zelfscan.access.SignInController;
import be.zelfscan.access.openid.AccountSignIn.SignInRefused;
import be.zelfscan.web.PublicAddress;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.oauth2.client.DefaultOpenIdClient;
import io.micronaut.security.oauth2.client.DefaultOpenIdProviderMetadata;
import io.micronaut.security.oauth2.client.OpenIdClient;
import io.micronaut.security.oauth2.client.OpenIdProviderMetadata;
import io.micronaut.security.oauth2.configuration.OauthClientConfiguration;
import io.micronaut.security.oauth2.configuration.OauthClientConfigurationProperties;
import io.micronaut.security.oauth2.endpoint.authorization.request.AuthorizationRedirectHandler;
import io.micronaut.security.oauth2.endpoint.authorization.response.OpenIdAuthorizationResponseHandler;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdAuthenticationMapper;
import io.micronaut.security.oauth2.url.DefaultOauthRouteUrlBuilder;
import io.micronaut.security.oauth2.url.OauthRouteUrlBuilder;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The client of the service that signs people in. Made here and not by the library's configuration, which asks that service for its
 * addresses when ours starts: it must start also when the other is away.
 */
@Factory
@Requires(beans = OpenIdSettings.class)
class OpenIdClients {
    static final String NAME = "account";
    private static final String BEGIN = "/aanmelden/account";
    private static final String BACK = "/aanmelden/account/terug";
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdClients.class);

    /** What the page of signing in offers. */
    @Singleton
    SignInController.Account account(OpenIdSettings settings) {
        return new SignInController.Account(settings.name(), BEGIN);
    }

    @Singleton
    @Named(NAME)
    OpenIdClient client(OpenIdSettings settings, @Client HttpClient http, AuthorizationRedirectHandler redirects,
            OpenIdAuthorizationResponseHandler responses, AccountSignIn signIn, BeanContext beans,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        OauthClientConfigurationProperties configuration = new OauthClientConfigurationProperties(NAME);
        configuration.setClientId(settings.clientId());
        configuration.setClientSecret(settings.clientSecret());
        configuration.setScopes(List.of("openid", "profile", "email"));
        Supplier<OpenIdProviderMetadata> metadata = SupplierUtil.memoized(() -> metadata(settings, http));
        return new AccountClient(configuration, metadata, redirects, responses, signIn, beans, blocking);
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

    /** The library's client; what comes of it is a person with a session of ours, or a refusal. */
    private static final class AccountClient extends DefaultOpenIdClient {
        private static final OpenIdAuthenticationMapper WITH_TOKEN = (provider, response, claims, state) -> Mono
                .just(AuthenticationResponse.success(claims.getSubject(), Map.of(AccountSignIn.TOKEN, response.getIdToken())));

        private final AccountSignIn signIn;
        private final Scheduler blocking;

        AccountClient(OauthClientConfiguration configuration, Supplier<OpenIdProviderMetadata> metadata,
                AuthorizationRedirectHandler redirects, OpenIdAuthorizationResponseHandler responses, AccountSignIn signIn,
                BeanContext beans, ExecutorService blocking) {
            super(configuration, metadata, WITH_TOKEN, redirects, responses, beans, null);
            this.signIn = signIn;
            this.blocking = Schedulers.fromExecutorService(blocking);
        }

        @Override
        public Publisher<MutableHttpResponse<?>> authorizationRedirect(HttpRequest<?> originating) {
            return Flux.from(super.authorizationRedirect(originating)).map(response -> signIn.keepDestination(originating, response));
        }

        @Override
        public Publisher<AuthenticationResponse> onCallback(HttpRequest<Map<String, Object>> request) {
            return Flux.defer(() -> super.onCallback(request)).onErrorMap(signIn::refusal)
                    .flatMap(response -> Mono.fromCallable(() -> signIn.begin(request, response)).subscribeOn(blocking));
        }
    }

    /** Where signing in elsewhere begins, and where one comes back; as people reach us, whatever a request says that our address is. */
    @Singleton
    @Replaces(DefaultOauthRouteUrlBuilder.class)
    @Requires(beans = OpenIdSettings.class)
    static final class Addresses implements OauthRouteUrlBuilder<HttpRequest<?>> {
        private final PublicAddress address;

        Addresses(PublicAddress address) {
            this.address = address;
        }

        @Override
        public URL buildLoginUrl(@Nullable HttpRequest<?> originating, String providerName) {
            return buildUrl(originating, BEGIN);
        }

        @Override
        public URL buildCallbackUrl(@Nullable HttpRequest<?> originating, String providerName) {
            return buildUrl(originating, BACK);
        }

        @Override
        public URI buildLoginUri(String providerName) {
            return URI.create(BEGIN);
        }

        @Override
        public URI buildCallbackUri(String providerName) {
            return URI.create(BACK);
        }

        @Override
        public URL buildUrl(@Nullable HttpRequest<?> current, String path) {
            try {
                return URI.create(address.of(path)).toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
