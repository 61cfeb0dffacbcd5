package be.zelfscan.campaign;

import be.zelfscan.web.Notice;
import io.micronaut.http.HttpRequest;

/** What was done with a round, said on its page. Where that made mails, the address tells how many. */
final class RoundNotice {
    private static final String NO_MAIL = "Er is geen mail klaargezet: bij deze centra is niemand gekozen die hem krijgt.";

    static final Notice OPENED = withMails("opening", "De ronde is geopend: de centra zien ze nu.", NO_MAIL);
    static final Notice CLOSED = withMails("afsluiting", "De ronde is afgesloten.", NO_MAIL);
    static final Notice CLOSING = Notice.of("afsluiting-bezig", "De ronde is afgesloten. De vergelijking en de mails worden nu gemaakt.");
    static final Notice REMINDED = withMails("herinnering", "De herinnering is klaargezet.", NO_MAIL);
    static final Notice ADDED = withMails("toevoeging", "Het centrum doet nu mee.", NO_MAIL);
    static final Notice EXTENDED = Notice.of("verlenging", "De ronde is verlengd.");
    static final Notice REMOVED = Notice.of("verwijdering", "Het centrum doet niet meer mee aan deze ronde.");
    static final Notice REOPENED = withMails("heropening", "De zelfscan is opnieuw geopend.",
            "Het centrum heeft geen directeur: niemand krijgt de mail met de reden.");

    private RoundNotice() {}

    private static Notice withMails(String word, String sentence, String none) {
        return Notice.counted(word, sentence, mails -> sentence + " " + switch (mails) {
            case 0 -> none;
            case 1 -> "Er is 1 mail klaargezet.";
            default -> "Er zijn " + mails + " mails klaargezet.";
        });
    }

    /** What the page of a round has to say; empty for nothing. */
    static String said(HttpRequest<?> request) {
        return Notice.said(request, OPENED, CLOSED, CLOSING, REMINDED, ADDED, EXTENDED, REMOVED, REOPENED);
    }
}
