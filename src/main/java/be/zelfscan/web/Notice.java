package be.zelfscan.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.net.URI;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What was done by a form, said on the page to which it leads. Each is a constant beside the controller that says it. The address carries
 * the word, and how many there were, so nothing is kept anywhere, and a page that is loaded again says the same.
 */
public final class Notice {
    private static final String PARAMETER = "gedaan";
    private static final String NUMBER = "aantal";

    private final String word;
    private final String sentence;
    private final IntFunction<String> counted;

    private Notice(String word, String sentence, IntFunction<String> counted) {
        this.word = word;
        this.sentence = sentence;
        this.counted = counted;
    }

    /**
     * @param word as an address says it: letters and hyphens
     * @param sentence as a page says it
     */
    public static Notice of(String word, String sentence) {
        return new Notice(word, sentence, number -> sentence);
    }

    /**
     * @param sentence where the address tells no number
     * @param counted the sentence where it does
     */
    public static Notice counted(String word, String sentence, IntFunction<String> counted) {
        return new Notice(word, sentence, counted);
    }

    /**
     * Leads to a page that says it.
     *
     * @param address of the page, perhaps with a query, perhaps with a place on it
     */
    public HttpResponse<?> at(String address) {
        int place = address.indexOf('#');
        String page = place < 0 ? address : address.substring(0, place);
        String said = with(page, PARAMETER, word);
        return HttpResponse.seeOther(URI.create(place < 0 ? said : said + address.substring(place)));
    }

    /** Leads to a page that says it with a number. */
    public HttpResponse<?> at(String address, int number) {
        return at(with(address, NUMBER, String.valueOf(number)));
    }

    private static String with(String page, String parameter, String value) {
        return page + (page.contains("?") ? "&" : "?") + parameter + "=" + value;
    }

    /**
     * What the address of a page says; empty for nothing.
     *
     * @param known all that the page can say
     */
    public static String said(HttpRequest<?> request, Notice... known) {
        String word = request.getParameters().get(PARAMETER, String.class, "");
        String number = request.getParameters().get(NUMBER, String.class, "");
        return Stream.of(known).filter(notice -> notice.word.equals(word)).findFirst()
                .map(notice -> number.matches("\\d{1,5}") ? notice.counted.apply(Integer.parseInt(number)) : notice.sentence).orElse("");
    }
}
