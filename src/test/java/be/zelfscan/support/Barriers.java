package be.zelfscan.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps people from using a page, as far as axe-core finds it, and being wider than the screen. */
public final class Barriers {
    private static final List<Integer> WIDTHS = List.of(1280, 390);
    /**
     * Collects what is wrong only: what is right takes axe-core longer to describe than to find. A shown mail stands in a frame that runs
     * no scripts.
     */
    private static final String RUN = "() => axe.run({exclude: [['iframe']]}, {resultTypes: ['violations'], iframes: false}).then(result =>"
            + " result.violations.map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html).join(' ')))";
    private static final String TOO_WIDE = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []"
            + " : ['page ' + document.documentElement.scrollWidth, ...[...document.querySelectorAll('body *')]"
            + ".filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth).slice(0, 6)"
            + ".map(one => one.cloneNode(false).outerHTML + ' to ' + one.getBoundingClientRect().right)]";
    private static final String AXE = source();

    private Barriers() {}

    /** Everything found on the page with all unfolded, on a laptop and on a phone; it has the width of before afterwards. */
    public static Optional<List<String>> on(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)");
        page.evaluate(AXE);
        var before = page.viewportSize();
        List<String> barriers = new ArrayList<>();
        for (int width : WIDTHS) {
            page.setViewportSize(width, before.height);
            for (Object found : (List<?>) page.evaluate(RUN)) {
                barriers.add("at " + width + ": " + found);
            }
            List<?> wide = (List<?>) page.evaluate(TOO_WIDE);
            if (!wide.isEmpty()) {
                barriers.add("wider than " + width + ": " + wide);
            }
        }
        page.setViewportSize(before.width, before.height);
        return barriers.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(barriers));
    }

    private static String source() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
