package be.zelfscan.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was done by a form, said on the page to which it leads. A feature has an enum of these. The address carries the word, so nothing is kept anywhere, and a
 * page that is loaded again says the same.
 */
public interface Notice {
    /** The parameter of an address. */
    String PARAMETER = "gedaan";

    /** As an address says it: letters and hyphens. */
    String word();

    /** What the page says. */
    String sentence();

    /**
     * Leads to a page that says it.
     *
     * @param address of the page, perhaps with a query, perhaps with a place on it
     */
    default HttpResponse<?> at(String address) {
        int place = address.indexOf('#');
        String page = place < 0 ? address : address.substring(0, place);
        String said = page + (page.contains("?") ? "&" : "?") + PARAMETER + "=" + word();
        return HttpResponse.seeOther(URI.create(place < 0 ? said : said + address.substring(place)));
    }

    /**
     * Which of these the address of a page says.
     *
     * @param all that the page knows
     */
    static <N extends Notice> Optional<N> said(HttpRequest<?> request, N[] all) {
        String word = request.getParameters().get(PARAMETER, String.class, "");
        return Stream.of(all).filter(notice -> notice.word().equals(word)).findFirst();
    }

    /** The same in words; empty for nothing. */
    static String sentence(HttpRequest<?> request, Notice[] all) {
        return said(request, all).map(Notice::sentence).orElse("");
    }
}
