package be.zelfscan.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.security.Principal;

/** Makes the page around a page. */
@Singleton
public class Shells {
    private static final String PROJECTOR = "projector";

    private final Service service;

    Shells(Service service) {
        this.service = service;
    }

    public Shell of(HttpRequest<?> request, String title) {
        return of(request, title, "");
    }

    /**
     * @param context what stands in the header beside the name of the product
     */
    public Shell of(HttpRequest<?> request, String title, String context) {
        String person = request.getUserPrincipal().map(Shells::name).orElse("");
        boolean projector = request.getParameters().getFirst("weergave").filter(PROJECTOR::equals).isPresent();
        return new Shell(title, context, person, service.demonstration(), service.mailbox(), projector, request.getPath());
    }

    private static String name(Principal principal) {
        return principal instanceof Authentication authentication ? String.valueOf(authentication.getAttributes().getOrDefault("name", ""))
                : "";
    }
}
