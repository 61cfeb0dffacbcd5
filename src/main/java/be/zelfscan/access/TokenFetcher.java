package be.zelfscan.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Finds the person behind a request by the token of a program. Where there is one, no cookie counts, see {@link SessionFetcher}. */
@Singleton
class TokenFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    private final ApiTokens tokens;
    private final Scheduler blocking;

    TokenFetcher(ApiTokens tokens, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.tokens = tokens;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(BearerToken.of(request))
                .flatMap(secret -> Mono.fromCallable(() -> tokens.find(secret)).subscribeOn(blocking))
                .flatMap(found -> Mono.justOrEmpty(found.map(SignedIn::toAuthentication)));
    }
}
