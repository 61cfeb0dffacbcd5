package be.zelfscan.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Finds the person behind a request by the secret in its cookie. */
@Singleton
class SessionFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    private static final List<String> NOBODYS = List.of("/static/", "/webjars/", "/fonts/", "/health");

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Scheduler blocking;

    SessionFetcher(Sessions sessions, SessionCookie cookie, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        Optional<String> secret = BearerToken.of(request).isPresent() ? Optional.empty() : cookie.secret(request);
        if (secret.isEmpty() || NOBODYS.stream().anyMatch(request.getPath()::startsWith)) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> sessions.find(secret.get())).subscribeOn(blocking)
                .flatMap(found -> Mono.justOrEmpty(found.map(SignedIn::toAuthentication)));
    }
}
