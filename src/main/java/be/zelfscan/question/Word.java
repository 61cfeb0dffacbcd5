package be.zelfscan.question;

import be.zelfscan.text.BelgianDutch;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What an instrument calls something, in small letters.
 *
 * @param article the definite article of the singular; empty where the language has none of its own for it
 */
@Serdeable
public record Word(String one, String many, @Nullable String article) {
    private static final String NEUTER = "het";

    public Word {
        article = article == null ? "" : article;
    }

    /** "de ronde", "het stadium". */
    public String theOne() {
        return article.isEmpty() ? one : article.endsWith("'") ? article + one : article + " " + one;
    }

    /** "deze ronde", "dit stadium". */
    public String thisOne() {
        return (isNeuter() ? "dit " : "deze ") + one;
    }

    /** "deze", "dit": this one, where it needs no name. */
    public String thisAlone() {
        return isNeuter() ? "dit" : "deze";
    }

    /** "ze", "het": where it was named before. */
    public String it() {
        return isNeuter() ? "het" : "ze";
    }

    /** "die", "dat": a ronde die, a stadium dat. */
    public String relative() {
        return isNeuter() ? "dat" : "die";
    }

    /** "andere ronde", "ander stadium". */
    public String otherOne() {
        return inflected("ander", "andere");
    }

    /** "andere", "ander": another one, where it needs no name. */
    public String otherAlone() {
        return isNeuter() ? "ander" : "andere";
    }

    /** "latere ronde", "later stadium". */
    public String laterOne() {
        return inflected("later", "latere");
    }

    /** "eerdere ronde", "eerder stadium". */
    public String earlierOne() {
        return inflected("eerder", "eerdere");
    }

    /** "elke ronde", "elk stadium". */
    public String everyOne() {
        return (isNeuter() ? "elk " : "elke ") + one;
    }

    /** "dezelfde ronde", "hetzelfde stadium". */
    public String sameOne() {
        return (isNeuter() ? "hetzelfde " : "dezelfde ") + one;
    }

    /** "welke ronde", "welk stadium". */
    public String whichOne() {
        return (isNeuter() ? "welk " : "welke ") + one;
    }

    /** "1 ronde", "3 rondes". */
    public String counted(long number) {
        return BelgianDutch.counted(number, one, many);
    }

    /** "één ronde", "3 rondes". */
    public String countedInWords(long number) {
        return number == 1 ? "één " + one : counted(number);
    }

    /** The singular at the beginning of a sentence. */
    public String title() {
        return BelgianDutch.capital(one);
    }

    /** The plural at the beginning of a sentence. */
    public String titles() {
        return BelgianDutch.capital(many);
    }

    /** An adjective without article, or after "een". */
    private String inflected(String neuter, String other) {
        return (isNeuter() ? neuter : other) + " " + one;
    }

    private boolean isNeuter() {
        return NEUTER.equals(article);
    }
}
