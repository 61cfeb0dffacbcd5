package be.zelfscan.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes the page around a page. */
@Singleton
public class PageLayouts {
    private final Deployment service;

    PageLayouts(Deployment service) {
        this.service = service;
    }

    public PageLayout of(HttpRequest<?> request, String title) {
        return of(request, title, "");
    }

    /** Of a page for whoever it is, at an address that nobody knows. */
    PageLayout ofNobody(String title) {
        return new PageLayout(title, "", "", "", false, service.demonstration(), service.mailbox(), "/");
    }

    /**
     * @param context what stands in the header beside the name of the product
     */
    public PageLayout of(HttpRequest<?> request, String title, String context) {
        Optional<Authentication> person = request.getUserPrincipal(Authentication.class);
        String name = person.map(found -> String.valueOf(found.getAttributes().getOrDefault("name", ""))).orElse("");
        boolean support = person.map(found -> found.getAttributes().get("support")).filter(Boolean.TRUE::equals).isPresent();
        return new PageLayout(title, context, name, person.map(Authentication::getName).orElse(""), support, service.demonstration(),
                service.mailbox(), request.getPath());
    }
}
