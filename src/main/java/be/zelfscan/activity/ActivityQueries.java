package be.zelfscan.activity;

import be.zelfscan.web.BelgianDutch;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the log. Every method needs the transaction of a use case. */
@Singleton
class ActivityQueries {
    private final JdbcOperations jdbc;

    ActivityQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest lines before a line, or of all, the newest first. */
    List<ActivityEntry> newest(ActivityFilter filter, Optional<Long> before, int most) {
        Conditions where = new Conditions();
        before.ifPresent(id -> where.add("(l.at, l.id) < (select b.at, b.id from activity_log b where b.id = ?)", id));
        filter.action().ifPresent(action -> where.add("l.action = ?", action.name()));
        filter.from().ifPresent(day -> where.add("l.at >= ?", startOf(day)));
        filter.until().ifPresent(day -> where.add("l.at < ?", startOf(day.plusDays(1))));
        if (!filter.person().isEmpty()) {
            where.add("coalesce(p.name, '" + ActivityEntry.SERVICE + "') ilike ?",
                    "%" + filter.person().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        where.values.add(most);
        String sql = """
                select l.id, l.at, coalesce(p.name, '%s'), l.action, coalesce(s.name, c.name, g.name, r.title, ''), l.detail
                from activity_log l left join person p on p.id = l.person_id left join person s on s.id = l.subject_id
                     left join centre c on c.id = l.subject_id left join school_group g on g.id = l.subject_id left join round r on r.id = l.subject_id
                where %s order by l.at desc, l.id desc limit ?""".formatted(ActivityEntry.SERVICE, where.text());
        return jdbc.prepareStatement(sql, statement -> {
            for (int i = 0; i < where.values.size(); i++) {
                statement.setObject(i + 1, where.values.get(i));
            }
            List<ActivityEntry> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(entry(row));
                }
            }
            return found;
        });
    }

    private static ActivityEntry entry(ResultSet row) throws SQLException {
        return new ActivityEntry(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3),
                Action.valueOf(row.getString(4)), row.getString(5), row.getString(6));
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(BelgianDutch.ZONE).toOffsetDateTime();
    }

    /** Conditions with their values, in order. */
    private static final class Conditions {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void add(String condition, Object value) {
            conditions.add(condition);
            values.add(value);
        }

        String text() {
            return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
        }
    }
}
