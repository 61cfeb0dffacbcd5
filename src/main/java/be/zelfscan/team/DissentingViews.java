package be.zelfscan.team;

import static be.zelfscan.database.schema.Tables.DISSENTING_VIEW;
import static org.jooq.impl.DSL.val;

import be.zelfscan.access.Permission;
import be.zelfscan.scan.ScanNotFound;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.ScanState;
import be.zelfscan.text.Texts;
import be.zelfscan.web.FormRefusal;
import be.zelfscan.web.FormRefusal.Reason;
import be.zelfscan.web.Refusal;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;

/**
 * What somebody of the team sees otherwise than it was agreed, kept beside a section as long as its notes. The people of the centre read it
 * in the meeting and in their own report; it is not part of what is sent.
 */
@Singleton
public class DissentingViews {
    static final String VIEW = "view";
    static final String HELD_BY = "held-by";
    static final int LONGEST = 2000;
    static final int LONGEST_NAME = 200;
    private static final int MOST_OF_SECTION = 50;
    /** Who holds a view when nobody says. */
    static final String SOMEBODY = "een lid van het team";

    /**
     * A view.
     *
     * @param heldBy as the team typed it
     */
    public record DissentingView(UUID id, String section, String view, String heldBy) {}

    private final ScanReading scans;
    private final DSLContext sql;
    private final Clock clock;

    DissentingViews(ScanReading scans, DSLContext sql, Clock clock) {
        this.scans = scans;
        this.sql = sql;
        this.clock = clock;
    }

    /** All of a scan by section, in the order in which they were kept; none for who is not of the centre. */
    @ReadOnly
    public Map<String, List<DissentingView>> of(UUID scanId) {
        return sql.select(DISSENTING_VIEW.ID, DISSENTING_VIEW.SECTION, DISSENTING_VIEW.VIEW, DISSENTING_VIEW.HELD_BY).from(DISSENTING_VIEW)
                .where(DISSENTING_VIEW.SCAN_ID.eq(scanId)).orderBy(DISSENTING_VIEW.ENTERED_AT, DISSENTING_VIEW.ID)
                .fetchGroups(DISSENTING_VIEW.SECTION, Records.mapping(DissentingView::new));
    }

    /**
     * Keeps a view.
     *
     * @param id names it, so that a form that is posted twice keeps one
     * @param heldBy {@link #SOMEBODY} when it is empty
     * @throws FormRefusal when there is nothing in it, or too much
     * @throws Refusal when the scan is sent, or its round closed
     */
    @Transactional
    void add(UUID id, UUID scanId, UUID personId, String section, String view, String heldBy) {
        requireOpen(scanId, personId, section);
        String text = Texts.lines(view);
        String holder = Texts.clean(heldBy);
        List<Reason> reasons = new ArrayList<>();
        if (text.isEmpty()) {
            reasons.add(Reason.typed(VIEW, "Schrijf wat iemand anders ziet."));
        } else if (Texts.length(text) > LONGEST) {
            reasons.add(Reason.typed(VIEW, "Dit is te lang: er is plaats voor %d tekens.".formatted(LONGEST)));
        }
        if (sql.fetchCount(DISSENTING_VIEW, DISSENTING_VIEW.SCAN_ID.eq(scanId), DISSENTING_VIEW.SECTION.eq(section),
                DISSENTING_VIEW.ID.ne(id)) >= MOST_OF_SECTION) {
            reasons.add(Reason.typed(VIEW, "Hier staan al %d minderheidsstandpunten. Neem er eerst een weg.".formatted(MOST_OF_SECTION)));
        }
        if (Texts.length(holder) > LONGEST_NAME) {
            reasons.add(Reason.typed(HELD_BY, "Dit is te lang: er is plaats voor %d tekens.".formatted(LONGEST_NAME)));
        }
        FormRefusal.when(reasons);
        String held = holder.isEmpty() ? SOMEBODY : holder;
        int made = sql.insertInto(DISSENTING_VIEW).set(DISSENTING_VIEW.ID, id).set(DISSENTING_VIEW.SCAN_ID, scanId)
                .set(DISSENTING_VIEW.SECTION, section).set(DISSENTING_VIEW.VIEW, text).set(DISSENTING_VIEW.HELD_BY, held)
                .set(DISSENTING_VIEW.ENTERED_BY, personId).set(DISSENTING_VIEW.ENTERED_AT, clock.instant()).onConflictDoNothing().execute();
        boolean kept = made == 1
                || sql.fetchExists(DISSENTING_VIEW, DISSENTING_VIEW.SCAN_ID.eq(scanId), DISSENTING_VIEW.SECTION.eq(section),
                        DISSENTING_VIEW.VIEW.eq(text), DISSENTING_VIEW.HELD_BY.eq(held));
        if (!kept) {
            add(UUID.randomUUID(), scanId, personId, section, view, heldBy); // another text, from a form that was gone back to
        }
    }

    /** Takes a view away; one that is gone stays so. @throws Refusal when the scan is sent, or its round closed */
    @Transactional
    void remove(UUID scanId, UUID personId, String section, UUID viewId) {
        requireOpen(scanId, personId, section);
        sql.deleteFrom(DISSENTING_VIEW).where(DISSENTING_VIEW.ID.eq(viewId), DISSENTING_VIEW.SCAN_ID.eq(scanId)).execute();
    }

    /** The turn of the round and the scan comes first, as for who answers. */
    private void requireOpen(UUID scanId, UUID personId, String section) {
        sql.fetch("select hold_scan({0}, false)", val(scanId));
        ScanState state = scans.scan(scanId, personId);
        Permission.answer.require(state.scan().roles());
        if (state.questionnaire().section(section).isEmpty()) {
            throw ScanNotFound.section(section);
        }
        if (!state.scan().isOpen()) {
            throw Refusal.conflict("Deze zelfscan kan niet meer gewijzigd worden.");
        }
    }
}
