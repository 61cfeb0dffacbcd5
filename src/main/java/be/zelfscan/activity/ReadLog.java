package be.zelfscan.activity;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads the log, page by page, the newest first. The database shows it to the support team alone. */
@Singleton
class ReadLog {
    /** How many lines stand on a page. */
    static final int MOST = 50;

    /** @param older whether there are older lines */
    record Page(List<ActivityEntry> entries, boolean older) {}

    private final ActivityQueries activities;

    ReadLog(ActivityQueries activities) {
        this.activities = activities;
    }

    /** @param before the last line of the page before; the newest lines without it */
    @ReadOnly
    Page page(ActivityFilter filter, Optional<Long> before) {
        List<ActivityEntry> found = activities.newest(filter, before, MOST + 1);
        return new Page(found.stream().limit(MOST).toList(), found.size() > MOST);
    }
}
