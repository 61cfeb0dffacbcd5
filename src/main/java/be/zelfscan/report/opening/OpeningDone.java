package be.zelfscan.report.opening;

import java.util.Arrays;

/** After something was done the page says so: its address tells what. */
enum OpeningDone {
    offered("voorstel",
            "Jullie voorstel is verstuurd. De directeur van het andere centrum krijgt een mail. Zodra die aanvaardt, zien jullie elkaars resultaat."), offered_to_nobody(
                    "voorstel-zonder-mail",
                    "Jullie voorstel staat klaar, maar niemand krijgt er een mail over: het andere centrum heeft in Zelfscan nog geen directeur."), accepted(
                            "aanvaarding", "De resultaten staan nu voor elkaar open."), ended("einde",
                                    "Dit is gestopt. Niemand van het ene centrum ziet nog iets van het andere.");

    /** The parameter of the address. */
    static final String WHAT = "gedaan";

    private final String address;
    private final String sentence;

    OpeningDone(String address, String sentence) {
        this.address = address;
        this.sentence = sentence;
    }

    /** Empty for what is none of these. */
    static String sentence(String name) {
        return Arrays.stream(values()).filter(one -> one.toString().equals(name)).map(one -> one.sentence).findFirst().orElse("");
    }

    /** As the address says it. */
    @Override
    public String toString() {
        return address;
    }
}
