package be.zelfscan.comparison;

import be.zelfscan.chart.ChartSvg;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Drawings that were made lately. What is drawn follows from the chart alone, so that equal charts share a drawing and nothing becomes stale; drawing takes
 * longer than all the rest of a page. Thread-safe.
 */
@Singleton
class RecentPictures {
    private static final int MOST = 64;

    private record Key(Object chart, String id) {}

    private final Map<Key, String> drawn = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
            return size() > MOST;
        }
    };

    <C> String svg(C chart, ChartSvg<C, ?> svg, String id) {
        Key key = new Key(chart, id);
        synchronized (drawn) {
            String known = drawn.get(key);
            if (known != null) {
                return known;
            }
        }
        String fresh = svg.render(chart, id);
        synchronized (drawn) {
            drawn.put(key, fresh);
        }
        return fresh;
    }
}
