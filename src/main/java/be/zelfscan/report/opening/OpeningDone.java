package be.zelfscan.report.opening;

import java.util.Arrays;

/** After something was done the page says so: its address tells what. */
enum OpeningDone {
    offered("Jullie voorstel is verstuurd. De directeur van het andere centrum krijgt een mail. Zodra die aanvaardt, zien jullie elkaars resultaat."), accepted(
            "De resultaten staan nu voor elkaar open."), ended("Dit is gestopt. Niemand van het ene centrum ziet nog iets van het andere.");

    /** The parameter of the address. */
    static final String WHAT = "gedaan";

    private final String sentence;

    OpeningDone(String sentence) {
        this.sentence = sentence;
    }

    /** Empty for what is none of these. */
    static String sentence(String name) {
        return Arrays.stream(values()).filter(one -> one.toString().equals(name)).map(one -> one.sentence).findFirst().orElse("");
    }

    @Override
    public String toString() {
        return switch (this) {
            case offered -> "voorstel";
            case accepted -> "aanvaarding";
            case ended -> "einde";
        };
    }
}
