package be.zelfscan.access;

/** Somebody asked for what is not theirs. The message is a sentence for that person. */
public class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Nothing of the centre is theirs; answered as if it does not exist. */
    private final boolean hidden;

    private NotAllowed(String sentence, boolean hidden) {
        super(sentence);
        this.hidden = hidden;
    }

    static NotAllowed notYours() {
        return new NotAllowed("Deze pagina bestaat niet, of ze hoort bij een ander centrum.", true);
    }

    static NotAllowed otherRole() {
        return new NotAllowed("Dit kan alleen de directeur van jouw centrum doen.", false);
    }

    public boolean isHidden() {
        return hidden;
    }
}
