package be.zelfscan.scan;

/** How it stands with what a question holds, in the words in which a page says it: at the question and in its header. */
public enum SavedState {
    empty("nog niet ingevuld"), busy("bezig met bewaren"),
    /** The page says when. */
    saved("bewaard"), waiting("nog niet bewaard: wacht op verbinding"), conflict(
            "nog niet bewaard: kies welk antwoord jullie houden"), refused("nog niet bewaard: pas aan wat hier staat"), signed_out(
                    "nog niet bewaard: meld je opnieuw aan"), closed("niet bewaard: hier kan niets meer wijzigen");

    private final String words;

    SavedState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
