package be.zelfscan.organisation;

import be.zelfscan.organisation.OrganisationPages.Ending;
import be.zelfscan.organisation.OrganisationPages.EndingWords;
import be.zelfscan.web.BelgianDutch;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.net.URI;

/** What was done, said on the page to which a form leads. */
public enum Notices {
    added("toegevoegd", "Toegevoegd."), saved("bewaard", "Bewaard."), ended("beeindigd",
            "Beëindigd. Wat er was, blijft bewaard."), resumed("hervat",
                    "Weer in gebruik."), deactivated("nietactief",
                            "Niet meer actief. Wat er was, blijft bewaard."), activated("actief",
                                    "Weer actief."), imported("geimporteerd", "De import is klaar. Alles uit het voorbeeld is bewaard.");

    private static final String PARAMETER = "gedaan";

    private final String word;
    private final String sentence;

    Notices(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** Leads to a page that says it. */
    public HttpResponse<?> at(String address) {
        return HttpResponse.seeOther(URI.create(address + "?" + PARAMETER + "=" + word));
    }

    /** What a page has to say; empty for nothing. */
    public static String of(HttpRequest<?> request) {
        String said = request.getParameters().get(PARAMETER, String.class, "");
        for (Notices notice : values()) {
            if (notice.word.equals(said)) {
                return notice.sentence;
            }
        }
        return "";
    }

    static Ending ending(Endable thing, String address, EndingWords words) {
        return new Ending(address + (thing.isActive() ? EndingController.END : "/hervatting"),
                thing.endedOn().map(BelgianDutch::date).orElse(""), words);
    }
}
