package be.zelfscan.organisation;

import be.zelfscan.web.Notice;
import io.micronaut.http.HttpRequest;

/** What was done to the net, said on the pages about it. */
public final class OrganisationNotice {
    static final Notice ADDED = Notice.of("toegevoegd", "Toegevoegd.");
    static final Notice SAVED = Notice.of("bewaard", "Bewaard.");
    static final Notice ENDED = Notice.of("beeindigd", "Beëindigd. Wat er was, blijft bewaard.");
    static final Notice RESUMED = Notice.of("hervat", "Weer in gebruik.");
    static final Notice DEACTIVATED = Notice.of("nietactief", "Niet meer actief. Wat er was, blijft bewaard.");
    static final Notice ACTIVATED = Notice.of("actief", "Weer actief.");
    public static final Notice IMPORTED = Notice.of("geimporteerd", "De import is klaar. Alles uit het voorbeeld is bewaard.");

    private OrganisationNotice() {}

    /** What a page about the net has to say; empty for nothing. */
    public static String said(HttpRequest<?> request) {
        return Notice.said(request, ADDED, SAVED, ENDED, RESUMED, DEACTIVATED, ACTIVATED, IMPORTED);
    }
}
