package be.zelfscan.web;

import java.util.List;

/**
 * A page in between, before what cannot simply be undone: it says about whom or what it is, what happens, and what becomes impossible. It changes nothing.
 * The template {@code layout/confirmation} takes it; the title of the shell is the question.
 *
 * @param above where this is asked, as a link back
 * @param impossible a sentence; empty when nothing is
 * @param action to which its button posts {@code fields}
 * @param back address of the page that one came from
 */
public record Confirmation(Shell shell, String above, String lead, List<Fact> facts, List<String> happens, String impossible, String action,
        List<Form.Field> fields, String button, String back) {

    /** What is known of what it is about, with the values below each other. */
    public record Fact(String name, List<String> values) {}
}
