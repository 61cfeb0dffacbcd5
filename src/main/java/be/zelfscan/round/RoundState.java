package be.zelfscan.round;

/** How far a round is; it only goes on, from the first to the last. */
public enum RoundState {
    /** Being made: nobody of its centres sees it. */
    draft("in voorbereiding"),
    /** Its centres answer. */
    open("open"),
    /** Nothing is answered or sent any more. */
    closed("afgesloten");

    private final String label;

    RoundState(String label) {
        this.label = label;
    }

    /** As the interface words it. */
    public String label() {
        return label;
    }
}
