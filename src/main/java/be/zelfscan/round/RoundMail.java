package be.zelfscan.round;

/** The kinds of mail of a round of which it is chosen who gets them. */
public enum RoundMail {
    invitation("invitation", "uitnodiging"), reminder("reminder", "herinnering"), scan_sent("scan-sent",
            "bevestiging met het rapport"), round_closed("round-closed", "afsluiting");

    private final String kind;
    private final String label;

    RoundMail(String kind, String label) {
        this.kind = kind;
        this.label = label;
    }

    /** As messages and their composers name it. */
    public String kind() {
        return kind;
    }

    /** As the interface words it. */
    public String label() {
        return label;
    }
}
