package be.zelfscan.access;

import be.zelfscan.web.Form;
import be.zelfscan.web.Shell;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the pages of signing in show; the templates of {@code src/main/jte/access} take these. */
public final class SignInPages {
    private SignInPages() {}

    /**
     * Asks for an address.
     *
     * @param problem why the address of before was none; empty otherwise
     * @param account the service where one can sign in instead; empty when there is none
     * @param destination the page that was asked for; empty when none
     */
    public record Ask(Shell shell, String problem, String email, Optional<Account> account, String destination) {}

    /**
     * Another service where people can sign in.
     *
     * @param address where that begins
     */
    public record Account(String name, String address) {}

    /**
     * Says where the link is.
     *
     * @param again the address to ask for another one
     */
    public record Asked(Shell shell, String again) {}

    /**
     * Asks to confirm.
     *
     * @param askCode whether the code of the mail is needed
     * @param problem why the code of before was none; empty otherwise
     */
    public record Confirm(Shell shell, String token, boolean askCode, String problem) {}

    /**
     * Keeps what was posted by somebody whose session has ended, to be posted again.
     *
     * @param address where it was posted to
     */
    public record Again(Shell shell, String address, List<Form.Field> fields) {}

    /** Where somebody is signed in. */
    public record Sessions(Shell shell, List<OpenSession> sessions) {}

    /**
     * A session.
     *
     * @param current whether it is the one that asks
     */
    public record OpenSession(Instant since, Instant seen, boolean current) {}

    /** What the mail with the link says. */
    public record LinkMail(String name, String link, String code) {}
}
