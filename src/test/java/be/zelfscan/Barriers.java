package be.zelfscan;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps people from using a page, as far as axe-core finds it, and being wider than the screen. */
final class Barriers {
    private Barriers() {}

    /** Everything found on the page with all unfolded; a shown mail stands in a frame that runs no scripts, so axe-core cannot look into it. */
    static Optional<List<String>> on(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)");
        List<String> barriers = new ArrayList<>(
                new AxeBuilder(page).exclude(List.of("iframe")).analyze().getViolations().stream().map(Barriers::words).toList());
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
            barriers.add("wider than the screen");
        }
        return barriers.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(barriers));
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }
}
