package be.zelfscan.web;

import io.micronaut.context.BeanProvider;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;

/** The address of a page as people outside reach it, for links in mails. */
@Singleton
public class PublicAddress {
    private final Service service;
    private final BeanProvider<EmbeddedServer> server;

    PublicAddress(Service service, BeanProvider<EmbeddedServer> server) {
        this.service = service;
        this.server = server;
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
        return server.find(null).filter(EmbeddedServer::isRunning).map(running -> "http://localhost:" + running.getPort())
                .orElse("http://localhost:8080");
    }

    /** Whether browsers reach the service over HTTPS, so that cookies can be kept to it. */
    public boolean isSecure() {
        return service.url().startsWith("https:");
    }
}
