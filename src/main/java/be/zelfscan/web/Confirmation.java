package be.zelfscan.web;

import java.util.List;
import java.util.Optional;

/**
 * A page in between, before what cannot simply be undone or mails people: it says about whom or what it is, what happens, who gets which
 * mail and who gets none, and what becomes impossible. It changes nothing. The template {@code layout/confirmation} takes it; the title of
 * the layout is the question.
 *
 * @param above where this is asked, as a link back
 * @param problem why it is asked again; empty the first time
 * @param about whom it is about, and what else one may want to know, each below a heading; empty where the question or the facts say it
 * @param happens a sentence for each thing that follows
 * @param mail that leaves then; empty when none does, or who gets it goes without saying
 * @param impossible a sentence; empty when nothing is
 * @param action to which its button posts {@code fields}
 * @param back address of the page that one came from
 */
public record Confirmation(PageLayout layout, String above, String problem, String lead, List<Fact> facts, List<Fact> about,
        List<String> happens,
        Optional<Mail> mail, String impossible, String action, List<Form.Field> fields, String button, String back) {

    /** What is known of what it is about, with the values below each other. */
    public record Fact(String name, List<String> values) {}

    /**
     * A mail that leaves when it is confirmed.
     *
     * @param label as the interface words its kind
     * @param people how many different people get it
     * @param preview the address of the mail as it will look
     * @param reached who gets it, by centre
     */
    public record Mail(String label, int people, String preview, List<Fact> reached, List<Unreached> unreached) {}

    /**
     * A centre for which nobody gets a mail.
     *
     * @param addSomebody the address of the form that changes that
     */
    public record Unreached(String centre, String addSomebody) {}

    /** A page that is asked once, and after which no mail leaves. */
    public Confirmation(PageLayout layout, String above, String lead, List<Fact> facts, List<String> happens, String impossible,
            String action,
            List<Form.Field> fields, String button, String back) {
        this(layout, above, "", lead, facts, List.of(), happens, Optional.empty(), impossible, action, fields, button, back);
    }
}
