package be.zelfscan.campaign;

import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.util.OptionalInt;
import java.util.UUID;

/** After something was done the page of the round says so: its address tells what, and how many mails that made. */
final class Done {
    private static final String WHAT = "gedaan";
    private static final String MAILS = "mails";

    private Done() {}

    static URI opened(UUID roundId, int mails) {
        return address(roundId, "opening", mails);
    }

    static URI closed(UUID roundId, OptionalInt mails) {
        return mails.isPresent() ? address(roundId, "afsluiting", mails.getAsInt()) : address(roundId, "afsluiting-bezig", 0);
    }

    /** The page shows the same centres as before. */
    static URI reminded(UUID roundId, int mails, RoundFilter filter) {
        return URI.create(address(roundId, "herinnering", mails) + filter.query().replace('?', '&'));
    }

    static URI added(UUID roundId, int mails) {
        return address(roundId, "toevoeging", mails);
    }

    static URI extended(UUID roundId) {
        return address(roundId, "verlenging", 0);
    }

    static URI removed(UUID roundId) {
        return address(roundId, "verwijdering", 0);
    }

    static URI reopened(UUID roundId, int mails) {
        return address(roundId, "heropening", mails);
    }

    private static URI address(UUID roundId, String what, int mails) {
        return URI.create("/rondes/%s?%s=%s&%s=%d".formatted(roundId, WHAT, what, MAILS, mails));
    }

    /** What the address says that was done; empty when it says nothing. */
    static String sentence(HttpRequest<?> request) {
        String mails = mails(
                request.getParameters().getFirst(MAILS).filter(text -> text.matches("\\d{1,5}")).map(Integer::valueOf).orElse(0));
        return switch (request.getParameters().getFirst(WHAT).orElse("")) {
            case "opening" -> "De ronde is geopend: de centra zien ze nu. " + mails;
            case "afsluiting" -> "De ronde is afgesloten. " + mails;
            case "afsluiting-bezig" -> "De ronde is afgesloten. De vergelijking en de mails worden nu gemaakt.";
            case "herinnering" -> "De herinnering is klaargezet. " + mails;
            case "toevoeging" -> "Het centrum doet nu mee. " + mails;
            case "verlenging" -> "De ronde is verlengd.";
            case "verwijdering" -> "Het centrum doet niet meer mee aan deze ronde.";
            case "heropening" -> "De zelfscan is opnieuw geopend. "
                    + (mails.startsWith("Er is geen") ? "Het centrum heeft geen directeur: niemand krijgt de mail met de reden." : mails);
            default -> "";
        };
    }

    private static String mails(int number) {
        return switch (number) {
            case 0 -> "Er is geen mail klaargezet: bij deze centra is niemand gekozen die hem krijgt.";
            case 1 -> "Er is 1 mail klaargezet.";
            default -> "Er zijn " + number + " mails klaargezet.";
        };
    }
}
