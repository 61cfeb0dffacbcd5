package be.zelfscan.access.openid;

import be.zelfscan.web.Problem;
import io.micronaut.http.HttpStatus;

/** Somebody came back from the service that signs people in, and does not get in. The page never says who is known here. */
final class SignInRefused extends Problem {
    private static final long serialVersionUID = 1L;

    private SignInRefused(HttpStatus status, String sentence) {
        super(status, sentence);
    }

    /** Something between here and there is not right: to be tried again. */
    static SignInRefused notTrusted(String service) {
        return new SignInRefused(HttpStatus.FORBIDDEN, ("Het aanmelden met %s is niet gelukt. Probeer het opnieuw, "
                + "of vraag een link per mail.").formatted(service));
    }

    /** The service does not vouch for the address. */
    static SignInRefused addressNotVerified(String service) {
        return new SignInRefused(HttpStatus.FORBIDDEN,
                ("%s bevestigt niet dat het e-mailadres van je account van jou is, dus daarmee kunnen we je niet "
                        + "aanmelden. Vraag een link per mail, of vraag de ICT-dienst van je school of centrum om het adres te laten bevestigen.")
                        .formatted(service));
    }

    static SignInRefused unknown(String service) {
        return new SignInRefused(HttpStatus.FORBIDDEN,
                ("Je bent aangemeld bij %s, maar onder dat e-mailadres kunnen we je hier niet binnenlaten. "
                        + "Vraag de directeur van jouw centrum met welk adres je in Zelfscan staat, of laat je door POC+ toevoegen.")
                        .formatted(service));
    }

    /** The service does not answer. */
    static SignInRefused unreachable(String service) {
        return new SignInRefused(HttpStatus.SERVICE_UNAVAILABLE,
                "Aanmelden met %s lukt nu even niet. Probeer het straks opnieuw, of vraag een link per mail.".formatted(service));
    }

    /** The person stopped it, or the service did. */
    static SignInRefused brokenOff(String service) {
        return new SignInRefused(HttpStatus.FORBIDDEN,
                "Het aanmelden met %s is afgebroken. Begin opnieuw, of vraag een link per mail.".formatted(service));
    }
}
