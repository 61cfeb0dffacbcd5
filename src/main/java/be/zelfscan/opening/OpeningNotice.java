package be.zelfscan.opening;

import be.zelfscan.web.Notice;

/** What was done with an opening, said on the page of openings. */
enum OpeningNotice implements Notice {
    offered("voorstel", "Jullie voorstel is verstuurd. De directeur van het andere centrum krijgt een mail. "
            + "Zodra die aanvaardt, zien jullie elkaars resultaat."), //
    offered_to_nobody("voorstel-zonder-mail", "Jullie voorstel staat klaar, maar niemand krijgt er een mail over: "
            + "het andere centrum heeft in Zelfscan nog geen directeur."), //
    accepted("aanvaarding", "De resultaten staan nu voor elkaar open."), //
    ended("einde", "Dit is gestopt. Niemand van het ene centrum ziet nog iets van het andere.");

    private final String word;
    private final String sentence;

    OpeningNotice(String word, String sentence) {
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
