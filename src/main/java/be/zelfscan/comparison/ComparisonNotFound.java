package be.zelfscan.comparison;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** Something that is not there to compare, or is not there for this person. */
public final class ComparisonNotFound extends Problem {
    private static final long serialVersionUID = 1L;

    private ComparisonNotFound(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    public static ComparisonNotFound round() {
        return new ComparisonNotFound(HttpStatus.NOT_FOUND, "Deze ronde bestaat niet, of ze hoort niet bij jouw centrum of scholengroep.");
    }

    public static ComparisonNotFound centre() {
        return new ComparisonNotFound(HttpStatus.NOT_FOUND, "Dit centrum doet in deze ronde niet mee, of het hoort niet bij jou.");
    }

    public static ComparisonNotFound schoolGroup() {
        return new ComparisonNotFound(HttpStatus.NOT_FOUND, "Voor deze scholengroep werkte in deze ronde geen enkel centrum.");
    }

    /** A school group that is none of the centre's. */
    public static ComparisonNotFound schoolGroupOfOthers() {
        return new ComparisonNotFound(HttpStatus.NOT_FOUND,
                "Jullie centrum werkte in deze ronde niet voor die scholengroep. Kies een groep uit de lijst.");
    }

    /** Nothing was placed on a scale, so that there is nothing to lay beside each other. */
    public static ComparisonNotFound nothingPlaced(Questionnaire questionnaire) {
        return new ComparisonNotFound(HttpStatus.NOT_FOUND,
                ("De vragenlijst ‘%s’ schaalt geen %s in; er is dus geen vergelijking. "
                        + "Wat een centrum antwoordde, staat in zijn eigen resultaat.")
                        .formatted(questionnaire.title(), questionnaire.words().block().many()));
    }

    /** Nobody was asked who can inspire whom. */
    public static ComparisonNotFound nobodyInspires(Questionnaire questionnaire) {
        return new ComparisonNotFound(HttpStatus.NOT_FOUND,
                "De vragenlijst ‘%s’ vraagt niet waarin een centrum andere kan inspireren; er is dus niemand aan elkaar voor te stellen."
                        .formatted(questionnaire.title()));
    }

    /** The round is open, or was closed a moment ago: its comparison does not exist yet for who is no member of the support team. */
    public static ComparisonNotFound notYet(ComparedRound round) {
        return new ComparisonNotFound(HttpStatus.CONFLICT, (round.isClosed()
                ? "De ronde ‘%s’ is afgesloten. De vergelijking wordt nu gemaakt; kom over een minuut terug."
                : "De ronde ‘%s’ is nog niet afgesloten. De vergelijking wordt gemaakt wanneer ze sluit, zodat alle centra dezelfde "
                        + "cijfers krijgen.")
                .formatted(round.title()));
    }

    /** The centre sent nothing. */
    public static ComparisonNotFound notSent(String centre, String round) {
        return new ComparisonNotFound(HttpStatus.CONFLICT,
                "%s verzond geen zelfscan in de ronde ‘%s’; er is dus niets te vergelijken.".formatted(centre, round));
    }

    /** Nobody sent anything. @param who the school group, or the net */
    public static ComparisonNotFound nobodySent(String who, String round) {
        return new ComparisonNotFound(HttpStatus.CONFLICT,
                "Geen enkel centrum van %s verzond een zelfscan in de ronde ‘%s’; een rapport zou leeg zijn.".formatted(who, round));
    }
}
