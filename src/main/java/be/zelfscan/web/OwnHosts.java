package be.zelfscan.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Under which names this service is reached: the host of its public address, and the names that mean this machine. A request under another
 * name comes from a page that made its own name lead here, or through a proxy that was not told which name to pass.
 */
@Singleton
public class OwnHosts {
    private static final List<String> OF_A_PROXY = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
            "X-Real-IP");

    private final Optional<WebOrigin> publicOrigin;

    OwnHosts(Deployment service) {
        publicOrigin = WebOrigin.of(service.url());
    }

    /** A request under a name that is not ours. */
    static final class OtherHost extends Problem {
        private static final long serialVersionUID = 1L;

        OtherHost() {
            super(HttpStatus.MISDIRECTED_REQUEST,
                    "Onder deze naam is Zelfscan hier niet te bereiken. Gebruik het adres dat in de mails van Zelfscan staat.");
        }
    }

    /** Whether browsers may be told to come over HTTPS only. */
    boolean isSecure() {
        return publicOrigin.filter(WebOrigin::isSecure).isPresent();
    }

    /** Whether the request names one of our hosts. Whatever asks for our health may use any name, since it learns nothing else. */
    boolean isServed(HttpRequest<?> request) {
        String path = request.getPath();
        return path.equals("/health") || path.startsWith("/health/") || host(request)
                .filter(host -> host.isLoopback() || publicOrigin.map(WebOrigin::host).filter(host.host()::equals).isPresent()).isPresent();
    }

    /**
     * Whether a page with this origin is ours.
     *
     * @param origin as a browser says it
     */
    boolean isOwn(String origin, HttpRequest<?> request) {
        Optional<WebOrigin> page = WebOrigin.of(origin);
        return page.isPresent() && (page.equals(publicOrigin) || page.equals(host(request, page.get().scheme())));
    }

    /** Whether the request was made on this machine, under a name that no other machine can use, and not passed on by a proxy. */
    public static boolean isOnThisMachine(HttpRequest<?> request) {
        return host(request).filter(WebOrigin::isLoopback).isPresent() && OF_A_PROXY.stream().noneMatch(request.getHeaders()::contains);
    }

    private static Optional<WebOrigin> host(HttpRequest<?> request) {
        return host(request, "http");
    }

    private static Optional<WebOrigin> host(HttpRequest<?> request, String scheme) {
        List<String> named = request.getHeaders().getAll("Host");
        return named.size() == 1 && !named.getFirst().contains("/") ? WebOrigin.of(scheme + "://" + named.getFirst()) : Optional.empty();
    }
}
