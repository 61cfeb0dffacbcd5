package be.zelfscan.mail;

/** What can never be a mail, however often it is tried: its recipient is no address, or it has no subject or no text. */
public final class ImpossibleMail extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ImpossibleMail(String what) {
        super(what);
    }

    ImpossibleMail(String what, Throwable cause) {
        super(what, cause);
    }
}
