package be.zelfscan.questionnaire;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What the codes of a block belong to, since one code can mean two things on one page: whose they are, and how they are printed.
 *
 * @param title of the texts together
 * @param notice says how these texts relate to the official ones; empty when there is nothing to say
 */
@Serdeable
public record References(String title, Frame expectations, Frame developmentScales, String notice) {
    /** For a definition that gives no frame. */
    static final References PLAIN = new References("Waar verwijst dit naar? Kwaliteitsverwachtingen en ontwikkelingsschalen",
            new Frame("Kwaliteitsverwachtingen", Frame.CODE), new Frame("Ontwikkelingsschalen: wie aan de verwachting voldoet", Frame.CODE),
            "");

    public References {
        notice = notice == null ? "" : notice;
    }

    /**
     * One kind of reference.
     *
     * @param code how a code is printed; {@code {code}} stands for it
     */
    @Serdeable
    public record Frame(String title, String code) {
        static final String CODE = "{code}";

        /** A code as it is printed. */
        public String print(String of) {
            return code.replace(CODE, of);
        }
    }
}
