package be.zelfscan.start;

import static be.zelfscan.database.schema.Tables.AGREEMENT;
import static be.zelfscan.database.schema.Tables.INTERPRETATION;
import static be.zelfscan.database.schema.Tables.NEED;
import static be.zelfscan.database.schema.Tables.SCAN;

import be.zelfscan.organisation.Role;
import be.zelfscan.text.BelgianDutch;
import com.fasterxml.jackson.core.type.TypeReference;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * What the team of one invented centre made of its result of last year: {@code src/main/resources/demonstration/team.json}. Making it again
 * changes nothing, also not what somebody changed meanwhile.
 */
@Singleton
class DemonstrationTeam {
    /** @param days from the day on which it is made */
    @Serdeable
    record InventedAgreement(String id, String section, String what, String who, int days, String state) {}

    /**
     * What the team needs, all of it passed on.
     *
     * @param schoolGroup that is asked; empty for the support team
     * @param answer empty as long as there is none
     */
    @Serdeable
    record InventedNeed(String id, String section, String schoolGroup, String what, String answer) {}

    /** @param texts by the name of the screen on which they stand */
    @Serdeable
    record Made(Map<String, String> texts, List<InventedAgreement> agreements, List<InventedNeed> needs) {}

    private final DSLContext sql;
    private final Clock clock;

    DemonstrationTeam(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Puts it with what the centre sent in a round; does nothing when it started no scan in it. */
    @Transactional
    public void put(InventedNet.InventedCentre centre, UUID roundId) {
        sql.select(SCAN.ID).from(SCAN).where(SCAN.ROUND_ID.eq(roundId), SCAN.CENTRE_ID.eq(centre.uuid())).fetchOptional(SCAN.ID)
                .ifPresent(scan -> {
                    Made made = InventedNet.resource("team.json", new TypeReference<>() {
                    });
                    UUID person = centre.person(Role.coordinator);
                    made.texts().forEach((screen, text) -> sql.insertInto(INTERPRETATION).set(INTERPRETATION.SCAN_ID, scan)
                            .set(INTERPRETATION.SCREEN, screen).set(INTERPRETATION.CONTENT, text).set(INTERPRETATION.REVISION, 1)
                            .set(INTERPRETATION.CHANGED_BY, person).set(INTERPRETATION.CHANGED_AT, clock.instant())
                            .onConflictDoNothing().execute());
                    made.agreements().forEach(agreement -> put(agreement, centre.uuid(), scan, person));
                    made.needs().forEach(need -> put(need, centre.uuid(), scan, person));
                });
    }

    private void put(InventedNeed need, UUID centreId, UUID scanId, UUID personId) {
        Optional<InventedNet.InventedGroup> group = InventedNet.read().schoolGroups().stream()
                .filter(one -> one.id().equals(need.schoolGroup())).findFirst();
        Optional<InventedNet.InventedGroup> answering = group.filter(one -> !need.answer().isEmpty());
        sql.insertInto(NEED).set(NEED.ID, InventedNet.uuid(need.id())).set(NEED.CENTRE_ID, centreId).set(NEED.SCAN_ID, scanId)
                .set(NEED.SECTION, need.section()).set(NEED.ASKED_OF, group.isPresent() ? "school_group" : "support")
                .set(NEED.SCHOOL_GROUP_ID, group.map(one -> InventedNet.uuid(one.id())).orElse(null)).set(NEED.WHAT, need.what())
                .set(NEED.PASSED_ON, true).set(NEED.ASKED_BY, personId).set(NEED.ASKED_AT, clock.instant())
                .set(NEED.STATE, answering.isPresent() ? "answered" : "open").set(NEED.ANSWER, need.answer())
                .set(NEED.ANSWERED_BY, answering.map(one -> one.leader().uuid()).orElse(null))
                .set(NEED.ANSWERED_AT, answering.map(one -> clock.instant()).orElse(null)).onConflictDoNothing().execute();
    }

    private void put(InventedAgreement agreement, UUID centreId, UUID scanId, UUID personId) {
        LocalDate today = BelgianDutch.today(clock);
        sql.insertInto(AGREEMENT).set(AGREEMENT.ID, InventedNet.uuid(agreement.id())).set(AGREEMENT.CENTRE_ID, centreId)
                .set(AGREEMENT.SCAN_ID, scanId).set(AGREEMENT.SECTION, agreement.section()).set(AGREEMENT.WHAT, agreement.what())
                .set(AGREEMENT.WHO, agreement.who()).set(AGREEMENT.BY_WHEN, today.plusDays(agreement.days()))
                .set(AGREEMENT.DATED_ON, today).set(AGREEMENT.STATE, agreement.state()).set(AGREEMENT.CREATED_BY, personId)
                .set(AGREEMENT.CREATED_AT, clock.instant()).set(AGREEMENT.CHANGED_BY, personId)
                .set(AGREEMENT.CHANGED_AT, clock.instant()).onConflictDoNothing().execute();
    }
}
