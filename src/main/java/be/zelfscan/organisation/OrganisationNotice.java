package be.zelfscan.organisation;

import be.zelfscan.web.Notice;

/** What was done to the net. */
public enum OrganisationNotice implements Notice {
    added("toegevoegd", "Toegevoegd."), //
    saved("bewaard", "Bewaard."), //
    ended("beeindigd", "Beëindigd. Wat er was, blijft bewaard."), //
    resumed("hervat", "Weer in gebruik."), //
    deactivated("nietactief", "Niet meer actief. Wat er was, blijft bewaard."), //
    activated("actief", "Weer actief."), //
    imported("geimporteerd", "De import is klaar. Alles uit het voorbeeld is bewaard.");

    private final String word;
    private final String sentence;

    OrganisationNotice(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
