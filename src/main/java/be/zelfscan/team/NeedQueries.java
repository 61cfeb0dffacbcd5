package be.zelfscan.team;

import static be.zelfscan.database.schema.Tables.AGREEMENT;
import static be.zelfscan.database.schema.Tables.CENTRE;
import static be.zelfscan.database.schema.Tables.NEED;
import static be.zelfscan.database.schema.Tables.ROUND;
import static be.zelfscan.database.schema.Tables.SCAN;
import static be.zelfscan.database.schema.Tables.SCHOOL_GROUP;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What centres need, as far as whoever asks may read it. Every method needs the transaction of a use case. */
@Singleton
class NeedQueries {
    private final DSLContext sql;

    NeedQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** What a centre needs after a scan. */
    List<Need> ofScan(UUID scanId) {
        return where(NEED.SCAN_ID.eq(scanId));
    }

    /** What a centre needed of some sections after a scan. */
    List<Need> ofSections(UUID scanId, List<String> sections) {
        return where(NEED.SCAN_ID.eq(scanId).and(NEED.SECTION.in(sections)));
    }

    /** The oldest first. */
    List<Need> where(Condition which) {
        return sql
                .select(NEED.ID, NEED.CENTRE_ID, CENTRE.NAME, NEED.SCAN_ID, ROUND.TITLE, ROUND.QUESTIONNAIRE_ID, ROUND.VERSION,
                        NEED.SECTION,
                        AGREEMENT.WHAT, NEED.BOTTLENECK, NEED.ASKED_OF, SCHOOL_GROUP.NAME, NEED.WHAT, NEED.PASSED_ON, NEED.ASKED_AT,
                        NEED.ANSWER, NEED.ANSWERED_AT)
                .from(NEED).join(CENTRE).on(CENTRE.ID.eq(NEED.CENTRE_ID)).join(SCAN).on(SCAN.ID.eq(NEED.SCAN_ID)).join(ROUND)
                .on(ROUND.ID.eq(SCAN.ROUND_ID)).leftJoin(SCHOOL_GROUP).on(SCHOOL_GROUP.ID.eq(NEED.SCHOOL_GROUP_ID)).leftJoin(AGREEMENT)
                .on(AGREEMENT.ID.eq(NEED.AGREEMENT_ID)).where(which)
                .orderBy(NEED.ASKED_AT, NEED.ID)
                .fetch(row -> {
                    Need.Asked asked = Need.Asked.valueOf(row.get(NEED.ASKED_OF));
                    return new Need(row.get(NEED.ID), row.get(NEED.CENTRE_ID), row.get(CENTRE.NAME), row.get(NEED.SCAN_ID),
                            new Need.RoundOfNeed(row.get(ROUND.TITLE), row.get(ROUND.QUESTIONNAIRE_ID), row.get(ROUND.VERSION)),
                            row.get(NEED.SECTION), Optional.ofNullable(row.get(AGREEMENT.WHAT)).orElse(""), row.get(NEED.BOTTLENECK), asked,
                            Optional.ofNullable(row.get(SCHOOL_GROUP.NAME)).orElse(asked.label()), row.get(NEED.WHAT),
                            row.get(NEED.PASSED_ON), row.get(NEED.ASKED_AT), Optional.ofNullable(row.get(NEED.ANSWERED_AT))
                                    .map(at -> new Need.Answered(row.get(NEED.ANSWER), at)));
                });
    }
}
