package be.zelfscan.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

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
        return new PageLayout(title, "", "", "", false, service.demonstration(), service.mailbox(), false, "/");
    }

    /**
     * @param context what stands in the header beside the name of the product
     */
    public PageLayout of(HttpRequest<?> request, String title, String context) {
        Optional<Authentication> person = request.getUserPrincipal(Authentication.class);
        String name = person.map(found -> String.valueOf(found.getAttributes().getOrDefault("name", ""))).orElse("");
        boolean support = person.map(found -> found.getAttributes().get("support")).filter(Boolean.TRUE::equals).isPresent();
        boolean projector = ProjectorView.isOn(request);
        return new PageLayout(title, context, name, person.map(Authentication::getName).orElse(""), support, service.demonstration(),
                service.mailbox(), projector, request.getPath());
    }

    /**
     * The view for a projector: larger type, less around it. Once chosen it stays, on every page of that browser, until the ordinary one is
     * chosen or the browser is closed: a meeting goes through all pages of a scan.
     */
    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    static class ProjectorView {
        private static final String NAME = "weergave";
        private static final String PROJECTOR = "projector";
        private static final String ORDINARY = "gewoon";

        private final PublicAddress address;

        ProjectorView(PublicAddress address) {
            this.address = address;
        }

        /** Whether this page is shown on a projector: as its address says, else as was chosen last. */
        static boolean isOn(HttpRequest<?> request) {
            return chosen(request).or(() -> request.getCookies().findCookie(NAME).map(Cookie::getValue)).filter(PROJECTOR::equals)
                    .isPresent();
        }

        private static Optional<String> chosen(HttpRequest<?> request) {
            return request.getParameters().getFirst(NAME).filter(Set.of(PROJECTOR, ORDINARY)::contains);
        }

        @ResponseFilter
        void remember(HttpRequest<?> request, MutableHttpResponse<?> response) {
            chosen(request).ifPresent(view -> {
                Cookie cookie = Cookie.of(NAME, view).path("/").httpOnly(true).secure(address.isSecure()).sameSite(SameSite.Lax);
                response.cookie(view.equals(PROJECTOR) ? cookie : cookie.maxAge(0));
            });
        }
    }
}
