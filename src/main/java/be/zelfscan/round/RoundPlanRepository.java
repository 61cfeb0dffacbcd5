package be.zelfscan.round;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.annotation.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Rounds that are being made, in the database. Once a round is open its plan no longer changes. */
@Transactional
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface RoundPlanRepository extends GenericRepository<Round, UUID> {

    /** Adds a round that is being made. */
    default void add(UUID id, RoundPlan plan, Collection<UUID> centres) {
        insert(id, plan.title(), plan.questionnaire().id(), plan.questionnaire().version(), plan.opensOn(), plan.closesOn(),
                plan.minimumGroupSize(), RoundPlan.days(plan.reminderDays()), plan.noteRetentionYears());
        addParts(id, plan, centres);
    }

    /** Changes a round that is being made; answers false, and changes nothing, when it is not. */
    default boolean change(UUID id, RoundPlan plan, Collection<UUID> centres) {
        if (update(id, plan.title(), plan.questionnaire().id(), plan.questionnaire().version(), plan.opensOn(), plan.closesOn(),
                plan.minimumGroupSize(), RoundPlan.days(plan.reminderDays()), plan.noteRetentionYears()) == 0) {
            return false;
        }
        removeRecipients(id);
        removeOtherCentres(id, List.copyOf(centres));
        addParts(id, plan, centres);
        return true;
    }

    private void addParts(UUID id, RoundPlan plan, Collection<UUID> centres) {
        plan.recipients().forEach((mail, roles) -> roles.forEach(role -> addRecipient(id, mail.kind(), role.name())));
        centres.forEach(centre -> addCentre(id, centre));
    }

    @Query("""
            insert into round (id, title, questionnaire_id, version, opens_on, closes_on, state, minimum_group_size, reminder_days, note_retention_years)
            values (:id, :title, :questionnaireId, :version, :opensOn, :closesOn, 'draft', :minimumGroupSize,
                    cast(string_to_array(:reminderDays, ',') as integer[]), :noteRetentionYears)""")
    void insert(UUID id, String title, String questionnaireId, String version, LocalDate opensOn, LocalDate closesOn, int minimumGroupSize,
            String reminderDays, int noteRetentionYears);

    @Query("""
            update round set title = :title, questionnaire_id = :questionnaireId, version = :version, opens_on = :opensOn, closes_on = :closesOn,
                   minimum_group_size = :minimumGroupSize, reminder_days = cast(string_to_array(:reminderDays, ',') as integer[]),
                   note_retention_years = :noteRetentionYears
            where id = :id and state = 'draft'""")
    int update(UUID id, String title, String questionnaireId, String version, LocalDate opensOn, LocalDate closesOn, int minimumGroupSize,
            String reminderDays, int noteRetentionYears);

    @Query("insert into round_recipient (round_id, kind, role) values (:roundId, :kind, :role) on conflict do nothing")
    void addRecipient(UUID roundId, String kind, String role);

    @Query("delete from round_recipient where round_id = :roundId")
    void removeRecipients(UUID roundId);

    @Query("insert into round_centre (round_id, centre_id) values (:roundId, :centreId) on conflict do nothing")
    void addCentre(UUID roundId, UUID centreId);

    @Query("delete from round_centre where round_id = :roundId and not centre_id in (:centres)")
    void removeOtherCentres(UUID roundId, List<UUID> centres);
}
