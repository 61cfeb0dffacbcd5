package be.zelfscan.access;

import be.zelfscan.web.Shell;
import java.util.List;
import java.util.Map;

/** What the pages of tokens show; the templates of {@code src/main/jte/access} take these. */
public final class ApiTokenPages {
    private ApiTokenPages() {}

    /** A token, with the page that asks whether it is to be revoked. */
    public record Line(String revocation, String name, String made, String lastDay, String used) {}

    /**
     * All tokens of somebody, and the form for one more.
     *
     * @param problems a sentence by field
     */
    public record Tokens(Shell shell, List<Line> lines, String name, String lastDay, Map<String, String> problems) {
        public String problem(String field) {
            return problems.getOrDefault(field, "");
        }
    }

    /** A new token, the one time that its secret is shown. */
    public record Made(Shell shell, String name, String secret, String lastDay) {}
}
