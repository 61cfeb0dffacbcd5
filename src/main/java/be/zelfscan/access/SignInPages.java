package be.zelfscan.access;

import be.zelfscan.web.Shell;

/** What the pages of signing in show; the templates of {@code src/main/jte/access} take these. */
public final class SignInPages {
    private SignInPages() {}

    /**
     * Asks for an address.
     *
     * @param problem why the address of before was none; empty otherwise
     */
    public record Ask(Shell shell, String problem, String email) {}

    /** Says where the link is. */
    public record Asked(Shell shell) {}

    /**
     * Asks to confirm.
     *
     * @param askCode whether the code of the mail is needed
     * @param problem why the code of before was none; empty otherwise
     */
    public record Confirm(Shell shell, String token, boolean askCode, String problem) {}

    /** What the mail with the link says. */
    public record LinkMail(String name, String link, String code) {}
}
