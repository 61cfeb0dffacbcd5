package be.zelfscan.access;

import io.micronaut.context.BeanContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.oauth2.client.DefaultOpenIdClient;
import io.micronaut.security.oauth2.client.OpenIdProviderMetadata;
import io.micronaut.security.oauth2.configuration.OauthClientConfiguration;
import io.micronaut.security.oauth2.endpoint.authorization.request.AuthorizationRedirectHandler;
import io.micronaut.security.oauth2.endpoint.authorization.response.OpenIdAuthorizationResponseHandler;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdAuthenticationMapper;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The library's client; what comes of it is a person with a session of ours, or a refusal. */
class AccountClient extends DefaultOpenIdClient {
    private static final String TOKEN = "token";
    private static final OpenIdAuthenticationMapper WITH_TOKEN = (provider, response, claims, state) -> Mono
            .just(AuthenticationResponse.success(claims.getSubject(), Map.of(TOKEN, response.getIdToken())));

    private final OpenIdArrivals arrivals;
    private final Scheduler blocking;

    AccountClient(OauthClientConfiguration configuration, Supplier<OpenIdProviderMetadata> metadata, AuthorizationRedirectHandler redirects,
            OpenIdAuthorizationResponseHandler responses, OpenIdArrivals arrivals, BeanContext beans, ExecutorService blocking) {
        super(configuration, metadata, WITH_TOKEN, redirects, responses, beans, null);
        this.arrivals = arrivals;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<MutableHttpResponse<?>> authorizationRedirect(HttpRequest<?> originating) {
        return Flux.from(super.authorizationRedirect(originating)).map(response -> arrivals.keepHeading(originating, response));
    }

    @Override
    public Publisher<AuthenticationResponse> onCallback(HttpRequest<Map<String, Object>> request) {
        return Flux.defer(() -> super.onCallback(request)).onErrorMap(arrivals::refusal)
                .flatMap(response -> Mono.fromCallable(() -> arrivals.arrive(request, response, TOKEN)).subscribeOn(blocking));
    }
}
