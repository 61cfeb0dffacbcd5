package be.zelfscan.comparison;

import be.zelfscan.comparison.ComparisonPages.Picture;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Pictures that were made lately. What is drawn and said follows from the chart alone, so that equal charts share a picture and nothing becomes stale;
 * making one takes longer than all the rest of a page. Thread-safe.
 */
@Singleton
class RecentPictures {
    private static final int MOST = 64;

    private record Key(Object chart, String id, String title) {}

    private final Map<Key, Picture> made = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Picture> eldest) {
            return size() > MOST;
        }
    };

    Picture picture(Object chart, String id, String title, Supplier<Picture> maker) {
        Key key = new Key(chart, id, title);
        synchronized (made) {
            Picture known = made.get(key);
            if (known != null) {
                return known;
            }
        }
        Picture fresh = maker.get();
        synchronized (made) {
            made.put(key, fresh);
        }
        return fresh;
    }
}
