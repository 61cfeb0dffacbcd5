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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What keeps people from using a page, as far as axe-core finds it, and being wider than the screen. */
public final class Barriers {
    private static final List<Integer> WIDTHS = List.of(1280, 390);
    /**
     * Has axe-core measure the contrast of each look once, since that takes most of its time: what has the classes, colours and size of
     * something that was measured as readable, on this page or on one before, and stands in, and beside, the same, is readable too.
     * Nothing else makes something pass.
     */
    private static final String EACH_LOOK_ONCE = """
            readable => {
              const LOOK = ['color', 'backgroundColor', 'backgroundImage', 'opacity', 'fontSize', 'fontWeight', 'textShadow',
                'webkitTextStroke', 'filter', 'mixBlendMode', 'position', 'clipPath', 'transform', 'zIndex'];
              const rule = axe._audit.rules.find(one => one.id === 'color-contrast'), matches = rule.matches;
              const check = axe._audit.checks['color-contrast'], judge = check.evaluate;
              const found = new Set(readable);
              let looks = new Map();
              function hash(text) {
                let high = 1, low = 2;
                for (let i = 0; i < text.length; i++) {
                  high = Math.imul(high ^ text.charCodeAt(i), 2654435761);
                  low = Math.imul(low ^ text.charCodeAt(i), 1597334677);
                }
                return (high >>> 0) * 2097152 + (low >>> 11);
              }
              function own(element) {
                const style = getComputedStyle(element);
                return [element.tagName, element.getAttribute('class'), ...LOOK.map(property => style[property])].join(' ');
              }
              function inside(parent) { // with what can lie over or under its other children
                if (!parent) return 0;
                if (!looks.has(parent)) {
                  looks.set(parent, hash([inside(parent.parentElement), own(parent),
                    ...[...parent.children].filter(child => getComputedStyle(child).position !== 'static').map(own)].join(' ')));
                }
                return looks.get(parent);
              }
              const look = element => hash(inside(element.parentElement) + ' ' + own(element));
              const hasText = element => ['INPUT', 'SELECT', 'TEXTAREA'].includes(element.tagName)
                || [...element.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim() !== '');
              rule.matches = (element, ...more) => hasText(element) && !found.has(look(element)) && matches(element, ...more);
              check.evaluate = function (element, ...more) {
                let isMeasured = false;
                const result = judge.call({ ...this, data: data => { isMeasured = data.contrastRatio !== undefined; this.data(data); } },
                  element, ...more);
                if (result === true && isMeasured) found.add(look(element));
                return result;
              };
              axe.zelfscan = { again: () => { looks = new Map(); }, found };
            }""";
    /**
     * Collects what is wrong only: what is right takes axe-core longer to describe than to find. A shown mail stands in a frame that runs
     * no scripts.
     */
    private static final String RUN = "() => { axe.zelfscan.again(); return axe.run({exclude: [['iframe']]},"
            + " {resultTypes: ['violations'], iframes: false}).then(result => result.violations"
            + ".map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html).join(' '))); }";
    private static final String TOO_WIDE = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []"
            + " : ['page ' + document.documentElement.scrollWidth, ...[...document.querySelectorAll('body *')]"
            + ".filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth).slice(0, 6)"
            + ".map(one => one.cloneNode(false).outerHTML + ' to ' + one.getBoundingClientRect().right)]";
    private static final String AXE = source();
    /** The looks that were measured as readable, on all pages until now. */
    private static final Set<Number> READABLE = ConcurrentHashMap.newKeySet();

    private Barriers() {}

    /** Everything found on the page with all unfolded, on a laptop and on a phone; it has the width of before afterwards. */
    public static Optional<List<String>> on(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)");
        page.evaluate(AXE);
        page.evaluate(EACH_LOOK_ONCE, List.copyOf(READABLE));
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
        ((List<?>) page.evaluate("[...axe.zelfscan.found]")).forEach(look -> READABLE.add((Number) look));
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
