package be.zelfscan.followup;

import be.zelfscan.web.Notice;

/** What was done with a label, said on the page of labels. */
enum LabelNotice implements Notice {
    made("gemaakt", "Het label is gemaakt. Je kan het nu aan toelichtingen hangen."), //
    renamed("hernoemd", "Het label heet nu anders, ook waar het al hing."), //
    ended("beeindigd", "Het label is beëindigd. Waar het hing, blijft het hangen en meetellen."), //
    resumed("hervat", "Het label is opnieuw in gebruik.");

    private final String word;
    private final String sentence;

    LabelNotice(String word, String sentence) {
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
