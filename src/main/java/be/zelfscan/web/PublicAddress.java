package be.zelfscan.web;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;

/** The address of a page as people outside reach it, for links in mails. */
@Singleton
public class PublicAddress {
    private final Deployment service;
    private final BeanProvider<EmbeddedServer> server;
    private final HttpServerConfiguration configuration;

    PublicAddress(Deployment service, BeanProvider<EmbeddedServer> server, HttpServerConfiguration configuration) {
        this.service = service;
        this.server = server;
        this.configuration = configuration;
    }

    /**
     * @param path begins with a slash
     */
    public String of(String path) {
        return base() + path;
    }

    private String base() {
        if (!service.url().isEmpty()) {
            return service.url();
        }
        int port = server.find(null).filter(EmbeddedServer::isRunning).map(EmbeddedServer::getPort)
                .or(() -> configuration.getPort().filter(configured -> configured > 0)).orElse(8080);
        return "http://localhost:" + port;
    }

    /** Whether browsers reach the service over HTTPS, so that cookies can be kept to it. */
    public boolean isSecure() {
        return service.url().startsWith("https:");
    }

    /**
     * As a cookie of ours is called: over HTTPS with the prefix by which a browser takes it from this host only, over HTTPS only, and for
     * the whole of it (its path has to be the root).
     */
    public String cookieName(String name) {
        return cookieName(name, isSecure());
    }

    public static String cookieName(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }
}
