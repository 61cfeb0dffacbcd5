package be.zelfscan.report;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The reports of rounds that were asked for, and those that are made, in the database. */
@Singleton
class RoundReportRepository {
    /** How often a report is tried before it is given up. */
    static final int MOST_TRIES = 3;

    private final JdbcOperations jdbc;

    /** What a report is about. */
    enum Kind {
        net, school_group, centre
    }

    /**
     * A report to be made.
     *
     * @param subjectId the school group or the centre; empty for the net
     */
    record Item(UUID orderId, int position, Kind kind, Optional<UUID> subjectId, UUID roundId) {}

    /** A centre or school group that a report is made of, as it was called when the round closed. */
    record Subject(Kind kind, UUID id, String name) {}

    /** How far the reports of a round are. */
    record Standing(UUID orderId, Instant requestedAt, int total, int done, List<String> failures) {
        boolean isBusy() {
            return done + failures.size() < total;
        }
    }

    /** A report that is made, without its content. */
    record Entry(int position, String fileName) {}

    RoundReportRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The school groups and centres of a closed round that sent something, by name; needs the transaction of a use case. */
    List<Subject> subjects(UUID roundId) {
        return jdbc.prepareStatement("""
                select kind, id, name from (
                select 'school_group' as kind, g.school_group_id as id, g.name from comparison_group g
                where g.round_id = ? and exists (select from comparison_member m join comparison_centre c using (round_id, centre_id)
                  where m.round_id = g.round_id and m.school_group_id = g.school_group_id and c.sent_scan_id is not null)
                union all
                select 'centre', c.centre_id, c.name from comparison_centre c where c.round_id = ? and c.sent_scan_id is not null
                ) subject order by kind desc, name_order(name), name, id""", statement -> {
            statement.setObject(1, roundId);
            statement.setObject(2, roundId);
            List<Subject> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Subject(Kind.valueOf(row.getString(1)), row.getObject(2, UUID.class), row.getString(3)));
                }
            }
            return found;
        });
    }

    /** Orders the reports of a round, in the place of those that were ordered before; needs the transaction of a use case. */
    void order(UUID orderId, UUID roundId, UUID personId, Instant now) {
        jdbc.prepareStatement("delete from round_report_order where round_id = ?", statement -> {
            statement.setObject(1, roundId);
            return statement.executeUpdate();
        });
        jdbc.prepareStatement("insert into round_report_order (id, round_id, requested_by, requested_at) values (?, ?, ?, ?)",
                statement -> {
                    statement.setObject(1, orderId);
                    statement.setObject(2, roundId);
                    statement.setObject(3, personId);
                    statement.setObject(4, now.atOffset(ZoneOffset.UTC));
                    return statement.executeUpdate();
                });
    }

    /** Adds a report to an order. */
    void add(Item item, String fileName) {
        jdbc.prepareStatement("insert into round_report (order_id, position, kind, subject_id, file_name) values (?, ?, ?, ?, ?)",
                statement -> {
                    statement.setObject(1, item.orderId());
                    statement.setInt(2, item.position());
                    statement.setString(3, item.kind().name());
                    statement.setObject(4, item.subjectId().orElse(null));
                    statement.setString(5, fileName);
                    return statement.executeUpdate();
                });
    }

    /** Takes the next report in hand that is not made yet; the oldest order first. */
    @Transactional
    Optional<Item> next() {
        return jdbc.prepareStatement("""
                update round_report r set tries = r.tries + 1 from round_report_order o where o.id = r.order_id
                and (r.order_id, r.position) = (select n.order_id, n.position from round_report n join round_report_order m on m.id = n.order_id
                  where n.pdf is null and n.failure = '' and n.tries < ? order by n.tries, m.requested_at, n.order_id, n.position limit 1)
                returning r.order_id, r.position, r.kind, r.subject_id, o.round_id""", statement -> {
            statement.setInt(1, MOST_TRIES);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Item(row.getObject(1, UUID.class), row.getInt(2), Kind.valueOf(row.getString(3)),
                        Optional.ofNullable(row.getObject(4, UUID.class)), row.getObject(5, UUID.class))) : Optional.empty();
            }
        });
    }

    /** Keeps a report; does nothing when its order is there no more. */
    @Transactional
    void keep(Item item, byte[] pdf, Instant now) {
        jdbc.prepareStatement("update round_report set pdf = ?, made_at = ? where order_id = ? and position = ?", statement -> {
            statement.setBytes(1, pdf);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setObject(3, item.orderId());
            statement.setInt(4, item.position());
            return statement.executeUpdate();
        });
    }

    /** Puts a report back that could not be begun. */
    @Transactional
    void putBack(Item item) {
        jdbc.prepareStatement("update round_report set tries = tries - 1 where order_id = ? and position = ?", statement -> {
            statement.setObject(1, item.orderId());
            statement.setInt(2, item.position());
            return statement.executeUpdate();
        });
    }

    /** Gives up what was tried often enough; only while nothing is being made. @return how many */
    @Transactional
    int giveUp() {
        return jdbc.prepareStatement("""
                update round_report set failure = 'Dit rapport kon ook na %d pogingen niet gemaakt worden.'
                where pdf is null and failure = '' and tries >= %d""".formatted(MOST_TRIES, MOST_TRIES),
                statement -> statement.executeUpdate());
    }

    /** How far the reports of a round are; empty when nobody asked for them. */
    @ReadOnly
    Optional<Standing> standing(UUID roundId) {
        return jdbc.prepareStatement("""
                select o.id, o.requested_at, count(*), count(r.made_at),
                  array_agg(r.file_name order by r.position) filter (where r.failure <> '')
                from round_report_order o join round_report r on r.order_id = o.id where o.round_id = ? group by o.id""", statement -> {
            statement.setObject(1, roundId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Standing(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getInt(3), row.getInt(4),
                                row.getArray(5) == null ? List.of() : List.of((String[]) row.getArray(5).getArray())))
                        : Optional.empty();
            }
        });
    }

    /** The reports of an order that are made, in their order. */
    @ReadOnly
    List<Entry> made(UUID orderId) {
        return jdbc.prepareStatement(
                "select position, file_name from round_report where order_id = ? and made_at is not null order by position", statement -> {
                    statement.setObject(1, orderId);
                    List<Entry> found = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            found.add(new Entry(row.getInt(1), row.getString(2)));
                        }
                    }
                    return found;
                });
    }

    /** The content of one report; empty when it is there no more. */
    @ReadOnly
    Optional<byte[]> pdf(UUID orderId, int position) {
        return jdbc.prepareStatement("select pdf from round_report where order_id = ? and position = ? and pdf is not null", statement -> {
            statement.setObject(1, orderId);
            statement.setInt(2, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        });
    }
}
