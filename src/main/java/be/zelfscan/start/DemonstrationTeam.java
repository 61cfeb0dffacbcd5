package be.zelfscan.start;

import static be.zelfscan.database.schema.Tables.AGREEMENT;
import static be.zelfscan.database.schema.Tables.INTERPRETATION;
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

    /** @param texts by the name of the screen on which they stand */
    @Serdeable
    record Made(Map<String, String> texts, List<InventedAgreement> agreements) {}

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
                });
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
