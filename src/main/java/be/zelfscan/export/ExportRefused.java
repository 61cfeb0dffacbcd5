package be.zelfscan.export;

import be.zelfscan.text.BelgianDutch;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** Data that cannot be taken out. */
public final class ExportRefused extends Problem {
    private static final long serialVersionUID = 1L;

    /** Why not, for who does not read the sentence. */
    public enum Reason {
        unknown, nothing_sent, too_many_rows, wrong_choice
    }

    private final Reason reason;

    private ExportRefused(HttpStatus status, Reason reason, String sentence) {
        super(status, sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static ExportRefused unknownRound() {
        return new ExportRefused(HttpStatus.NOT_FOUND, Reason.unknown, "Deze ronde bestaat niet. Kies er een uit de lijst.");
    }

    static ExportRefused unknownInstrument() {
        return new ExportRefused(HttpStatus.NOT_FOUND, Reason.unknown,
                "Met deze vragenlijst is er nog geen ronde. Kies er een uit de lijst.");
    }

    static ExportRefused unknownFile() {
        return new ExportRefused(HttpStatus.NOT_FOUND, Reason.unknown,
                "Dit bestand bestaat niet. Kies antwoorden.csv, centra.csv, codeboek.csv of uitvoer.xlsx.");
    }

    static ExportRefused unknownScan() {
        return new ExportRefused(HttpStatus.NOT_FOUND, Reason.unknown, "Deze verzonden zelfscan bestaat niet.");
    }

    static ExportRefused unknownVersion() {
        return new ExportRefused(HttpStatus.NOT_FOUND, Reason.unknown, "Deze versie van een vragenlijst bestaat niet.");
    }

    static ExportRefused nothingSent() {
        return new ExportRefused(HttpStatus.CONFLICT, Reason.nothing_sent,
                "Hier verzond nog geen enkel centrum iets, dus er is nog niets uit te voeren. Kies een andere ronde, of wacht tot er "
                        + "verzonden is.");
    }

    static ExportRefused tooManyRows(long rows) {
        return new ExportRefused(HttpStatus.CONFLICT, Reason.too_many_rows,
                "Dit kunnen %s rijen zijn, en een werkblad heeft er %s. Neem een CSV-bestand, of één ronde."
                        .formatted(BelgianDutch.number(rows), BelgianDutch.number(ExportTable.Xlsx.MOST_ROWS)));
    }

    static ExportRefused delimiter(String text) {
        return new ExportRefused(HttpStatus.UNPROCESSABLE_ENTITY, Reason.wrong_choice,
                "‘%s’ is geen scheidingsteken. Kies puntkomma of komma.".formatted(text));
    }

    static ExportRefused number(String name, String text, int most) {
        return new ExportRefused(HttpStatus.UNPROCESSABLE_ENTITY, Reason.wrong_choice,
                "‘%s’ kan niet bij ‘%s’: verwacht is een geheel getal van 1 tot %s.".formatted(text, name, BelgianDutch.number(most)));
    }
}
