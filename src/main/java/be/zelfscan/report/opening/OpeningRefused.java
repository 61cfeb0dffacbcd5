package be.zelfscan.report.opening;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** An opening that cannot be made, or not any more. */
public final class OpeningRefused extends Problem {
    private static final long serialVersionUID = 1L;

    private OpeningRefused(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    static OpeningRefused notFound() {
        return new OpeningRefused(HttpStatus.NOT_FOUND, "Deze openstelling bestaat niet, of ze hoort bij andere centra.");
    }

    static OpeningRefused notOpen() {
        return new OpeningRefused(HttpStatus.NOT_FOUND,
                "Dit resultaat staat niet voor jullie open. Alleen wat twee centra voor elkaar openzetten, is hier te zien.");
    }

    static OpeningRefused nothingChosen() {
        return new OpeningRefused(HttpStatus.UNPROCESSABLE_ENTITY, "Kies een ronde en een centrum uit de lijst.");
    }

    static OpeningRefused oneself() {
        return new OpeningRefused(HttpStatus.UNPROCESSABLE_ENTITY, "Jullie zien jullie eigen resultaat al. Kies een ander centrum.");
    }

    static OpeningRefused notInRound() {
        return new OpeningRefused(HttpStatus.UNPROCESSABLE_ENTITY,
                "Dat kan niet voor die ronde: kies een afgesloten ronde waarin jullie en het andere centrum een zelfscan verzonden.");
    }

    static OpeningRefused offeredAlready(String other) {
        return new OpeningRefused(HttpStatus.CONFLICT,
                "Jullie stelden dit al voor aan %s voor deze ronde. Trek dat eerst in als je iets wil veranderen.".formatted(other));
    }

    static OpeningRefused offeredByOther(String other) {
        return new OpeningRefused(HttpStatus.CONFLICT,
                "%s stelde dit zelf al voor aan jullie. Aanvaard het voorstel op deze pagina.".formatted(other));
    }

    static OpeningRefused openAlready(String other) {
        return new OpeningRefused(HttpStatus.CONFLICT, "De resultaten van deze ronde staan al open tussen jullie en %s.".formatted(other));
    }

    static OpeningRefused notTwo() {
        return new OpeningRefused(HttpStatus.UNPROCESSABLE_ENTITY,
                "Kies twee verschillende centra uit de lijst, die in deze ronde allebei een zelfscan verzonden.");
    }

    /** Somebody else was first. */
    static OpeningRefused changedMeanwhile() {
        return new OpeningRefused(HttpStatus.CONFLICT,
                "Aan deze openstelling is intussen iets veranderd. Hieronder staat hoe het nu is.");
    }
}
