package be.zelfscan.campaign;

import be.zelfscan.web.Notice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.UUID;

/** What was done with a round, said on its page. Where that made mails, the address tells how many. */
enum RoundNotice implements Notice {
    opened("opening", "De ronde is geopend: de centra zien ze nu."), //
    closed("afsluiting", "De ronde is afgesloten."), //
    closing("afsluiting-bezig", "De ronde is afgesloten. De vergelijking en de mails worden nu gemaakt."), //
    reminded("herinnering", "De herinnering is klaargezet."), //
    added("toevoeging", "Het centrum doet nu mee."), //
    extended("verlenging", "De ronde is verlengd."), //
    removed("verwijdering", "Het centrum doet niet meer mee aan deze ronde."), //
    reopened("heropening", "De zelfscan is opnieuw geopend.");

    private static final String MAILS = "mails";
    private static final String NO_MAIL = "Er is geen mail klaargezet: bij deze centra is niemand gekozen die hem krijgt.";

    private final String word;
    private final String sentence;

    RoundNotice(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    HttpResponse<?> at(UUID roundId) {
        return at(RoundPage.address(roundId));
    }

    HttpResponse<?> at(UUID roundId, int mails) {
        return at(roundId, mails, "");
    }

    /** @param query of the page, with its question mark; empty for none */
    HttpResponse<?> at(UUID roundId, int mails, String query) {
        return at(RoundPage.address(roundId) + query + (query.isEmpty() ? "?" : "&") + MAILS + "=" + mails);
    }

    /** What the page of a round has to say; empty for nothing. */
    static String said(HttpRequest<?> request) {
        String mails = request.getParameters().getFirst(MAILS).filter(text -> text.matches("\\d{1,5}")).map(Integer::valueOf)
                .map(RoundNotice::mails).orElse("");
        return Notice.said(request, values()).map(notice -> mails.isEmpty() ? notice.sentence : notice.sentence + " " + notice.of(mails))
                .orElse("");
    }

    private String of(String mails) {
        return this == reopened && mails.equals(NO_MAIL) ? "Het centrum heeft geen directeur: niemand krijgt de mail met de reden." : mails;
    }

    private static String mails(int number) {
        return switch (number) {
            case 0 -> NO_MAIL;
            case 1 -> "Er is 1 mail klaargezet.";
            default -> "Er zijn " + number + " mails klaargezet.";
        };
    }
}
